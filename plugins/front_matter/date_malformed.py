"""date-malformed: a date that is no date, or an impossible one.

What it finds: a stray character after a date, a month 25, a word; in `date`, `updated`, `start`, `end`.
Why it matters: without its date a post has no place in the archive and in the feed, and would be lost.
Example: `date: 2019-03-29 12:00:00 -0300)`.
What to do: the hint shows the date without what is too much, or how a date is written.
"""

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.front_matter.dates import NotADate

RULE = "date-malformed"


def date_fault(
    at: Location, field: str, text: str, error: NotADate, *, month: bool = False, in_name: bool = False
) -> Diagnostic:
    """The finding for the value `text` of `field`, or for the date in the file's name."""
    if in_name:
        message = Text(
            translatable("The file name begins with «{value}», which is no day of the calendar."),
            {"value": text},
        )
    else:
        message = Text(translatable("«{value}» is not a date."), {"value": text})
    return Diagnostic(at, RULE, Severity.ERROR, message, _hint(text, error, month), text)


def _hint(text: str, error: NotADate, month: bool) -> Text:
    if error.parsed and error.rest.strip():
        return Text(
            translatable("«{rest}» at the end is too much: write `{date}`."),
            {"rest": error.rest.strip(), "date": error.parsed},
        )
    if not error.parsed and not error.rest:
        return Text(translatable("The day is missing: write it whole, for example `2026-03-02`."))
    if text[:4].isdigit() and len(text) >= 8:
        return Text(
            translatable(
                "There is no such day or hour: write year, month, day, for example `2026-03-02 09:00:00 -0300`."
            )
        )
    if month:
        return Text(translatable("Write a year, a month or a day: `2012`, `2012-01` or `2012-01-31`."))
    return Text(translatable("Write year, month and day with hyphens, for example `2026-03-02 09:00:00 -0300`."))
