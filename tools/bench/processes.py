"""What is going on below this process: who descends from it, what that has cost, what memory it holds. Linux only."""

import ctypes
import os
import resource
from contextlib import suppress
from typing import NamedTuple

PROC = "/proc"
PR_SET_CHILD_SUBREAPER = 36
TICKS = os.sysconf("SC_CLK_TCK")


class Process(NamedTuple):
    """One line of the process table; `cpu` is in seconds and holds what its own ended children cost."""

    number: int
    parent: int
    state: str
    cpu: float


def adopt_orphans() -> None:
    """Make what a command leaves running a child of ours, so that its cost reaches us too."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def parse_stat(text: str) -> Process:
    """A process from the text of its `/proc/…/stat`."""
    # The second field is a name in parentheses and may hold blanks and parentheses.
    number, _, _ = text.partition(" ")
    fields = text[text.rindex(")") + 2 :].split()
    return Process(int(number), int(fields[1]), fields[0], sum(map(int, fields[11:15])) / TICKS)


def table() -> dict[int, Process]:
    """All processes of the machine."""
    found = {}
    for name in os.listdir(PROC):
        if name.isdecimal():
            with suppress(OSError), open(f"{PROC}/{name}/stat", encoding="utf-8", errors="replace") as file:
                found[int(name)] = parse_stat(file.read())
    return found


def descendants(of: int, processes: dict[int, Process]) -> list[Process]:
    """Children, grandchildren and so on, without `of` itself."""
    children: dict[int, list[Process]] = {}
    for process in processes.values():
        children.setdefault(process.parent, []).append(process)
    found, waiting = [], [of]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            found.append(child)
            waiting.append(child.number)
    return found


def living() -> list[Process]:
    """Our descendants that still run."""
    return [process for process in descendants(os.getpid(), table()) if process.state != "Z"]


def reap() -> None:
    """Take leave of the children that have ended; nobody else may be waiting for one."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def spent() -> float:
    """CPU seconds that all our descendants, ended or not, have cost up to now."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime + sum(process.cpu for process in descendants(os.getpid(), table()))


def pss(number: int) -> int:
    """The memory of a process in bytes: its own, and its share of what it shares. 0 when it is gone."""
    return parse_rollup(_rollup(number), "Pss")


def resident(number: int) -> int:
    """The memory of a process in bytes, all of what it shares included. 0 when it is gone."""
    return parse_rollup(_rollup(number), "Rss")


def parse_rollup(text: str, name: str) -> int:
    """One line of a `smaps_rollup`, in bytes."""
    for line in text.splitlines():
        found, _, value = line.partition(":")
        if found == name:
            return int(value.split()[0]) * 1024
    return 0


def _rollup(number: int) -> str:
    try:
        with open(f"{PROC}/{number}/smaps_rollup", encoding="ascii") as file:
            return file.read()
    except (OSError, ProcessLookupError):
        return ""
