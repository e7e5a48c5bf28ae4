"""Where what we remember of an output folder lies: beside it, never inside."""

import os
from hashlib import sha256
from pathlib import Path
from struct import pack, unpack
from typing import NamedTuple

CACHE = ".pregon-cache"
DOCUMENTS = "documents.sqlite"
MANIFEST = "manifest"
MEMORY = "memory"
OWNED = "owned"
STATE = "state"
TEMPLATES = "templates"
LOCK = "lock"
STAGING = "staging"
# Only where the output folder is a file system of its own.
HIDDEN_STAGING = ".pregon-staging"
# So many files are spread over so many folders.
MANY, PARTS = 1000, 64
# Linux, `include/uapi/linux/fs.h`.
GET_FLAGS, SET_FLAGS, TOP_FOLDER = 0x80086601, 0x40086602, 0x00020000


def cache_folder(output: Path) -> Path:
    """The folder for what is known of `output`, named by the digest of its absolute path."""
    # The same folder may be written in many ways.
    absolute = Path(os.path.abspath(output))
    name = sha256(str(absolute).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return absolute.parent / CACHE / name


class Staging(NamedTuple):
    """Where files are written before they are published, many of them in several `parts`.

    For each new file ext4 looks through all that was deleted near its folder in the last minutes, which after an edit
    of the theme is thousands of files. In several folders, far from each other, it finds them in a third of the time.
    """

    folder: str
    parts: int

    def make(self) -> None:
        """Make the folders, which are not there.

        Raises:
            OSError: they cannot be made.
        """
        os.makedirs(self.folder)
        if self.parts > 1:
            _spread(self.folder)
        for part in range(self.parts):
            os.mkdir(f"{self.folder}/{part}")

    def at(self, number: int) -> str:
        """The place of the file of this number."""
        return f"{self.folder}/{number % self.parts}/{number}"


def _spread(folder: str) -> None:
    """Let ext4 place the folders in `folder` far from each other, as it does at the top (`chattr +T`)."""
    try:
        from fcntl import ioctl

        opened = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return
    try:
        (flags,) = unpack("l", ioctl(opened, GET_FLAGS, pack("l", 0)))
        ioctl(opened, SET_FLAGS, pack("l", flags | TOP_FOLDER))
    except OSError:
        # Another file system, which has other ways.
        pass
    finally:
        os.close(opened)


def staging_of(output: Path, count: int) -> Staging:
    """The place for `count` files: on the output's own file system, so that a rename is one step.

    Raises:
        OSError: the cache folder is not there, or the output cannot be looked at.
    """
    cache = cache_folder(output)
    there = next(folder for folder in (output, *output.absolute().parents) if folder.exists())
    folder = cache / STAGING if os.stat(there).st_dev == os.stat(cache).st_dev else output / HIDDEN_STAGING
    return Staging(str(folder), PARTS if count > MANY else 1)
