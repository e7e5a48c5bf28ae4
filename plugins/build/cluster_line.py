"""The line to a Dask scheduler: what is sent, what comes back, and what is said when nothing can."""

import logging
import pickle
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sized
from contextlib import ExitStack, contextmanager
from typing import Any
from uuid import uuid4

import dask
import distributed
from distributed.comm.core import CommClosedError

from plugins.build.cluster_faults import lost, no_workers, unfit, unreachable, unsendable
from plugins.build.failure import BuildError
from plugins.build.portable import Cluster, Load, Unfit, packed
from plugins.build.visit import visit_of

# Seconds: until a scheduler counts as not there, between two looks at whether the cluster still lives, and for how
# long it may be without any worker.
ANSWER, LOOK, ALONE = 5.0, 2.0, 30.0
# Loads under way for each thread of the workers: one that is done, others on their way there and back.
AHEAD = 3
# How the engine says that it lost what it was asked to do.
GONE = (distributed.CancelledError, CommClosedError, distributed.scheduler.KilledWorker)
LOGGERS = ("distributed", "distributed.client", "tornado", "tornado.application", "asyncio")


class Line:
    """Loads under way to the workers of a cluster."""

    def __init__(self, cluster: Cluster, there: Callable[[], Load]) -> None:
        """Connect.

        Raises:
            BuildError: there is no scheduler, it has no workers that fit, or `there` cannot travel.
        """
        self.cluster = cluster
        self.waiting: dict[Any, int] = {}
        self.threads, self.counted, self.peopled = 1, 0.0, time.monotonic()
        try:
            told = visit_of(cluster, there)
        except Exception as error:  # A filter of the settings may be anything, and refuse to travel in any way.
            raise BuildError(unsendable(cluster, error)) from error
        with ExitStack() as stack:
            stack.enter_context(dask.config.set(_configuration()))
            stack.enter_context(_silence())
            self.client: Any = _connected(cluster)
            stack.callback(self.client.close, timeout=LOOK)
            self._meet()
            self.name, self.task = uuid4().hex, _task(cluster.paths)
            # As a task, not as data: when the worker that holds it dies, the scheduler makes it again.
            self.told = self.client.submit(bytes, told, pure=False)
            self._stack = stack.pop_all()

    def _meet(self) -> None:
        try:
            self.client.wait_for_workers(1, timeout=ANSWER)
            about = self.client.get_versions()
        except TimeoutError as error:
            raise BuildError(no_workers(self.cluster)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise BuildError(unreachable(self.cluster, error)) from error
        # What a function is compiled to is understood by the same Python alone.
        for name, found in {self.cluster.address: about["scheduler"], **about["workers"]}.items():
            theirs = ".".join(found["host"]["python"].split(".")[:3])
            if theirs != ".".join(map(str, sys.version_info[:3])):
                raise BuildError(unfit(self.cluster, Unfit("other", f"Python {theirs}", name)))

    @property
    def is_full(self) -> bool:
        """Whether the workers have enough to do."""
        return len(self.waiting) >= AHEAD * self.threads

    def send(self, load: Sized) -> None:
        """Send a load."""
        self._count()
        future = self.client.submit(self.task, self.name, self.told, packed(load), pure=False)
        self.waiting[future] = len(load)

    def receive(self) -> tuple[Any, int]:
        """What came of one of the loads, whichever is done, and how long that was.

        Raises:
            BuildError: the cluster was lost, or a worker would make something else than this machine.
            Exception: whatever the work raises.
        """
        while True:
            for future in [one for one in self.waiting if one.status != "pending"]:
                try:
                    came = future.result(timeout=ALONE)
                except TimeoutError:
                    if future.status == "error":
                        raise
                    # The worker that had it died before it was fetched: it is made again.
                    continue
                except Exception as error:
                    raise self._fault(error) from error
                return pickle.loads(came), self.waiting.pop(future)
            self._wait()

    def close(self) -> None:
        """Let the cluster go, with whatever is still under way."""
        self.waiting.clear()
        self._stack.close()

    def _wait(self) -> None:
        try:
            with self.client.as_current():
                wait: Any = distributed.wait
                wait(list(self.waiting), timeout=LOOK, return_when="FIRST_COMPLETED")
        except TimeoutError:
            self._count()
        except GONE as error:
            raise BuildError(lost(self.cluster, error)) from error

    def _count(self) -> None:
        """Look, now and then, how many threads there are; a cluster without any for a while is lost."""
        now = time.monotonic()
        if now < self.counted + LOOK:
            return
        self.counted = now
        try:
            if self.client.status != "running":
                raise CommClosedError(self.client.status)
            self.threads = sum(self.client.nthreads().values())
        except (OSError, TimeoutError) as error:
            raise BuildError(lost(self.cluster, error)) from error
        if self.threads:
            self.peopled = now
        elif now > self.peopled + ALONE:
            raise BuildError(no_workers(self.cluster))

    def _fault(self, error: Exception) -> Exception:
        if isinstance(error, Unfit):
            return BuildError(unfit(self.cluster, error))
        if isinstance(error, ImportError):
            return BuildError(unfit(self.cluster, Unfit("unloaded", str(error), self.cluster.address)))
        return BuildError(lost(self.cluster, error)) if isinstance(error, GONE) else error


def _configuration() -> dict[str, object]:
    # Loads may be large: nothing needs to be said about it.
    return {"distributed.admin.large-graph-warning-threshold": "1GiB", "distributed.comm.timeouts.connect": ANSWER}


def _connected(cluster: Cluster) -> Any:
    try:
        # That versions differ is found out, and said, by us.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client: Any = distributed.Client
            return client(cluster.address, timeout=ANSWER, set_as_default=False)
    except Exception as error:  # A name that nobody knows, a wrong certificate, a port of something else: anything.
        raise BuildError(unreachable(cluster, error)) from error


def _task(paths: tuple[str, ...]) -> Callable[[str, bytes, bytes], bytes]:
    def task(name: str, told: bytes, load: bytes) -> bytes:
        # A function within a function travels whole: the worker need not know where to find us.
        import sys

        sys.path += [path for path in paths if path not in sys.path]
        from plugins.build.visit import visit

        return visit(name, told, load)

    return task


@contextmanager
def _silence() -> Iterator[None]:
    """Nothing of the engine's log on the terminal: what matters of it is said by us."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(logger, logger.level) for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for logger, level in before:
            logger.setLevel(level)
