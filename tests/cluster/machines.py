"""A Dask cluster on this machine: a scheduler and workers, each a process that knows nothing of the project."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

PATIENCE = 20.0


class Machines:
    """The running processes."""

    def __init__(self, folder: Path, stack: ExitStack, environment: Mapping[str, str]) -> None:
        self.folder, self._stack = folder, stack
        self._environment = {**os.environ, **environment}
        self._file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-show", "--no-dashboard")
        self.address = self._address()
        self.workers: list[subprocess.Popen[bytes]] = []

    def work(self, *threads: int) -> None:
        """Start a worker for each number of threads."""
        # Started elsewhere, so that they find the project only where they are told to.
        options = ("--no-nanny", "--no-dashboard", "--local-directory", str(self.folder), "--nthreads")
        self.workers += [self._start("worker", *options, str(count)) for count in threads]

    def _start(self, what: str, *options: str) -> "subprocess.Popen[bytes]":
        log = self._stack.enter_context((self.folder / f"{what}.log").open("ab"))
        words = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--scheduler-file", str(self._file), *options]
        process = subprocess.Popen(words, cwd=self.folder, env=self._environment, stdout=log, stderr=log)
        self._stack.callback(end, process)
        return process

    def _address(self) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.scheduler.poll() is None:
            try:
                return str(json.loads(self._file.read_text())["address"])
            except (OSError, ValueError):
                time.sleep(0.05)
        raise RuntimeError((self.folder / "scheduler.log").read_text())


def end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()


@contextmanager
def machines(folder: Path, *threads: int, **environment: str) -> Iterator[Machines]:
    """A scheduler, and a worker for each number of threads."""
    with ExitStack() as stack:
        made = Machines(folder, stack, environment)
        made.work(*threads)
        yield made
