"""What the server and its builder say to each other: one JSON object on each line of a pipe."""

from typing import TypeVar

import msgspec
from msgspec import Struct

Heard = TypeVar("Heard")


class Wish(Struct, frozen=True):
    """What the builder is started with: the settings file, and what the command line says against it."""

    settings: str
    content: str = ""
    lang: str = ""
    log: str = ""


class Order(Struct, frozen=True):
    """Build for the address `siteurl` into `output`. `changed` are paths without symlinks; None: all of them."""

    siteurl: str
    output: str
    changed: tuple[str, ...] | None = None


class Places(Struct, frozen=True, tag="places"):
    """What the settings say of folders and of the server; the builder's first word.

    `watched` are folders; a change below one of `code` needs a new builder.
    """

    content: str
    watched: tuple[str, ...]
    code: tuple[str, ...]
    lang: str = ""
    port: int | str = 8000
    bind: str = "127.0.0.1"


class Finding(Struct, frozen=True):
    """One diagnostic as the reader sees it; `text` is the block that the terminal shows."""

    path: str
    line: int
    rule: str
    severity: str
    text: str


class Result(Struct, frozen=True, tag="result"):
    """What came of an order. One order may have several; the last one is `final`.

    `outputs` are the files of the site that are new, other or gone; None when something is and nobody knows what.
    """

    status: int
    findings: tuple[Finding, ...] = ()
    outputs: tuple[str, ...] | None = ()
    seconds: float = 0.0
    final: bool = True


class Crash(Struct, frozen=True, tag="crash"):
    """Code that failed, at the line where somebody would look first."""

    reason: str
    path: str = ""
    line: int = 1
    column: int = 1
    source: str = ""
    log: str = ""


Reply = Places | Result | Crash
REPLIES: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Places | Result | Crash)


def decode_reply(line: bytes) -> Reply | None:
    """What the builder says on a line; None for a line that is no message, such as one a plugin prints."""
    try:
        reply: Reply = REPLIES.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return reply


def encode(message: Struct) -> bytes:
    """The line that carries `message`."""
    return msgspec.json.encode(message) + b"\n"


def decode(line: bytes, kind: type[Heard]) -> Heard | None:
    """The message on a line; None for a line that is none."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
