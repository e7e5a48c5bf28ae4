"""caption-missing: a picture that does not say what it shows.

What it finds: a picture of `single_image` or `gallery` without `caption`; in the text, one without a title.
Why it matters: readers see faces and places without knowing whose and where; feeds show even less.
What to do: write one sentence; or `decorative: true` (in the text `{: .decorative}`) if it says nothing.
"""

from collections.abc import Iterator

from plugins.checks.rules.alt_missing import SHORT_HINT, is_short
from plugins.checks.wordings import unquoted
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import BodyPicture, Entry, FrontPicture
from plugins.core.rule import Example, Rule
from plugins.core.source import Source, dotted

NAME = "caption-missing"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption:
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación, en mayo de 2026.
""",
)
EMPTY = translatable("`caption` is empty: readers will not know what the picture shows.")
ABSENT = translatable("This picture has no `caption`: readers will not know what it shows.")
FRONT_HINT = translatable(
    "Write a line `caption:` under `img` with who or what is seen, where and when; "
    "or `decorative: true` if the picture says nothing."
)
BODY = translatable("This picture has no caption: readers will not know what it shows.")
BODY_HINT = translatable(
    'Write it between quotes after the address: `![…]({src} "…")`; '
    "or put `{mark}` after the picture if it says nothing."
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every picture of `entry` that has no caption and does not say that it is decorative."""
    for front in entry.pictures:
        if not front.picture.caption and not front.picture.decorative:
            yield _front(entry.source, front)
    for picture in entry.facts.pictures:
        # A caption that only lacks its quotes makes a picture that is missing.
        # One without an address is lost, and so is its place.
        says = picture.title.strip() or picture.captioned or picture.decorative
        if picture.src and not says and not unquoted(picture.src):
            yield _body(entry.source.path, picture)


def _front(source: Source, front: FrontPicture) -> Diagnostic:
    keys = (*front.keys, "caption")
    names = [key for key in keys if isinstance(key, str)]
    written = dotted(keys) in source.keys or dotted(names) in source.keys
    at = source.at(*keys) if written else source.at(*front.keys, "img")
    img, message = front.picture.img, Text(EMPTY if written else ABSENT)
    hint = Text(SHORT_HINT, {"img": img}) if is_short(source, front) else Text(FRONT_HINT)
    return Diagnostic(at, NAME, Severity.ERROR, message, hint, img)


def _body(path: str, picture: BodyPicture) -> Diagnostic:
    hint = Text(BODY_HINT, {"src": picture.src, "mark": "{: .decorative}"})
    return Diagnostic(Location(path, picture.span), NAME, Severity.WARNING, Text(BODY), hint, picture.src)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "pictures", entry=find)
