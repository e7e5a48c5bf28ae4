"""updated-before-date: a change that is older than what was changed.

What it finds: an `updated` that lies before the `date`, or where that is absent, before the day in the file's name.
Why it matters: readers are told that the text was changed before it appeared, and believe neither of the two dates.
What to do: correct the one that is wrong; take `updated` out if nothing has changed for readers.
"""

import re
from collections.abc import Iterator

from plugins.checks.moments import is_before
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "updated-before-date"
EXAMPLE = Example("updated: 2025-03-09", "updated: 2026-03-09")
MESSAGE = translatable("`updated` says {updated}, which is before the `date`, {date}.")
HINT = translatable("Correct the one that is wrong, or delete `updated`.")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The `updated` of `entry`, if it lies before its `date`."""
    source = entry.source
    updated = source.text_of("updated")
    if not updated:
        return
    date, document = source.text_of("date"), entry.document
    if not date and entry.kind == "campaign":
        # Its page may be changed before it begins.
        return
    first, last = getattr(document, "date", None), getattr(document, "updated", None)
    if not date:
        named = DAY.match(source.path, source.path.rfind("/") + 1)
        date = named[0] if named else ""
    if is_before(last, first) if first is not None and last is not None else _is_day_before(updated, date):
        values: dict[str, str | int] = {"updated": updated, "date": date}
        at = Location(source.path, source.span("updated"))
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT), updated)


def _is_day_before(updated: str, date: str) -> bool:
    """The same of a file that is no document yet."""
    last, first = DAY.match(updated), DAY.match(date)
    return bool(last and first and [*map(int, last.groups())] < [*map(int, first.groups())])


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find)
