"""The step `serve`: how soon a saved change can be read through the local server."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from math import ceil
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from tools.bench.addresses import address, home, listing
from tools.bench.document import Document
from tools.bench.edits import NotSeen, changed_body, changed_title
from tools.bench.processes import living, resident, spent
from tools.bench.project import Project

EDITS = 50
PATIENCE = 300.0
POLL = 0.004


class Served(NamedTuple):
    """Seconds from the start to the first answer; milliseconds until one page, then the whole site, showed a change;
    CPU seconds for one edit; bytes of memory after the start and after the edits."""

    start: float
    median: float
    p95: float
    whole: float
    cpu: float
    before: int
    after: int


def is_there(tasks: str) -> bool:
    """Whether a `tasks.py` with this text has the task `serve`."""
    return bool(re.search(r"^def serve\b", tasks, re.MULTILINE))


def percentile(values: list[float], share: float) -> float:
    """The smallest of `values` that so large a share of them does not exceed."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def measure_serve(project: Project, documents: list[Document]) -> Served:
    """Start `serve`, save changes one after the other, and wait for each.

    Raises:
        NotSeen: an address did not show what it should within five minutes.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log: Path = project.folder.parent / "serve.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            project.task("serve", "--port", str(port)),
            cwd=project.folder,
            env=project.environ,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        return _edits(Reader(f"http://127.0.0.1:{port}", server), project, documents)
    except NotSeen as error:
        raise NotSeen(f"{error}\n{log.read_text('utf-8', 'replace')[-2000:]}") from error
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


class Reader:
    """Reads addresses of a server until they show what is waited for."""

    def __init__(self, base: str, server: "subprocess.Popen[bytes]") -> None:
        self.base, self.server = base, server

    def wait(self, path: str, mark: str) -> float:
        """Seconds until the answer at `path` holds `mark`."""
        start = time.perf_counter()
        while mark not in self.read(path):
            if time.perf_counter() - start > PATIENCE or self.server.poll() is not None:
                raise NotSeen(f"{path}: {mark}")
            time.sleep(POLL)
        return time.perf_counter() - start

    def read(self, path: str) -> str:
        """The text at `path`; empty when there is none."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=60) as answer:
                return str(answer.read().decode("utf-8", "replace"))
        except (OSError, urllib.error.URLError):
            return ""


def _edits(reader: Reader, project: Project, documents: list[Document]) -> Served:
    posts = [one for one in documents if one.kind == "post" and (project.content / one.path).exists()]
    chance = Random("serve")

    def save(change: Callable[[Document, str], Document], number: int, mark: str) -> Document:
        posts[number] = change(posts[number], mark)
        (project.content / posts[number].path).write_text(posts[number].text(), encoding="utf-8")
        return posts[number]

    start = reader.wait("/", "</html>")
    before, cpu = _memory(), spent()
    waits = []
    for edit in range(EDITS):
        mark = f"Berenjena{edit}."
        document = save(changed_body, chance.randrange(len(posts)), mark.rstrip("."))
        waits.append(reader.wait(address(document), mark) * 1000)
    cpu = (spent() - cpu) / EDITS
    after = _memory()
    newest = save(changed_title, len(posts) - 1, "Calabaza")
    paths = (address(newest), f"{home(newest.lang)}feed.xml", listing(newest.lang, "posts"))
    whole = sum(reader.wait(path, "Calabaza") for path in paths) * 1000
    return Served(start, median(waits), percentile(waits, 0.95), whole, cpu, before, after)


def _memory() -> int:
    return sum(resident(process.number) for process in living())
