"""The files of the content folder: documents, data, and media that is published as it is."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

MARKDOWN = (".md", ".markdown")
DATA = "data/"
SECOND = 1_000_000_000
# How long a file system may go on writing one and the same time: two seconds on the coarsest, else a clock tick.
COARSE, FINE = 2_500_000_000, 50_000_000


class Found(Struct, frozen=True):
    """Paths relative to the content folder, with `/`, sorted; and what cannot be read as a file.

    `stats` tells of each path whether the file may be another than at the last scan, which was at `now` by the
    clock of the file system (nanoseconds).
    """

    markdown: tuple[str, ...]
    data: tuple[str, ...]
    media: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    stats: Mapping[str, bytes] = {}
    now: int = 0


def scan(content: Path, ignored: Sequence[str], now: int = 0) -> Found:
    """Every file below `content` but hidden ones and those whose name matches one of `ignored`.

    Raises:
        OSError: the folder itself cannot be read.
    """
    os.listdir(content)
    faults: list[Diagnostic] = []
    stats = dict(sorted(_walk(content, "", ignored, faults)))
    markdown = tuple(path for path in stats if path.lower().endswith(MARKDOWN))
    others = [path for path in stats if not path.lower().endswith(MARKDOWN)]
    data = tuple(path for path in others if path.startswith(DATA))
    media = tuple(path for path in others if not path.startswith(DATA))
    return Found(markdown, data, media, tuple(faults), stats, now)


def _walk(root: Path, folder: str, ignored: Sequence[str], faults: list[Diagnostic]) -> Iterator[tuple[str, bytes]]:
    try:
        entries = list(os.scandir(root / folder))
    except OSError as error:
        faults.append(unreadable(folder, error))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith(".") or any(fnmatch(entry.name, pattern) for pattern in ignored):
            continue
        found = _stat(root, entry)
        if found is not None and stat.S_ISDIR(found.st_mode):
            yield from _walk(root, path, ignored, faults)
        elif found is not None and stat.S_ISREG(found.st_mode) and _speakable(path):
            yield path, b"%d %d %d %d" % (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        else:
            faults.append(_not_a_file(path))


def _stat(root: Path, entry: "os.DirEntry[str]") -> os.stat_result | None:
    """A link is followed only inside the content folder, and never to a folder: it could lead round in circles."""
    try:
        if not entry.is_symlink():
            return entry.stat(follow_symlinks=False)
        target = Path(entry.path).resolve()
        return target.stat() if target.is_file() and root.resolve() in target.parents else None
    except OSError:
        return None


def trusted(stat: bytes, now: int) -> bytes:
    """`stat`, or nothing where a write in the next instant would leave the same one behind."""
    changed, moved = (int(part) for part in stat.split(b" ")[:2])
    coarse = changed % SECOND == 0
    return b"" if max(changed, moved) > now - (COARSE if coarse else FINE) else stat


def _speakable(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return not any(ord(sign) < 32 or sign == "\\" for sign in path)


def _not_a_file(path: str) -> Diagnostic:
    return Diagnostic(
        Location(path.encode("utf-8", "backslashreplace").decode()),
        "file-unreadable",
        Severity.ERROR,
        Text(translatable("This is no plain file of the content folder, or its name cannot be an address.")),
        Text(translatable("Put the file itself here, under a name of letters, digits and hyphens, or delete it.")),
        path.encode("utf-8", "backslashreplace").decode(),
    )


def unreadable(path: str, error: OSError) -> Diagnostic:
    """A file or folder that the system does not let us read."""
    return Diagnostic(
        Location(path),
        "file-unreadable",
        Severity.ERROR,
        Text(
            translatable("This file cannot be read: {reason}."),
            {"reason": error.strerror or type(error).__name__},
        ),
        Text(translatable("Check that it exists and that you may read it.")),
        path,
    )
