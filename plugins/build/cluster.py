"""Big jobs where one machine is not enough: the chunks go to the workers of a Dask scheduler, and come back as bytes.

The scheduler sees bytes alone and needs none of our code. Whatever goes wrong there is one diagnostic here, and
nothing has been published.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from plugins.build.cluster_faults import not_installed
from plugins.build.failure import BuildError
from plugins.build.portable import Cluster, Portable

R = TypeVar("R")
# A task should take much longer than the hundredth of a second that its way to a worker and back takes.
FIRST, MOST = 25, 100
# Tasks for each thread of the workers, so that none waits long for the slowest.
SHARES = 4


def spread_far(count: int, work: Portable[R], cluster: Cluster, tell: Callable[[int, int], None]) -> Iterator[R]:
    """`work` for the numbers from 0 to `count`, in any order, on the workers of `cluster`.

    Nothing is asked of the cluster before there is something to send.

    Raises:
        BuildError: the cluster cannot be used, or was lost.
        Exception: whatever the work raises.
    """
    line: Any = None
    done = start = 0
    try:
        while start < count:
            size = max(FIRST, min(MOST, count // (SHARES * line.threads))) if line and line.threads else FIRST
            chunk = range(start, min(start + size, count))
            start = chunk.stop
            loads, here = work.pack(chunk)
            yield here
            done += len(chunk)
            for load in loads:
                line = line or _line(cluster, work)
                line.send(load)
                done -= len(load)
            tell(done, count)
            while line and (line.is_full or (start == count and line.waiting)):
                came, size = line.receive()
                done += size
                tell(done, count)
                yield work.unpack(came)
    finally:
        if line:
            line.close()


def _line(cluster: Cluster, work: Portable[Any]) -> Any:
    try:
        from plugins.build.cluster_line import Line
    except ImportError as error:
        raise BuildError(not_installed(cluster)) from error
    return Line(cluster, work.there())
