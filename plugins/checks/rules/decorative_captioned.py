"""decorative-captioned: a picture that is called decorative and has a caption.

What it finds: `decorative: true` beside a `caption`; in the text, `{: .decorative}` behind a picture with a title.
Why it matters: the caption is read aloud, and the picture it speaks of is hidden from who cannot see it.
What to do: take the mark away and say in `alt` what is seen; or delete the caption if the picture says nothing.
"""

from collections.abc import Iterator

from plugins.checks.shown import shown
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "decorative-captioned"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    decorative: true
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
)
MESSAGE = translatable("This picture is called decorative, and its caption “{text}” says something.")
HINT = translatable("Take `decorative` away and say in `alt` what is seen; or delete the caption.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every decorative picture of `entry` that has a caption."""
    for one in shown(entry):
        if one.decorative and one.caption:
            message = Text(MESSAGE, {"text": one.caption})
            yield Diagnostic(one.at("caption"), NAME, Severity.WARNING, message, Text(HINT), one.caption)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
