"""What checks leave for the next check of the same content: where it lies, and for how long."""

import os
from hashlib import sha256
from itertools import islice
from pathlib import Path
from shutil import rmtree

from plugins.build.place import CACHE

PREFIX = "check-"
# Checking fewer files takes no longer than remembering them.
LARGE = 200
MOST = 8


def check_folder(root: Path, content: Path | None) -> Path | None:
    """The folder for what checks of `content` (None: the project's own) know; None where that is not worth it.

    Builds of the project at `root` keep theirs elsewhere, and none spoils another's.
    """
    if content is not None and not _is_large(content):
        return None
    place = (content or root / "content").absolute()
    name = sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return root / CACHE / f"{PREFIX}{name}"


def _is_large(content: Path) -> bool:
    files = (name for _, _, names in os.walk(content) for name in names)
    return next(islice(files, LARGE, None), None) is not None


def leave_newest(folder: Path) -> None:
    """Take away what was kept of contents that were checked long ago, all but `folder` and the newest."""
    others = sorted(folder.parent.glob(f"{PREFIX}*"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for old in others[MOST:]:
        if old != folder:
            rmtree(old, ignore_errors=True)
