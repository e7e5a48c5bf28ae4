"""Findings by the thousand: of one rule in one file the first are told, the others counted."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from plugins.core.diagnostic import Diagnostic, Text, translatable

MORE = translatable("From here on this file has {count} more findings of this kind.")
MORE_HINT = translatable("Correct the first ones, and check again: the others are told then.")
OFFENCE = "…"


def thinned(found: Sequence[Diagnostic], most: int) -> Sequence[Diagnostic]:
    """`found` with `most` of each rule in each file, and one finding that counts those behind them."""
    if len(found) <= most:
        return found
    seen: Counter[tuple[str, str]] = Counter()
    kept: list[Diagnostic] = []
    last: dict[tuple[str, str], Diagnostic] = {}
    for one in found:
        key = (one.location.path, one.rule)
        seen[key] += 1
        if seen[key] <= most:
            kept.append(one)
        else:
            last.setdefault(key, one)
    for key, one in last.items():
        message = Text(MORE, {"count": seen[key] - most})
        kept.append(structs.replace(one, message=message, hint=Text(MORE_HINT), offence=OFFENCE, fix=None))
    return kept
