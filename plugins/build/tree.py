"""The files below a folder with their stats, with the standard library alone: a build in which nothing has changed
must not take longer than looking.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

SIZE = 16
SECOND = 1_000_000_000
# How long a file system may go on writing one and the same time: two seconds on the coarsest, else a clock tick.
COARSE, FINE = 2_500_000_000, 50_000_000
GONE = b"-"
# No memory is filled to see whether such a file has changed.
LARGE = 100_000_000


def stat_of(found: os.stat_result) -> bytes:
    """What changes when a file does."""
    return b"%d %d %d %d" % (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def is_same(told: bytes, found: os.stat_result) -> bool:
    """Whether `found`, seen from another machine, is of the file of the stat `told`; inodes may differ there."""
    changed, _, size, _ = told.split(b" ")
    return (int(changed), int(size)) == (found.st_mtime_ns, found.st_size)


def is_racy(told: bytes, now: int) -> bool:
    """Whether a write in the next instant would leave the stat `told` as it is; `now` by the file system's clock."""
    if told == GONE:
        return False
    changed, moved = (int(part) for part in told.split(b" ")[:2])
    return max(changed, moved) > now - (COARSE if changed % SECOND == 0 else FINE)


def racy_ones(stats: Iterable[tuple[str, bytes]], now: int) -> list[tuple[str, bytes]]:
    """Those of `stats` that are racy: a few at most, so that all others cost next to nothing."""
    young = b"%d" % (now - COARSE)
    # A stat begins with two times; numbers of as many digits are ordered like their text.
    size = len(young)
    first, second = slice(size), slice(size + 1, 2 * size + 1)
    ends = slice(size, 2 * size + 2, size + 1)
    suspect = [one for one in stats if one[1][ends] != b"  " or one[1][first] > young or one[1][second] > young]
    return [one for one in suspect if is_racy(one[1], now)]


def tree(root: str, skip: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Every file below `root`, hidden ones and folders called `skip` left out, by path relative to it, with its stat.

    What is no plain file, and what cannot be looked at, has the stat `GONE`.
    """
    skipped = frozenset(skip)
    folders = [""]
    while folders:
        folder = folders.pop()
        place = f"{root}/{folder}" if folder else root
        try:
            # From an open folder the way to each of its files is short.
            here = os.open(place, os.O_RDONLY) if os.scandir in os.supports_fd else None
        except OSError:
            yield folder, GONE
            continue
        try:
            yield from _inside(root, folder, place if here is None else here, folders, skipped)
        finally:
            if here is not None:
                os.close(here)


def _inside(
    root: str, folder: str, place: str | int, folders: list[str], skipped: frozenset[str]
) -> Iterator[tuple[str, bytes]]:
    """The files of one folder, which is to be had at `place`; the folders in it are put to `folders`."""
    before = f"{folder}/" if folder else ""
    try:
        entries = list(os.scandir(place))
    except OSError:
        yield folder, GONE
        return
    for entry in entries:
        name = entry.name
        if name[0] == "." or name in skipped:
            continue
        path = before + name
        try:
            found = entry.stat(follow_symlinks=False) if not entry.is_symlink() else _target(root, path)
        except (OSError, RuntimeError):
            # Links that lead round in circles are a RuntimeError for Python 3.11 and 3.12.
            found = None
        if found is not None and stat.S_ISREG(found.st_mode):
            yield path, stat_of(found)
        elif found is not None and stat.S_ISDIR(found.st_mode):
            folders.append(path)
        else:
            yield path, GONE


def _target(root: str, path: str) -> os.stat_result | None:
    """A link is followed only inside the folder, and never to a folder: it could lead round in circles."""
    target = Path(root, path).resolve()
    return target.stat() if target.is_file() and Path(root).resolve() in target.parents else None


def key_of(found: os.stat_result) -> bytes:
    """What changes when somebody writes to an output; its ctime would change already when we rename it."""
    return b"%d %d %d" % (found.st_mtime_ns, found.st_size, found.st_ino)


def keys_in(root: str, names: Iterable[str]) -> list[bytes]:
    """The keys of the files `names` below `root`; `GONE` for what cannot be looked at."""
    keys: list[bytes] = []
    try:
        here = os.open(root, os.O_RDONLY) if os.stat in os.supports_dir_fd else None
    except OSError:
        return [GONE for _ in names]
    before, look = f"{root}/" if here is None else "", os.stat
    for name in names:
        try:
            keys.append(key_of(look(before + name, dir_fd=here, follow_symlinks=False)))
        except OSError:
            keys.append(GONE)
    if here is not None:
        os.close(here)
    return keys


def digest_of(stats: Iterable[tuple[str, bytes]]) -> str:
    """The digest of paths with their stats, in any order."""
    # No path has a NUL, and no stat a line end.
    lines = [f"{path}\0{found.decode()}\n" for path, found in sorted(stats)]
    return blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=SIZE).hexdigest()


def content_of(path: str) -> str:
    """The digest of a file's bytes, of a very large one its stat; empty when it cannot be read."""
    try:
        # A pipe would be waited for.
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            return ""
        if found.st_size > LARGE:
            return stat_of(found).decode()
        with open(path, "rb") as file:
            return blake2b(file.read(), digest_size=SIZE).hexdigest()
    except OSError:
        return ""
