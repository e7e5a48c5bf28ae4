"""title-full-stop: a title that ends in a full stop.

What it finds: a `title` with a single full stop at its end; an abbreviation (`EE. UU.`) and three dots pass.
Why it matters: a title is a name, not a sentence; in lists, shares and feeds the stop looks like a slip.
What to do: delete the full stop.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.source import Source

NAME = "title-full-stop"
EXAMPLE = Example("title: Agua limpia para todos.", "title: Agua limpia para todos")
MESSAGE = translatable("The title “{title}” ends in a full stop.")
HINT = translatable("Delete the full stop.")
# The word before the stop is longer than an abbreviation, and small.
STOP = re.compile(r"[^\W\dA-ZÁÉÍÓÚÑ]{4,}[)»”\"']?\.$")
# Of a title all in capitals `title-capitals` speaks.
STRESSED = re.compile(r"(?<![\w.])(?!LTDA|EIRL)[A-ZÁÉÍÓÚÑÇÃÕÂÊÔÀ]{4,}[)»”\"']?\.$")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The title of `entry`, if it ends like a sentence."""
    title = entry.source.text_of("title")
    if not title.endswith(".") or not (STOP.search(title) or (STRESSED.search(title) and not title.isupper())):
        return
    span = entry.source.span("title")
    fix = _without(entry.source, span)
    at = Location(entry.source.path, span)
    yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, {"title": title}), Text(HINT), title, fix)


def _without(source: Source, span: Span) -> Fix | None:
    """The stop taken out, if it is plainly the last sign of what is written, and of nothing else that names it."""
    written = source.written(span)
    bare = written[:-1] if written[:1] in ('"', "'") and written[-1:] == written[:1] else written
    if written.startswith("*") or not bare.endswith(".") or "\n" in written:
        return None
    place = span.column + len(bare) - 1
    return Fix((Edit(Span(span.line, place, span.line, place + 1), ""),))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find, fix="safe")
