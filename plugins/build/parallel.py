"""Big jobs on all cores: the work is inherited by forked processes, so that nothing has to be sent to them.

Where fork is not to be had (Windows, macOS) and for small jobs it is done in this process. Where one machine is not
enough, an engine on other machines does it (`plugins.build.cluster`).
"""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Any, TypeVar

from msgspec import Struct

from plugins.build.portable import Cluster, Portable

R = TypeVar("R")
Work = Callable[[range], R]
# Below this a fork costs more than it saves.
SMALL = 150
CHUNK = 40


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


def spread(count: int, work: Work[R], crew: Crew, begin: Callable[[], None] | None = None) -> Iterator[R]:
    """`work` for the numbers from 0 to `count`, in chunks, in any order; `begin` is called in each forked process.

    Raises:
        BuildError: the cluster cannot be used.
        Exception: whatever `work` raises.
    """
    if crew.cluster is not None and count >= SMALL and isinstance(work, Portable):
        from plugins.build.cluster import spread_far

        yield from spread_far(count, work, crew.cluster, crew.tell)
        return
    if crew.processes < 2 or count < SMALL or not can_fork():
        yield from _alone(count, work, crew)
        return
    chunks = _chunks(count, crew.processes)
    # What was made up to here is never looked at again by the collectors of the children: their memory stays shared.
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(crew.processes, mp_context=context, initializer=_begin, initargs=(work, begin))
    try:
        waiting = {pool.submit(_done, chunk): len(chunk) for chunk in chunks}
        done = 0
        for future in as_completed(waiting):
            # A result that somebody still knows stays in memory.
            done += waiting.pop(future)
            crew.tell(done, count)
            yield future.result()
            del future
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


def _alone(count: int, work: Work[R], crew: Crew) -> Iterator[R]:
    for start in range(0, count, CHUNK):
        chunk = range(start, min(start + CHUNK, count))
        yield work(chunk)
        crew.tell(chunk.stop, count)


def _chunks(count: int, processes: int) -> Sequence[range]:
    size = max(1, min(CHUNK * 4, count // (processes * 4) or 1))
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


# What a forked process has inherited to do: there is one job at a time, and only children set this.
_inherited: list[Work[Any]] = []


def _begin(work: Work[Any], begin: Callable[[], None] | None) -> None:
    gc.disable()
    if begin is not None:
        begin()
    _inherited[:] = [work]


def _done(chunk: range) -> Any:
    return _inherited[0](chunk)
