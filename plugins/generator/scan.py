"""The files of the content folder: documents, data, and media that is published as it is."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import translate
from pathlib import Path

from msgspec import Struct

from plugins.build.bounded import NoFile
from plugins.build.tree import GONE, is_racy, tree
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.source import has_unprintable

MARKDOWN = (".md", ".markdown")
DATA = "data/"
UNSPEAKABLE = re.compile(r"[\t\n\r\\]")
LINK = translatable("This is a link that leads out of the content folder, to a folder, to nothing or to itself.")
NO_FILE = translatable("This is a pipe, a socket or a device, from which no page can be read.")
NAME = translatable("The name of this file or folder holds signs that no address can have.")
LINK_HINT = translatable("Put the file itself here, or delete the link.")
NO_FILE_HINT = translatable("Delete it, or put a file of that name here.")
NAME_HINT = translatable("Give it a name of letters, digits and hyphens.")


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
            faults.append(_gone(content, path))
        elif speakable or _speakable(path):
            stats[path] = stat
        else:
            faults.append(_refused(path, NAME, NAME_HINT))
    markdown = tuple(path for path in stats if path.lower().endswith(MARKDOWN))
    others = [path for path in stats if not path.lower().endswith(MARKDOWN)]
    data = tuple(path for path in others if path.startswith(DATA))
    media = tuple(path for path in others if not path.startswith(DATA))
    return Found(markdown, data, media, tuple(faults), stats, now, everything)


def _gone(content: Path, path: str) -> Diagnostic:
    """Why what stands at `path` is not read."""
    if not _speakable(path):
        return _refused(path, NAME, NAME_HINT)
    if os.path.islink(content / path):
        return _refused(path, LINK, LINK_HINT)
    try:
        if os.path.isdir(content / path):
            os.listdir(content / path)
        else:
            os.stat(content / path)
    except OSError as error:
        return unreadable(path, error)
    return _refused(path, NO_FILE, NO_FILE_HINT)


def trusted(stat: bytes, now: int) -> bytes:
    """`stat`, or nothing where a write in the next instant would leave the same one behind."""
    return b"" if is_racy(stat, now) else stat


def _speakable(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return not UNSPEAKABLE.search(path) and not has_unprintable(path)


def _refused(path: str, message: str, hint: str) -> Diagnostic:
    # What UTF-8 cannot say; reports show other signs that nobody may see as they are.
    name = path.encode("utf-8", "backslashreplace").decode()
    return Diagnostic(Location(name), "file-unreadable", Severity.ERROR, Text(message), Text(hint), name)


def unreadable(path: str, error: OSError) -> Diagnostic:
    """A file or folder that the system does not let us read."""
    if isinstance(error, NoFile):
        return _refused(path, NO_FILE, NO_FILE_HINT)
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
