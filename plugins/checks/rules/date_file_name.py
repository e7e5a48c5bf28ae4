"""date-file-name: a date that is not the one in the file's name.

What it finds: a `date` whose day, in the zone that is written, differs from the day with which the file's name begins.
Why it matters: readers see the `date`, the team finds files by their names; one of the two is most likely a slip.
What to do: correct the one that is wrong; a file that has translations is renamed together with them.
"""

import re
from collections.abc import Iterator
from datetime import date

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "date-file-name"
EXAMPLE = Example("date: 2026-02-03 09:00:00 -0300", "date: 2026-03-02 09:00:00 -0300")
MESSAGE = translatable("The file's name says {named}, its `date` says {written}.")
HINT = translatable("Correct `date`, or let the name of the file and of its translations begin with `{written}`.")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The `date` of `entry`, if the file's name says another day."""
    source = entry.source
    written = DAY.match(source.text_of("date"))
    named = DAY.match(source.path, source.path.rfind("/") + 1) if written else None
    if written is None or named is None or [*map(int, written.groups())] == [*map(int, named.groups())]:
        return
    try:
        date(*map(int, written.groups()))
    except ValueError:
        return  # `date-malformed` says so.
    span = source.span("date")
    values: dict[str, str | int] = {"named": named[0], "written": written[0]}
    offence = f"{named[0]} {written[0]}"
    yield Diagnostic(
        Location(source.path, span), NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT, values), offence
    )


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find)
