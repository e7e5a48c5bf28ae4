"""The files of the content folder: documents, data, and media that is published as it is."""

import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

MARKDOWN = (".md", ".markdown")
DATA = "data/"


class Found(Struct, frozen=True):
    """Paths relative to the content folder, with `/`, sorted; and what cannot be read as a file."""

    markdown: tuple[str, ...]
    data: tuple[str, ...]
    media: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def scan(content: Path, ignored: Sequence[str]) -> Found:
    """Every file below `content` but hidden ones and those whose name matches one of `ignored`.

    Raises:
        OSError: the folder itself cannot be read.
    """
    os.listdir(content)
    faults: list[Diagnostic] = []
    paths = sorted(_walk(content, "", ignored, faults))
    markdown = tuple(path for path in paths if path.lower().endswith(MARKDOWN))
    data = tuple(path for path in paths if path.startswith(DATA) and path not in markdown)
    media = tuple(path for path in paths if path not in set(markdown) | set(data))
    return Found(markdown, data, media, tuple(faults))


def _walk(root: Path, folder: str, ignored: Sequence[str], faults: list[Diagnostic]) -> Iterator[str]:
    try:
        entries = list(os.scandir(root / folder))
    except OSError as error:
        faults.append(unreadable(folder, error))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith(".") or any(fnmatch(entry.name, pattern) for pattern in ignored):
            continue
        kind = _kind(root, entry)
        if kind == "folder":
            yield from _walk(root, path, ignored, faults)
        elif kind == "file" and _speakable(path):
            yield path
        else:
            faults.append(_not_a_file(path))


def _kind(root: Path, entry: "os.DirEntry[str]") -> str:
    """A link is followed only inside the content folder, and never to a folder: it could lead round in circles."""
    try:
        if entry.is_symlink():
            target = Path(entry.path).resolve()
            return "file" if target.is_file() and root.resolve() in target.parents else ""
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return ""
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else ""


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
