"""intro-long: an intro that is too long.

What it finds: an `intro` of more characters than the limit, which is 200 unless the site sets another.
Why it matters: search results and cards cut it off in the middle of a word, and nobody reads a long one to its end.
What to do: say in one or two sentences what it is about; the rest belongs into the text.
"""

from collections.abc import Iterator

from plugins.checks.lengths import count_over
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "intro-long"
EXAMPLE = Example(
    "intro: Un barrio entero cuenta lo que pasó con su agua desde que una profesora juntó treinta frascos en la "
    "cocina de su casa hasta que el municipio, ocho meses más tarde, publicó por fin los análisis que guardaba.",
    "intro: Un barrio entero cuenta cómo treinta frascos de agua hicieron que el municipio publicara sus análisis.",
)
MESSAGE = translatable("The `intro` has {count} characters; {limit} is the most.")
HINT = translatable("Keep one or two sentences, and say the rest in the text.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The intro of `entry`, if it is over the limit."""
    intro, limit = entry.source.text_of("intro"), entry.norms.limits.intro
    if count := count_over(intro, limit):
        values: dict[str, str | int] = {"count": count, "limit": limit}
        at = entry.source.at("intro")
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT), intro)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find)
