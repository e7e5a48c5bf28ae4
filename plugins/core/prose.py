"""Bodies: finished HTML whose references to other files are still open.

The HTML of a body depends on its own file alone. Wherever it names another file of the site (a
document, a picture, a download) it carries a mark: U+FDD0, the number of the reference, a letter
(`u` address, `w` width, `h` height), U+FDD1. Those two code points are noncharacters, and the
reader removes them from every source, so no text can forge a mark.
"""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from plugins.core.diagnostic import Span

OPEN, CLOSE = "\ufdd0", "\ufdd1"
MARK = re.compile(f"{OPEN}(\\d+)([uwh]){CLOSE}")


class Heading(Struct, frozen=True, array_like=True):
    """A heading of the body; `level` is 2 to 6."""

    level: int
    id: str
    title: str


class Reference(Struct, frozen=True, array_like=True):
    """What the body names, as written, and where. `target` is a path in the content folder, or a site path from `/`."""

    kind: Literal["link", "picture"]
    written: str
    target: str
    fragment: str = ""
    span: Span = Span()


class RemotePicture(Struct, frozen=True):
    """A picture on another host that the body names."""

    url: str
    span: Span = Span()


class Body(Struct, frozen=True, array_like=True):
    """What is known of a body without its HTML, which is kept apart under `digest`.

    `outline` has its headings and ids, packed: only its own page, and links into it, look at them. `sections` are the
    digests of the HTML before the first `##` heading and of each `##` part.
    """

    digest: str
    words: int = 0
    outline: bytes = b""
    references: tuple[Reference, ...] = ()
    sections: tuple[tuple[str, str, str], ...] = ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        return OUTLINE.decode(self.outline)[0] if self.outline else ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that a link can lead to, in order."""
        return OUTLINE.decode(self.outline)[1] if self.outline else ()


OUTLINE = msgspec.msgpack.Decoder(tuple[tuple[Heading, ...], tuple[str, ...]])


def outline(headings: Sequence[Heading], ids: Sequence[str]) -> bytes:
    """Headings and ids as a body keeps them."""
    return msgspec.msgpack.encode((headings, ids)) if headings or ids else b""


BLANKS = bytes(code for code in range(0x100) if chr(code).isspace())
WORDS_AND_BLANKS = bytes(0x20 if code in BLANKS else 0x78 for code in range(0x100))


def word_count(text: str) -> int:
    """How many words `text` has."""
    try:
        latin = text.encode("latin-1")
    except UnicodeEncodeError:
        return len(text.split())
    # A word begins behind a blank; to make each of them takes four times as long.
    return (b" " + latin.translate(WORDS_AND_BLANKS)).count(b" x")


class Target(Struct, frozen=True, tag=True):
    """What a reference turned out to be: the path part of its address, and a picture's size in pixels."""

    url: str
    width: int = 0
    height: int = 0


class Prose(Struct, frozen=True, tag=True):
    """A body on a page: which HTML, and what its references resolve to, in their order."""

    digest: str
    targets: tuple[Target, ...] = ()


def resolve(html: str, targets: Sequence[Target]) -> str:
    """Put the targets into the marks of `html`."""

    def filled(mark: re.Match[str]) -> str:
        target = targets[int(mark[1])]
        if mark[2] == "u":
            return target.url
        return str(target.width if mark[2] == "w" else target.height)

    return MARK.sub(filled, html) if OPEN in html else html
