"""The baseline as a file: recorded by `check --baseline`, and shortened by every check once a debt is paid."""

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path

from plugins.build.baseline import FILE, Baseline, Key, dump, key_of, load
from plugins.build.bounded import TooLarge, read_bytes, replace
from plugins.build.outcome import Outcome

# Why a file is held back of which nobody knows what else is wrong with it.
ERRORS = "errors"
# Without what these are about, other rules do not look.
REGISTERS = ("taxonomy-unreadable", "published-unreadable", "file-unreadable", "baseline-unreadable")


def record(outcome: Outcome, baseline: Baseline) -> Path:
    """Write `baseline` into the content folder, whole or not at all; the file.

    Raises:
        OSError: it cannot be written.
    """
    path = outcome.content / FILE
    replace(path, dump(baseline))
    return path


def without_paid(baseline: Baseline, outcome: Outcome) -> Baseline:
    """`baseline` without the debts that are not among the known findings of `outcome` any more.

    Those of a file that is not published, and of rules that are off somewhere, stay: they may still be there.
    """
    found, files = Counter(map(key_of, outcome.baselined)), frozenset(outcome.files)
    left: dict[Key, int] = {}
    for key, count in baseline.counts.items():
        path, rule, _ = key
        is_seen = path in files or not os.path.lexists(outcome.content / path)
        stays = path in outcome.held or rule in outcome.off or not is_seen
        left[key] = count if stays else min(count, found[key])
    return Baseline({key: count for key, count in left.items() if count})


def pay(outcome: Outcome) -> int:
    """Take the debts that are paid out of the file, as far as it can be written; how many they are.

    While anything could not be read, nobody knows what is paid.
    """
    if outcome.site is None or outcome.setting_faults or ERRORS in outcome.held.values():
        return 0
    if any(found.rule in REGISTERS for found in outcome.diagnostics):
        return 0
    with suppress(OSError, TooLarge):
        baseline = load(read_bytes(str(outcome.content / FILE), outcome.site.config.norms.limits.baseline_bytes))
        if isinstance(baseline, Baseline):
            left = without_paid(baseline, outcome)
            paid = sum(baseline.counts.values()) - sum(left.counts.values())
            if paid:
                record(outcome, left)
            return paid
    return 0
