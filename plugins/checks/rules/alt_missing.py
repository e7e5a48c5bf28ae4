"""alt-missing: a picture without a text for people who cannot see it.

What it finds: an empty or absent `alt` in `single_image` and `gallery`; in the text, an empty `![]`.
Why it matters: screen readers say nothing or a file name; when it does not load, nobody has anything.
What to do: say in a few words what is seen; or mark the picture as decorative where it says nothing.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry, FrontPicture
from plugins.core.rule import Example, Rule
from plugins.core.source import Source, dotted

NAME = "alt-missing"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    caption: La plaza el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza el día de la votación.
""",
)
ONLY_CAPTION = translatable("This picture has no `alt`: who cannot see it has only the caption.")
NOTHING = translatable("This picture has neither `alt` nor `caption`: who cannot see it is told nothing.")
FRONT_HINT = translatable("Write a line `alt:` under `img` that says in a few words what is seen.")
SHORT_HINT = translatable(
    "Write it out: `- img: {img}`, and below it, each on a line of its own, `alt:` and `caption:`."
)
BODY = translatable("This picture has no text for people who cannot see it.")
BODY_HINT = translatable(
    "Write what is seen between the square brackets: `![…]({src})`; "
    "or put `{mark}` after the picture if it says nothing."
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every picture of `entry` that has no alternative text and does not say that it is decorative."""
    for front in entry.pictures:
        if not front.picture.alt and not front.picture.decorative:
            yield _front(entry.source, front)
    for picture in entry.facts.pictures:
        if not picture.alt.strip() and not picture.decorative:
            hint = Text(BODY_HINT, {"src": picture.src, "mark": "{: .decorative}"})
            at = Location(entry.source.path, picture.span)
            yield Diagnostic(at, NAME, Severity.ERROR, Text(BODY), hint, picture.src)


def _front(source: Source, front: FrontPicture) -> Diagnostic:
    at, img = source.at(*front.keys, "img"), front.picture.img
    hint = Text(SHORT_HINT, {"img": img}) if is_short(source, front) else Text(FRONT_HINT)
    if front.picture.caption:
        return Diagnostic(at, NAME, Severity.WARNING, Text(ONLY_CAPTION), hint, img)
    return Diagnostic(at, NAME, Severity.ERROR, Text(NOTHING), hint, img)


def is_short(source: Source, front: FrontPicture) -> bool:
    """Whether of a picture nothing but its address is written, without `img`."""
    keys = (*front.keys, "img")
    return not {dotted(keys), dotted([key for key in keys if isinstance(key, str)])} & source.keys.keys()


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "pictures", entry=find)
