"""alt-repeated: one alternative text for all pictures of a document.

What it finds: two or more different pictures, in the front matter and in the text, which all have the same `alt`.
Why it matters: who hears the page cannot tell them apart, and is told of one picture several times.
What to do: say of each picture what is seen on that one.
"""

from collections.abc import Iterator

from plugins.checks.rules.alt_file_name import is_file_name
from plugins.checks.shown import shown
from plugins.core.alike import alike
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "alt-repeated"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
  - img: /images/mercado.jpg
    alt: Una plaza llena de gente
    caption: El mercado la misma tarde.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
  - img: /images/mercado.jpg
    alt: Puestos de verdura con las cortinas abajo
    caption: El mercado la misma tarde.
""",
)
MESSAGE = translatable("All {count} pictures here have the same `alt`, “{alt}”.")
HINT = translatable("Say of each picture what is seen on that one.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The second picture of `entry`, where all have one alternative text."""
    if len(entry.pictures) + len(entry.facts.pictures) < 2:
        return
    pictures = {one.address: one for one in shown(entry) if one.alt}
    first, *others = pictures.values() or (None,)
    if (
        first is None
        or not others
        or not all(alike(first.alt, one.alt) for one in others)
        or is_file_name(first.alt, first.address)
    ):
        return
    message = Text(MESSAGE, {"count": len(pictures), "alt": first.alt})
    yield Diagnostic(others[0].at("alt"), NAME, Severity.WARNING, message, Text(HINT), first.alt)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
