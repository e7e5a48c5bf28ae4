"""Lanes: each process begins with a stretch of its own, so that what lies near each other is worked out in one memory.

Who has done its stretch takes from the far end of the longest one that is left.
"""

from multiprocessing.context import BaseContext


class Lanes:
    """Which of the numbers from 0 to `count` are still to be done; forked processes see the same."""

    def __init__(self, count: int, lanes: int, chunk: int, context: BaseContext) -> None:
        """As many stretches of equal length as there are `lanes`, given out in pieces of `chunk`."""
        bounds = [count * lane // lanes for lane in range(lanes + 1)]
        self._first = context.RawArray("l", bounds[:-1])
        self._last = context.RawArray("l", bounds[1:])
        self._lock = context.Lock()
        self._lanes, self._chunk, self._count = range(lanes), chunk, count

    def take(self, lane: int) -> range:
        """What the process of `lane` does next; empty when nothing is left."""
        with self._lock:
            if self._left(lane):
                first = self._first[lane]
                self._first[lane] = min(first + self._chunk, self._last[lane])
                return range(first, self._first[lane])
            other = max(self._lanes, key=self._left)
            last = self._last[other]
            self._last[other] = max(last - self._chunk, self._first[other])
            return range(self._last[other], last)

    @property
    def done(self) -> int:
        """How many numbers were given out."""
        return self._count - sum(map(self._left, self._lanes))

    def _left(self, lane: int) -> int:
        return int(self._last[lane] - self._first[lane])
