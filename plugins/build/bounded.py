"""Reads and replaces files that may be anything.

A pipe is not waited for, what is too large is refused before it is read, and no file is written through a link.
"""

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

# Not to wait for whoever writes into a pipe; Windows knows no pipes among files, but two kinds of reading.
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class TooLarge(Exception):
    """The file has more bytes than its reader takes: `size`."""

    def __init__(self, size: int) -> None:
        """At least so many bytes."""
        super().__init__(size)
        self.size = size


class NoFile(OSError):
    """What is there is no plain file: a folder, a pipe, a device."""


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of the file at `path`, at most `limit` of them.

    Raises:
        TooLarge: it has more.
        OSError: it cannot be read, or is no plain file.
    """
    with open(opened(path, limit), "rb", buffering=0) as file:
        content: bytes = file.read()
    # It may have grown meanwhile.
    if len(content) > limit:
        raise TooLarge(len(content))
    return content


def opened(path: str, limit: int) -> int:
    """The descriptor of the file at `path`, open for reading.

    Raises:
        TooLarge: it has more than `limit` bytes.
        OSError: it cannot be read, or is no plain file.
    """
    file = os.open(path, FLAGS)
    found = os.fstat(file)
    if stat.S_ISREG(found.st_mode) and found.st_size <= limit:
        return file
    os.close(file)
    if not stat.S_ISREG(found.st_mode):
        raise NoFile(0, "no plain file", path)
    raise TooLarge(found.st_size)


def replace(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file at `path`, whole or not at all; whoever may read it still may.

    Raises:
        OSError: it cannot be written; the file is as it was.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        # Whatever has this name, a link among them, goes; nothing that comes in its place is written through.
        beside.unlink(missing_ok=True)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINKS, 0o666), "wb") as file:
            file.write(content)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
