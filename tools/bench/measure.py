"""Runs one command to its very end and says what its whole tree of processes cost."""

import os
import signal
import subprocess
import time
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.bench.processes import living, pss, reap, spent

PAUSE = 0.05
SETTLED = 0.5
PATIENCE = 30.0


class Cost(NamedTuple):
    """Seconds, bytes (0 when memory was not watched), what was printed, and how many processes stayed."""

    cpu: float
    wall: float
    peak: int
    printed: str
    stayed: int = 0


class Failed(Exception):
    """The command ended with a status that is not 0; the text is what it printed."""


def run(command: Sequence[str], folder: Path, environ: Mapping[str, str], *, watch: bool = False) -> Cost:
    """Run `command` in `folder`; with `watch`, look at the memory of its tree all the time, which costs time.

    Raises:
        Failed: it did not work.
    """
    log = folder.parent / f"{folder.name}.log"
    before, known = spent(), {process.number for process in living()}
    start = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            peak = _watch(process.pid) if watch else 0
            status = process.wait()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
    wall = time.perf_counter() - start
    stayed = settle(known)
    printed = log.read_text("utf-8", "replace")
    if status:
        raise Failed(printed)
    return Cost(spent() - before, wall, peak, printed, stayed)


def settle(known: Container[int] = ()) -> int:
    """Wait for processes that outlived the command to end, or to do nothing any more; how many are left.

    Those whose numbers are `known` ran before it, and are not waited for.
    """
    end = time.monotonic() + PATIENCE
    last, since = -1.0, time.monotonic()
    while True:
        reap()
        left = [process for process in living() if process.number not in known]
        now = sum(process.cpu for process in left)
        if now != last:
            last, since = now, time.monotonic()
        if not left or time.monotonic() - since > SETTLED or time.monotonic() > end:
            return len(left)
        time.sleep(PAUSE)


def dismiss() -> None:
    """End whatever our commands left running."""
    for process in living():
        os.kill(process.number, signal.SIGKILL)
    settle()


def _watch(number: int) -> int:
    """The most memory that the tree of `number` held at one moment."""
    peak = 0
    while os.waitid(os.P_PID, number, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        began = time.perf_counter()
        peak = max(peak, sum(pss(process.number) for process in living()))
        time.sleep(max(0.0, PAUSE - (time.perf_counter() - began)))
    return peak
