"""caption-like-alt: a caption that only repeats the alternative text.

What it finds: a `caption`, or in the text a title, with the words of the `alt`; case, accents and signs do not count.
Why it matters: who hears the page hears the same twice, and who sees it learns nothing that the picture does not show.
What to do: leave in `alt` what is seen, and write in the caption who or what it is, where and when.
"""

from collections.abc import Iterator

from plugins.checks.shown import shown
from plugins.core.alike import alike
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "caption-like-alt"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: Una plaza llena de gente.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
)
MESSAGE = translatable("The caption “{text}” says the same as `alt`.")
HINT = translatable("Leave in `alt` what is seen; write here who or what it is, where and when.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every caption of `entry` that says what the alternative text of its picture says."""
    for one in shown(entry):
        if one.alt and one.caption and alike(one.alt, one.caption):
            message = Text(MESSAGE, {"text": one.caption})
            yield Diagnostic(one.at("caption"), NAME, Severity.WARNING, message, Text(HINT), one.caption)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
