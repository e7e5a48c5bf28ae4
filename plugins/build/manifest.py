"""The manifest: which files of the output folder are ours, from what each was made, and how it lies there."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.build.place import MANIFEST, OWNED
from plugins.build.sealed import prepared, read_sealed, seal, write_sealed
from plugins.build.tree import GONE, keys_in

VERSION = 3
SIZE = 16


class Made(Struct, frozen=True, array_like=True):
    """One file: fingerprint of what it was made from, digest of its bytes, and its stat when it was written."""

    fingerprint: bytes
    content: bytes
    stat: bytes


class Manifest(Struct, frozen=True, array_like=True):
    """Outputs by path relative to the output folder, with `/`."""

    version: int = VERSION
    outputs: dict[str, Made] = {}


def load(cache: Path) -> Manifest:
    """The manifest in the cache folder `cache`; one that is missing, damaged or of another version is an empty one."""
    content = read_sealed(cache / MANIFEST)
    try:
        found = msgspec.msgpack.decode(content, type=Manifest) if content is not None else Manifest()
    except msgspec.DecodeError:
        return Manifest()
    return found if found.version == VERSION else Manifest()


def prepare(cache: Path, manifest: Manifest) -> Callable[[], None]:
    """Write the manifest beside the old one; what is returned puts it in its place.

    Raises:
        OSError: it cannot be written.
    """
    return prepared(cache / MANIFEST, seal(msgspec.msgpack.encode(manifest)))


def owned(cache: Path, manifest: Manifest) -> set[str]:
    """Every file that we ever put into the output folder and may not have removed yet.

    The list is written before anything is published: a build that was killed half-way left files that no
    manifest knows.
    """
    listed = (read_sealed(cache / OWNED) or b"").decode("utf-8", "surrogateescape").split("\0")
    return {name for name in (*listed, *manifest.outputs) if name}


def note_owned(cache: Path, names: Iterable[str]) -> None:
    """Say that `names` are, or are about to be, ours.

    Raises:
        OSError: it cannot be written.
    """
    write_sealed(cache / OWNED, "\0".join(sorted(names)).encode("utf-8", "surrogateescape"))


def content_digest(content: bytes) -> bytes:
    """The digest of an output's bytes."""
    # There is hardware for it.
    return sha256(content).digest()[:SIZE]


def altered(output: Path, outputs: Mapping[str, Made]) -> tuple[set[str], dict[str, Made]]:
    """The outputs that are not there as they were written, and those that only their stat says so of, put right."""
    lost: set[str] = set()
    moved: dict[str, Made] = {}
    for (name, made), key in zip(outputs.items(), keys_in(str(output), outputs), strict=True):
        if key == made.stat:
            continue
        if key != GONE and _is_same(output / name, made.content):
            moved[name] = Made(made.fingerprint, made.content, key)
        else:
            lost.add(name)
    return lost, moved


def _is_same(path: Path, content: bytes) -> bool:
    try:
        return not path.is_symlink() and path.is_file() and content_digest(path.read_bytes()) == content
    except OSError:
        return False
