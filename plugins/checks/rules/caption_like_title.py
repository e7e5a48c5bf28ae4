"""caption-like-title: a caption that only repeats the title of the document.

What it finds: a `caption`, or a picture's title in the text, with the words of the document's `title`.
Why it matters: readers look at a picture to see who and where; they have read the title a moment ago.
What to do: write who or what is seen, where and when.
"""

from collections.abc import Iterator

from plugins.checks.shown import shown
from plugins.core.alike import alike
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "caption-like-title"
EXAMPLE = Example(
    """
title: La comuna votó en la plaza
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La comuna votó en la plaza.
""",
    """
title: La comuna votó en la plaza
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el domingo de la votación.
""",
)
MESSAGE = translatable("The caption “{text}” only repeats the title.")
HINT = translatable("Write here who or what is seen, where and when.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every caption of `entry` that says what its title says, and nothing else (`alt` may say it too)."""
    title = entry.source.text_of("title")
    for one in shown(entry):
        if one.caption and alike(title, one.caption) and not alike(one.alt, one.caption):
            message = Text(MESSAGE, {"text": one.caption})
            yield Diagnostic(one.at("caption"), NAME, Severity.WARNING, message, Text(HINT), one.caption)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
