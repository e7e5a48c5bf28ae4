"""Forked processes that do a big job: what they need they inherit, what comes of it they hand back."""

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from plugins.build.lanes import Lanes

# Seconds between two looks at how far the lanes have got.
LOOK = 0.2
Work = Callable[[range], Any]
Tell = Callable[[int, int], None]


class Pool:
    """`processes` that do one job for the numbers from 0 to `count`, in pieces of about `chunk`."""

    Broken = BrokenProcessPool

    def __init__(self, count: int, work: Work, processes: int, begin: Callable[[], None] | None, chunk: int) -> None:
        """Raises OSError, NotImplementedError: processes cannot speak with each other here."""
        context = multiprocessing.get_context("fork")
        self.count, self.processes, self.chunk = count, processes, chunk
        self.lanes = Lanes(count, processes, chunk, context)
        begun = (work, begin, self.lanes)
        self.pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=begun)

    def in_chunks(self, tell: Tell) -> Iterator[Any]:
        """What comes of each piece, as soon as it is there."""
        waiting = {self.pool.submit(_done, chunk): len(chunk) for chunk in self._chunks()}
        done = 0
        for future in as_completed(waiting):
            # A result that somebody still knows stays in memory.
            done += waiting.pop(future)
            tell(done, self.count)
            yield future.result()
            del future

    def in_lanes(self, tell: Tell) -> Iterator[Any]:
        """What comes of numbers near each other in one process, at the end."""
        waiting = {self.pool.submit(_in_lane, lane) for lane in range(self.processes)}
        while waiting:
            done, waiting = wait(waiting, timeout=LOOK, return_when=FIRST_COMPLETED)
            tell(self.lanes.done if waiting else self.count, self.count)
            for future in done:
                yield from future.result()

    def close(self) -> None:
        """Let the processes go."""
        self.pool.shutdown(wait=True, cancel_futures=True)

    def _chunks(self) -> Sequence[range]:
        size = max(1, min(self.chunk * 4, self.count // (self.processes * 4) or 1))
        return [range(start, min(start + size, self.count)) for start in range(0, self.count, size)]


def open_pool(count: int, work: Work, processes: int, begin: Callable[[], None] | None, chunk: int) -> Pool | None:
    """A pool; None where there can be none: some containers have no semaphores."""
    try:
        return Pool(count, work, processes, begin, chunk)
    except (OSError, NotImplementedError):
        return None


# What a forked process has inherited to do: there is one job at a time, and only children set this.
_inherited: list[tuple[Work, Lanes]] = []


def _begin(work: Work, begin: Callable[[], None] | None, lanes: Lanes) -> None:
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
