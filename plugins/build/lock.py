"""One build at a time for each output folder: a second one waits until the first has ended, or died."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PAUSE = 0.05


class LockError(Exception):
    """The lock cannot be made; `reason` is why."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(str(reason))
        self.reason = reason


@contextmanager
def held(path: Path, wait: Callable[[], None] | None) -> Iterator[bool]:
    """Hold the file `path` for as long as the block runs; yields whether it could be had.

    While another process has it, `wait` is called once and then it is waited for; with None it is not.

    Raises:
        LockError: the file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise LockError(error) from error
    # A lock on an open file goes with the process, however it ends; the file itself stays.
    with file:
        mine = _taken(file)
        if not mine and wait is not None:
            wait()
            while not mine:
                time.sleep(PAUSE)
                mine = _taken(file)
        yield mine


def file_system_time(path: Path) -> int:
    """The time that the file system would write on a file changed now (nanoseconds); `path` is ours.

    Raises:
        OSError: it cannot be touched.
    """
    os.utime(path)
    return path.stat().st_mtime_ns


def _taken(file: IO[bytes]) -> bool:
    try:
        _take(file)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _take(file: IO[bytes]) -> None:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
