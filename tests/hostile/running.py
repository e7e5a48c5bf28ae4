"""`check` in processes of its own: what it said, how long it took, and how much memory all of them had at once."""

import os
import subprocess
import sys
import time
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryFile

from msgspec import Struct

from plugins.build.check_cache import check_folder

ROOT = Path(__file__).parents[2]
PAUSE = 0.02


class Ran(Struct, frozen=True):
    """A process that has ended; `peak` is the most memory (bytes) that it and its children had together."""

    status: int
    out: str
    err: str
    seconds: float
    peak: int


def check(content: Path, *arguments: str, timeout: float = 3600) -> Ran:
    """`tasks.py check` of the folder `content`, which leaves nothing behind.

    Raises:
        TimeoutError: it has not ended.
    """
    try:
        return run([sys.executable, "tasks.py", "check", "--content", str(content), *arguments], timeout)
    finally:
        kept = check_folder(ROOT, content)
        if kept is not None:
            rmtree(kept, ignore_errors=True)


def run(command: list[str], timeout: float) -> Ran:
    """`command` in the project's folder.

    Raises:
        TimeoutError: it has not ended.
    """
    began, peak = time.perf_counter(), 0
    with TemporaryFile() as out, TemporaryFile() as err:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        while process.poll() is None:
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            if time.perf_counter() - began > timeout:
                process.kill()
                process.wait()
                raise TimeoutError(f"{command} has not ended after {timeout:.0f} s")
            time.sleep(PAUSE)
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read().decode("utf-8", "surrogateescape"))
    return Ran(process.returncode, *said, time.perf_counter() - began, peak)


def _family(pid: int) -> list[int]:
    """The process and all that descend from it."""
    try:
        tasks = os.listdir(f"/proc/{pid}/task")
        found = " ".join(Path(f"/proc/{pid}/task/{task}/children").read_text() for task in tasks)
    except OSError:
        return []
    return [pid, *(one for child in found.split() for one in _family(int(child)))]


def _memory(pid: int) -> int:
    """The memory of a process, what it shares with others by halves (PSS), in bytes."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) * 1024
    except (OSError, StopIteration):
        return 0
