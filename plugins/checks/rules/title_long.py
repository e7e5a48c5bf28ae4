"""title-long: a title that is too long.

What it finds: a `title` of more characters than the limit, which is 90 unless the site sets another.
Why it matters: lists, search results and shares cut it off, and what matters may stand in the part that is lost.
What to do: shorten it; what does not fit belongs into the `intro`.
"""

from collections.abc import Iterator

from plugins.checks.lengths import count_over
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "title-long"
EXAMPLE = Example(
    "title: Vecinas de catorce barrios presentan al municipio una propuesta para que el agua vuelva a salir limpia",
    "title: Catorce barrios proponen cómo limpiar el agua",
)
MESSAGE = translatable("The title has {count} characters; {limit} is the most.")
HINT = translatable("Shorten it, and say the rest in the `intro`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The title of `entry`, if it is over the limit."""
    title, limit = entry.source.text_of("title"), entry.norms.limits.title
    if count := count_over(title, limit):
        values: dict[str, str | int] = {"count": count, "limit": limit}
        at = entry.source.at("title")
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT), title)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find)
