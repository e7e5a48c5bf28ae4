"""picture-small: a cover that is too small for its place.

What it finds: the first picture of `single_image`, when it is narrower than `CHECK_LIMITS` allows (600 pixels as long
as nobody sets another number).
Why it matters: it stands at the top of the page and goes with every share; stretched, it is blurred.
What to do: take the original, before a messenger or a website made it smaller.
"""

from collections.abc import Iterator

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.resolve import picture_media
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "picture-small"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza-chica.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    beside={"images/plaza-chica.jpg": "drawn: 300x200 jpeg"},
)
MESSAGE = translatable("This cover is {width} pixels wide; it needs {limit}, or it will be blurred.")
HINT = translatable("Take the original, before a messenger or a website made it smaller.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every cover of ours that is narrower than the norm; a drawing has no width of its own."""
    limit = site.config.norms.limits.cover_width
    for document in site.examinees():
        media = picture_media(site, document.path, document.single_image[0]) if document.single_image else None
        if media is not None and 0 < media.width < limit:
            at, message = (
                place(document, "single_image", 0, "img"),
                Text(MESSAGE, {"width": media.width, "limit": limit}),
            )
            yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), document.single_image[0].img)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", site=find, scope="alone")
