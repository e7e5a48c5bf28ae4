"""The baseline as a file: recorded by `check --baseline`, and shortened by every check once a debt is paid."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from plugins.build.baseline import FILE, Baseline, dump, key_of, load
from plugins.build.bounded import TooLarge, read_bytes
from plugins.build.outcome import Outcome
from plugins.core.diagnostic import Diagnostic
from plugins.core.norms import Limits

# Of such a file nobody knows what else is wrong with it.
UNKNOWN = ("errors", "baseline")


def record(outcome: Outcome, baseline: Baseline) -> Path:
    """Write `baseline` into the content folder, whole or not at all; the file.

    Raises:
        OSError: it cannot be written.
    """
    path = outcome.content / FILE
    beside = path.with_name(f"{FILE}.new")
    beside.write_bytes(dump(baseline))
    beside.replace(path)
    return path


def without_paid(baseline: Baseline, known: Iterable[Diagnostic], held: Mapping[str, str]) -> Baseline:
    """`baseline` without the debts that are not among the `known` findings any more.

    Those of a file that could not be read whole, which is `held` for its errors, stay: they may still be there.
    """
    found = Counter(map(key_of, known))
    left = {
        key: count if held.get(key[0]) in UNKNOWN else min(count, found[key]) for key, count in baseline.counts.items()
    }
    return Baseline({key: count for key, count in left.items() if count})


def pay(outcome: Outcome) -> int:
    """Take the debts that are paid out of the file, as far as it can be written; how many they are."""
    limits = outcome.site.config.norms.limits if outcome.site is not None else Limits()
    with suppress(OSError, TooLarge):
        baseline = load(read_bytes(str(outcome.content / FILE), limits.baseline_bytes))
        if isinstance(baseline, Baseline):
            left = without_paid(baseline, outcome.baselined, outcome.held)
            paid = sum(baseline.counts.values()) - sum(left.counts.values())
            if paid:
                record(outcome, left)
            return paid
    return 0
