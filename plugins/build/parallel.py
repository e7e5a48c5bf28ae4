"""Big jobs on all cores: the work is inherited by forked processes, so that nothing has to be sent to them.

Where fork is not to be had (Windows, macOS) and for small jobs it is done in this process. Where one machine is not
enough, an engine on other machines does it (`plugins.build.cluster`).
"""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from msgspec import Struct

from plugins.build.failure import BuildError
from plugins.build.lanes import Lanes
from plugins.build.portable import Cluster, Portable
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

R = TypeVar("R")
Work = Callable[[range], R]
# Below this a fork costs more than it saves.
SMALL = 150
CHUNK = 40
# Seconds between two looks at how far the lanes have got.
LOOK = 0.2
LOST = Diagnostic(
    Location("PROCESSES"),
    "process-lost",
    Severity.ERROR,
    Text(translatable("The system ended a process of this build, most likely for want of memory.")),
    Text(translatable("Write `PROCESSES = 1` into the settings and build again; nothing was changed.")),
)


class Crew(Struct, frozen=True):
    """How many processes a big job may have, or where else it is done; `tell` hears how much of it is."""

    processes: int = 1
    tell: Callable[[int, int], None] = lambda done, of: None
    cluster: Cluster | None = None


def available() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether processes can be forked safely here; on macOS the system's own libraries do not survive it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def spread(
    count: int, work: Work[R], crew: Crew, begin: Callable[[], None] | None = None, *, apart: bool = False
) -> Iterator[R]:
    """`work` for the numbers from 0 to `count`, in chunks, in any order; `begin` is called in each forked process.

    With `apart`, numbers near each other go to the same process, and what comes of them is handed back at the end:
    for work that remembers much and gives little.

    Raises:
        BuildError: the cluster cannot be used, or a process was lost.
        Exception: whatever `work` raises.
    """
    if crew.cluster is not None and count >= SMALL and isinstance(work, Portable):
        from plugins.build.cluster import spread_far

        yield from spread_far(count, work, crew.cluster, crew.tell)
        return
    if crew.processes < 2 or count < SMALL or not can_fork():
        yield from _alone(count, work, crew)
        return
    context = multiprocessing.get_context("fork")
    try:
        lanes = Lanes(count, crew.processes, CHUNK, context)
        begun = (work, begin, lanes)
        pool = ProcessPoolExecutor(crew.processes, mp_context=context, initializer=_begin, initargs=begun)
    except (OSError, NotImplementedError):
        # Some containers have no semaphores, without which processes cannot speak with each other.
        yield from _alone(count, work, crew)
        return
    try:
        yield from _in_lanes(pool, lanes, count, crew) if apart else _in_chunks(pool, count, crew)
    except BrokenProcessPool as error:
        raise BuildError(LOST) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_chunks(pool: ProcessPoolExecutor, count: int, crew: Crew) -> Iterator[Any]:
    waiting = {pool.submit(_done, chunk): len(chunk) for chunk in _chunks(count, crew.processes)}
    done = 0
    for future in as_completed(waiting):
        # A result that somebody still knows stays in memory.
        done += waiting.pop(future)
        crew.tell(done, count)
        yield future.result()
        del future


def _in_lanes(pool: ProcessPoolExecutor, lanes: Lanes, count: int, crew: Crew) -> Iterator[Any]:
    waiting = {pool.submit(_in_lane, lane) for lane in range(crew.processes)}
    while waiting:
        done, waiting = wait(waiting, timeout=LOOK, return_when=FIRST_COMPLETED)
        crew.tell(lanes.done if waiting else count, count)
        for future in done:
            yield from future.result()


def _alone(count: int, work: Work[R], crew: Crew) -> Iterator[R]:
    for start in range(0, count, CHUNK):
        chunk = range(start, min(start + CHUNK, count))
        yield work(chunk)
        crew.tell(chunk.stop, count)


def _chunks(count: int, processes: int) -> Sequence[range]:
    size = max(1, min(CHUNK * 4, count // (processes * 4) or 1))
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


# What a forked process has inherited to do: there is one job at a time, and only children set this.
_inherited: list[tuple[Work[Any], Lanes]] = []


def _begin(work: Work[Any], begin: Callable[[], None] | None, lanes: Lanes) -> None:
    # A collector would write to all that is inherited: memory that is only read stays shared.
    gc.disable()
    if begin is not None:
        begin()
    _inherited[:] = [(work, lanes)]


def _done(chunk: range) -> Any:
    return _inherited[0][0](chunk)


def _in_lane(lane: int) -> list[Any]:
    work, lanes = _inherited[0]
    return [work(chunk) for chunk in iter(lambda: lanes.take(lane), range(0))]
