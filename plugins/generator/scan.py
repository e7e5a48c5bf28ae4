"""The files of the content folder: documents, data, and media that is published as it is."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import translate
from pathlib import Path

from msgspec import Struct

from plugins.build.tree import GONE, is_racy, tree
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

MARKDOWN = (".md", ".markdown")
DATA = "data/"
UNSPEAKABLE = re.compile(r"[\x00-\x1f\\]")


class Found(Struct, frozen=True):
    """Paths relative to the content folder, with `/`, sorted; and what cannot be read as a file.

    `stats` tells of each path whether the file may be another than at the last scan, which was at `now` by the
    clock of the file system (nanoseconds); `everything` has the ignored ones too.
    """

    markdown: tuple[str, ...]
    data: tuple[str, ...]
    media: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    stats: Mapping[str, bytes] = {}
    now: int = 0
    everything: Sequence[tuple[str, bytes]] = ()


def scan(
    content: Path, ignored: Sequence[str], now: int = 0, walked: Iterable[tuple[str, bytes]] | None = None
) -> Found:
    """Every file below `content` but hidden ones and those whose name matches one of `ignored`.

    `walked` is what `tree` says of the folder, where that has been asked.

    Raises:
        OSError: the folder itself cannot be read.
    """
    os.listdir(content)
    everything = sorted(tree(str(content)) if walked is None else walked)
    faults: list[Diagnostic] = []
    stats: dict[str, bytes] = {}
    speakable = _speakable("/".join(path for path, _ in everything))
    ignored_folders: dict[str, bool] = {}
    refused = re.compile("|".join(translate(pattern) for pattern in ignored)) if ignored else None
    for path, stat in everything:
        folder, _, name = path.rpartition("/")
        if folder not in ignored_folders:
            ignored_folders[folder] = refused is not None and any(refused.match(one) for one in folder.split("/"))
        if ignored_folders[folder] or (refused is not None and refused.match(name)):
            continue
        if stat == GONE:
            faults.append(_not_a_file(path) if not os.path.isdir(content / path) else _closed(content, path))
        elif speakable or _speakable(path):
            stats[path] = stat
        else:
            faults.append(_not_a_file(path))
    markdown = tuple(path for path in stats if path.lower().endswith(MARKDOWN))
    others = [path for path in stats if not path.lower().endswith(MARKDOWN)]
    data = tuple(path for path in others if path.startswith(DATA))
    media = tuple(path for path in others if not path.startswith(DATA))
    return Found(markdown, data, media, tuple(faults), stats, now, everything)


def _closed(content: Path, path: str) -> Diagnostic:
    try:
        os.listdir(content / path)
    except OSError as error:
        return unreadable(path, error)
    return _not_a_file(path)


def trusted(stat: bytes, now: int) -> bytes:
    """`stat`, or nothing where a write in the next instant would leave the same one behind."""
    return b"" if is_racy(stat, now) else stat


def _speakable(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return not UNSPEAKABLE.search(path)


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
