"""alt-long: an alternative text that is too long to be listened to.

What it finds: an `alt` with more signs than `CHECK_LIMITS` allows (125 as long as nobody sets another number).
Why it matters: it is read aloud in one go; nobody can stop at a word, or go back to one.
What to do: keep what matters in one sentence; the rest belongs in the caption or in the text, where all can read it.
"""

from collections.abc import Iterator

from plugins.checks.lengths import count_over
from plugins.checks.shown import shown
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "alt-long"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente de todas las edades, con sombreros, paraguas, bicicletas y perros,
      delante de un edificio de tres pisos con balcones, banderas y un reloj
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
)
MESSAGE = translatable("This `alt` has {count} signs, more than {limit}: it is too long to be listened to.")
HINT = translatable("Keep what matters in one sentence; write the rest in the caption or in the text.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every alternative text of `entry` that is longer than the norm."""
    limit = entry.norms.limits.alt
    for one in shown(entry):
        if count := count_over(one.alt, limit):
            message = Text(MESSAGE, {"count": count, "limit": limit})
            yield Diagnostic(one.at("alt"), NAME, Severity.WARNING, message, Text(HINT), one.alt)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
