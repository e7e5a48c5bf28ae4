"""intro-like-title: an intro that is the title once more.

What it finds: an `intro` equal to the `title`; capitals, accents and final punctuation make no difference.
Why it matters: readers of lists and search results see the same words twice, and learn nothing more.
What to do: say in one or two sentences what it is about.
"""

from collections.abc import Iterator

from plugins.core.alike import alike
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "intro-like-title"
EXAMPLE = Example(
    "title: Agua limpia para todos\nintro: Agua limpia para todos.",
    "title: Agua limpia para todos\nintro: Treinta frascos bastaron para que el municipio publicara sus análisis.",
)
MESSAGE = translatable("The `intro` only repeats the title.")
HINT = translatable("Write in one or two sentences what it is about.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The intro of `entry`, if it says what the title says."""
    intro = entry.source.text_of("intro")
    if intro and alike(intro, entry.source.text_of("title")):
        yield Diagnostic(entry.source.at("intro"), NAME, Severity.WARNING, Text(MESSAGE), Text(HINT), intro)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find)
