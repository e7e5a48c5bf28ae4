"""`check --fix`: repairs what a machine can repair, and `--diff`: shows it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from plugins.build.bounded import replace
from plugins.build.mending import chosen, mended
from plugins.build.outcome import Outcome, Rereading
from plugins.core.diagnostic import Diagnostic

# A repair may bring to light what could not be seen before it; each round has fewer of them.
ROUNDS = 20


class Mended(Struct, frozen=True):
    """A file with its bytes before and after, and how many repairs were made."""

    path: str
    before: bytes
    after: bytes
    repairs: int


def mend(outcome: Outcome, found: Iterable[Diagnostic], *, unsafe: bool) -> Iterator[Mended]:
    """What the files of the findings `found` would be with every repair made; with `unsafe` those to be looked at, too.

    A file that has changed since it was read is left alone: the places would not be those that were meant.
    """
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for fault in found:
        if fault.fix is not None:
            by_path[fault.location.path].append(fault)
    for path, faults in sorted(by_path.items()):
        try:
            content = (outcome.content / path).read_bytes()
        except OSError:
            # It is reported where it is read.
            continue
        if outcome.again is not None and outcome.again.is_same(path, content):
            one = _mended(outcome.again, path, content, faults, unsafe)
            if one.after != content:
                yield one


def _mended(again: Rereading, path: str, content: bytes, faults: Iterable[Diagnostic], unsafe: bool) -> Mended:
    before, repairs = content, 0
    with suppress(ValueError):
        for _ in range(ROUNDS):
            fixes = chosen(faults, unsafe=unsafe)
            after = mended(content, fixes)
            if after == content:
                break
            content, repairs = after, repairs + len(fixes)
            faults = again.found(path, content)
    return Mended(path, before, content, repairs)


class Saved(Exception):
    """Somebody has saved the file since it was read."""


def write(one: Mended, folder: Path) -> None:
    """Put the mended file of `folder` in its place, whole or not at all; whoever may read it still may.

    Raises:
        Saved: the file is another one now, or lies outside of the folder; it stays.
        OSError: it cannot be written; the file is as it was.
    """
    path = (folder / one.path).resolve()
    if not path.is_relative_to(folder.resolve()) or path.read_bytes() != one.before:
        raise Saved(one.path)
    replace(path, one.after)


def diff(one: Mended, shown_path: Callable[[str], str]) -> bytes:
    """The changes in the unified form, which `patch` and `git apply` read; lines keep the ends they have."""
    name = shown_path(one.path).lstrip("/")
    lines = unified_diff(_lines(one.before), _lines(one.after), f"a/{name}", f"b/{name}")
    ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(ended).encode("utf-8", "surrogateescape")


def _lines(content: bytes) -> list[str]:
    # A lone CR ends a line for editors, and not for `patch`.
    *whole, rest = content.decode().split("\n")
    return [*(f"{line}\n" for line in whole), *([rest] if rest else [])]
