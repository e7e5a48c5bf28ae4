"""Moves files to their places in the output folder, and takes away those that nobody plans any more."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def make_folders(output: Path, names: Iterable[str]) -> None:
    """Every folder that will be needed; none stays when one cannot be made."""
    made: list[str] = []
    known = {""}
    try:
        for name in names:
            parent = name.rpartition("/")[0]
            if parent not in known:
                known.add(parent)
                _make_folder(f"{output}/{parent}", made)
    except OSError:
        for folder in reversed(made):
            with suppress(OSError):
                os.rmdir(folder)
        raise
    if not output.is_dir():
        output.mkdir(parents=True)


def _make_folder(folder: str, made: list[str]) -> None:
    try:
        os.mkdir(folder)
    except FileNotFoundError:
        _make_folder(os.path.dirname(folder), made)
        os.mkdir(folder)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
        return
    made.append(folder)


def clear_the_way(output: Path, names: Iterable[str], ours: frozenset[str]) -> None:
    """Remove our own former files where a folder is needed now."""
    seen: set[str] = set()
    for name in names:
        parent = name.rpartition("/")[0]
        while parent and parent not in seen:
            seen.add(parent)
            if parent in ours and not (output / parent).is_dir():
                (output / parent).unlink(missing_ok=True)
            parent = parent.rpartition("/")[0]


def put(staged: str, output: Path, name: str, ours: frozenset[str]) -> None:
    """Move a staged file to its place; `ours` may be removed where they are in its way."""
    try:
        os.replace(staged, f"{output}/{name}")
    except OSError:
        target = output / name
        if not target.is_dir() or target.is_symlink():
            raise
        # Pages of ours lie where a file is wanted now; anybody else's stop us.
        remove(output, [other for other in ours if other.startswith(f"{name}/")])
        if target.is_dir():
            target.rmdir()
        os.replace(staged, target)


def remove(output: Path, names: Iterable[str]) -> int:
    """Remove our files and the folders that this empties."""
    removed = 0
    for name in names:
        target = output / name
        if target.is_file() or target.is_symlink():
            target.unlink()
            removed += 1
        for parent in target.parents:
            if parent == output or output not in parent.parents:
                break
            try:
                parent.rmdir()
            except OSError:
                break
    return removed
