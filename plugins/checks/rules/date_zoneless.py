"""date-zoneless: a time near midnight without its zone.

What it finds: a `date` or `updated` with a clock time between 23:00 and 1:00 and no zone behind it.
Why it matters: which day readers see then depends on a setting of the site, and moves when that is changed.
What to do: write the zone behind the time (`-0300`), or the day alone.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.document import Moment
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "date-zoneless"
EXAMPLE = Example("date: 2026-03-02 23:30", "date: 2026-03-02 23:30 -0300")
MESSAGE = translatable("`{field}` is close to midnight and has no zone: it may be another day.")
HINT = translatable("Write the zone behind the time, for example `{value}`; or write the day alone.")
LATE = re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)(?:23|0?0):\d\d(?::\d\d(?:\.\d*)?)?", re.ASCII)
OFFSET = re.compile(r"T\d\d:\d\d:\d\d(?P<hours>[+-]\d\d):(?P<minutes>\d\d)$")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The dates of `entry` that may be another day in another zone."""
    for field in ("date", "updated"):
        text = entry.source.text_of(field)
        if text and LATE.fullmatch(text):
            span = entry.source.span(field)
            fix = _with_offset(entry, span, text, getattr(entry.document, field, None))
            zone = fix.edits[0].text if fix is not None else " -0300"
            message, hint = Text(MESSAGE, {"field": field}), Text(HINT, {"value": text + zone})
            yield Diagnostic(Location(entry.source.path, span), NAME, Severity.WARNING, message, hint, text, fix)


def _with_offset(entry: Entry, span: Span, text: str, moment: Moment | None) -> Fix | None:
    """The offset of the site on that day, which is how the date is read anyway."""
    offset = OFFSET.search(moment.iso) if moment is not None else None
    place = entry.source.written(span).find(text)
    if offset is None or place < 0 or span.line != span.end_line:
        return None
    column = span.column + place + len(text)
    return Fix((Edit(Span(span.line, column, span.line, column), f" {offset['hours']}{offset['minutes']}"),))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find, fix="safe")
