"""The manifest: which files of the output folder are ours, and from which inputs each was made."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.build.outcome import Outcome
from plugins.core.output import Inputs, Render

VERSION = 1
MANIFEST = "manifest.json"


class Made(Struct, frozen=True, array_like=True):
    """One file: the fingerprint of its inputs and its size in bytes."""

    fingerprint: str
    size: int


class Manifest(Struct, frozen=True):
    """Outputs by path relative to the output folder; the digests of the sources they were made from."""

    version: int = VERSION
    outputs: dict[str, Made] = {}
    sources: dict[str, str] = {}


def load(path: Path) -> Manifest:
    """The manifest at `path`; one that is missing, damaged or of another version is an empty one."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Manifest()
    return found if found.version == VERSION else Manifest()


def dump(manifest: Manifest) -> bytes:
    """The bytes of a manifest, the same for equal ones."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=0)


def fingerprint(inputs: Inputs, render: Render) -> str:
    """The digest of a canonical encoding of the inputs, and of the renderer's name."""
    encoded = msgspec.msgpack.encode(inputs, order="deterministic")
    name = f"{render.__module__}.{render.__qualname__}"
    return hashlib.sha256(name.encode() + b"\0" + encoded).hexdigest()


def cache_folder(output: Path) -> Path:
    """Where what we remember of the output folder lies: beside it, never inside."""
    absolute = output.absolute()
    name = hashlib.sha256(str(absolute).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return absolute.parent / ".pregon-cache" / name


def sources(outcome: Outcome) -> dict[str, str]:
    """The digest of every Markdown file that was read."""
    return dict(outcome.digests)
