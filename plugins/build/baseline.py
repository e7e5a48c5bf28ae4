"""The baseline: debts that were known when it was written, so that only new mistakes stop a build.

A debt is a file, a rule and the offending text, with how often it occurs; lines may move.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, sort_key, translatable

FILE = ".baseline.json"
# What harms readers is never an old debt.
NEVER = frozenset({"html-unsafe", "baseline-unreadable"})
Key = tuple[str, str, str]
Counts = dict[str, dict[str, dict[str, Annotated[int, Meta(ge=1)]]]]
UNREADABLE = translatable("The list of known debts cannot be read, so all of them are reported again.")
HINT = translatable("Restore the file as it was, or delete it and run: python3 tasks.py check --baseline")
LARGE = translatable("The list of known debts has {size} bytes, and {limit} are read at most.")
LARGE_HINT = translatable("Delete it and record it anew, or set a higher `baseline_bytes` in `CHECK_LIMITS`.")
NOT_READ = translatable("The list of known debts cannot be read: {reason}.")


class Baseline(Struct, frozen=True):
    """How often each known debt (path, rule, offending text) may occur."""

    counts: dict[Key, int] = {}


class Written(Struct, frozen=True):
    """The file's shape: path, rule, offending text, how often."""

    files: Counts


def from_diagnostics(diagnostics: Iterable[Diagnostic]) -> Baseline:
    """The baseline that takes in all `diagnostics`, errors and warnings, but those that are never one."""
    return Baseline(dict(Counter(key_of(found) for found in diagnostics if found.rule not in NEVER)))


def split(
    diagnostics: Iterable[Diagnostic], baseline: Baseline
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings that are new, and the known ones; of equal ones the first are the known."""
    left = dict(baseline.counts)
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    for found in sorted(diagnostics, key=sort_key):
        key = key_of(found)
        if found.rule not in NEVER and left.get(key, 0) > 0:
            left[key] -= 1
            known.append(found)
        else:
            new.append(found)
    return tuple(new), tuple(known)


def dump(baseline: Baseline) -> bytes:
    """The file's bytes: sorted, one debt on a line, so that version control shows what was paid."""
    files: Counts = {}
    for (path, rule, offence), count in sorted(baseline.counts.items()):
        files.setdefault(path, {}).setdefault(rule, {})[offence] = count
    # A file name may hold what UTF-8 cannot say; JSON can, as `\udc80`.
    text = json.dumps({"files": files}, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace")


def load(content: bytes) -> Baseline | Diagnostic:
    """The baseline in the file's bytes; the diagnostic where the file is damaged."""
    try:
        written = msgspec.convert(json.loads(content.decode("utf-8-sig")), Written)
    except json.JSONDecodeError as error:
        return _unreadable(Span(error.lineno, error.colno, error.lineno, error.colno))
    except (ValueError, RecursionError):
        return _unreadable(Span())
    return Baseline(
        {
            (path, rule, offence): count
            for path, rules in written.files.items()
            for rule, offences in rules.items()
            for offence, count in offences.items()
        }
    )


def key_of(found: Diagnostic) -> Key:
    """By what a debt is known again."""
    return found.location.path, found.rule, found.offence


def baseline_large(size: int, limit: int) -> Diagnostic:
    """The file has more bytes than `limit`: nothing of it is read."""
    message = Text(LARGE, {"size": size, "limit": limit})
    return Diagnostic(Location(FILE), "baseline-unreadable", Severity.ERROR, message, Text(LARGE_HINT))


def baseline_unread(error: OSError) -> Diagnostic:
    """The system does not let us read the file, or it is none."""
    message = Text(NOT_READ, {"reason": error.strerror or type(error).__name__})
    return Diagnostic(Location(FILE), "baseline-unreadable", Severity.ERROR, message, Text(HINT))


def _unreadable(span: Span) -> Diagnostic:
    return Diagnostic(Location(FILE, span), "baseline-unreadable", Severity.ERROR, Text(UNREADABLE), Text(HINT))
