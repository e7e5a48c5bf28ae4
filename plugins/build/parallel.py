"""Big jobs on all cores: the work is inherited by forked processes, so that nothing has to be sent to them.

Where fork is not to be had (Windows, macOS) and for small jobs it is done in this process. Where one machine is not
enough, an engine on other machines does it (`plugins.build.cluster`).
"""

import os
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from plugins.build.failure import BuildError
from plugins.build.portable import Cluster, Portable
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

R = TypeVar("R")
Work = Callable[[range], R]
# Below this a fork costs more than it saves.
SMALL = 150
CHUNK = 40
# Whatever a process looks at it gets a copy of, as Python counts who knows it: fresh ones begin with none.
ROUND = 30_000
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
    for work that remembers much and gives little. Processes are then let go after each `ROUND`, for they grow.

    Raises:
        BuildError: the cluster cannot be used, or a process was lost.
        Exception: whatever `work` raises.
    """
    if crew.cluster is not None and count >= SMALL and isinstance(work, Portable):
        from plugins.build.cluster import spread_far

        yield from spread_far(count, work, crew.cluster, crew.tell)
        return
    if crew.processes < 2 or count < SMALL or not can_fork():
        yield from _alone(range(count), work, crew, count)
        return
    # Slow to import, for the many builds that need no second process.
    from plugins.build.pool import open_pool

    for part in _parts(count, ROUND if apart else count):
        pool = open_pool(len(part), _behind(work, part.start), crew.processes, begin, CHUNK)
        if pool is None:
            yield from _alone(part, work, crew, count)
            continue
        tell = _told_of(crew, part.start, count)
        try:
            yield from pool.in_lanes(tell) if apart else pool.in_chunks(tell)
        except pool.Broken as error:
            raise BuildError(LOST) from error
        finally:
            pool.close()


def _parts(count: int, size: int) -> Iterator[range]:
    for start in range(0, count, size):
        yield range(start, min(start + size, count))


def _behind(work: Work[R], start: int) -> Work[R]:
    """`work` for numbers that begin with 0 where its own begin with `start`."""
    return lambda chunk: work(range(chunk.start + start, chunk.stop + start))


def _told_of(crew: Crew, start: int, count: int) -> Callable[[int, int], None]:
    return lambda done, of: crew.tell(start + done, count)


def _alone(numbers: range, work: Work[R], crew: Crew, count: int) -> Iterator[R]:
    for start in range(numbers.start, numbers.stop, CHUNK):
        chunk = range(start, min(start + CHUNK, numbers.stop))
        yield work(chunk)
        crew.tell(chunk.stop, count)
