"""Folders as values: what lies in them, how two differ, and that nothing in one was touched."""

import difflib
import os
import stat
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

SHOWN = 12


class Thing(Struct, frozen=True):
    """What has a name in a folder: `kind` is file, folder, link or other; `mode` the permission bits."""

    kind: str
    mode: int
    content: bytes = b""


Tree = Mapping[str, Thing]


def tree_of(folder: Path, without: Container[str] = ()) -> dict[str, Thing]:
    """Everything below `folder` by its path there; nothing when there is no folder."""
    return {name: thing for name, thing in _things(folder, "") if name not in without}


def _things(folder: Path, start: str) -> Iterator[tuple[str, Thing]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        name, mode = start + entry.name, stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode)
        if entry.is_symlink():
            yield name, Thing("link", mode, os.fsencode(os.readlink(entry.path)))
        elif entry.is_dir():
            yield name, Thing("folder", mode)
            yield from _things(Path(entry.path), f"{name}/")
        elif entry.is_file():
            yield name, Thing("file", mode, Path(entry.path).read_bytes())
        else:
            yield name, Thing("other", mode)


def files_of(tree: Tree) -> dict[str, bytes]:
    """The bytes of the files alone."""
    return {name: thing.content for name, thing in tree.items() if thing.kind == "file"}


def touches(folder: Path) -> dict[str, tuple[int, int]]:
    """Each file's time of change and inode: equal before and after means that nobody wrote."""
    found = {}
    for path in folder.rglob("*"):
        about = path.lstat()
        if not stat.S_ISDIR(about.st_mode):
            found[path.relative_to(folder).as_posix()] = (about.st_mtime_ns, about.st_ino)
    return found


def difference(found: Tree, wanted: Tree, names: tuple[str, str] = ("incremental", "clean")) -> str:
    """In words, how `found` differs from `wanted`; empty when it does not."""
    lines: list[str] = []
    lines += [f"only in {names[0]}: {name} ({found[name].kind})" for name in sorted(set(found) - set(wanted))]
    lines += [f"only in {names[1]}: {name} ({wanted[name].kind})" for name in sorted(set(wanted) - set(found))]
    both = [name for name in sorted(set(found) & set(wanted)) if found[name] != wanted[name]]
    lines += [_change(name, found[name], wanted[name], names) for name in both[:SHOWN]]
    lines += [f"differs: {name}" for name in both[SHOWN:]]
    return "\n".join(lines)


def _change(name: str, found: Thing, wanted: Thing, names: tuple[str, str]) -> str:
    if (found.kind, found.mode) != (wanted.kind, wanted.mode):
        return (
            f"differs: {name}: {names[0]} is a {found.kind} ({found.mode:o}), "
            f"{names[1]} a {wanted.kind} ({wanted.mode:o})"
        )
    try:
        texts = [content.decode().splitlines() for content in (wanted.content, found.content)]
    except UnicodeDecodeError:
        return f"differs: {name}: {len(found.content)} and {len(wanted.content)} bytes"
    lines = list(difflib.unified_diff(*texts, names[1], names[0], n=0, lineterm=""))[:SHOWN]
    shown = "\n".join(f"    {line[:200]}" for line in lines)
    return f"differs: {name}\n{shown or '    (line ends)'}"
