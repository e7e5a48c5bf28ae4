"""caption-file-name: a caption that is the name of a file.

What it finds: a `caption`, or a picture's title in the text, such as `IMG_2034.jpg` or `WhatsApp Image 2019-08-01 …`.
Why it matters: it is printed below the picture, where readers look for who is seen, where and when.
What to do: write that; or nothing, and `decorative: true`, if the picture adds nothing.
"""

from collections.abc import Iterator

from plugins.checks.rules.alt_file_name import is_file_name
from plugins.checks.shown import shown
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "caption-file-name"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: IMG_2034.jpg
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
)
MESSAGE = translatable("The caption “{text}” is the name of a file.")
HINT = translatable("Write here who or what is seen, where and when.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every caption of `entry` that is the name of a file; of one that stands in `alt` too, that is said there."""
    for one in shown(entry):
        if one.caption and one.caption != one.alt and is_file_name(one.caption, one.address):
            message = Text(MESSAGE, {"text": one.caption})
            yield Diagnostic(one.at("caption"), NAME, Severity.WARNING, message, Text(HINT), one.caption)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
