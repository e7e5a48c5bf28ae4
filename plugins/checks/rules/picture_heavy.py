"""picture-heavy: a picture file that weighs more than readers should have to load.

What it finds: a picture in the content folder over the bytes that `CHECK_LIMITS` allows (4 MB as long as nobody sets
another number).
Why it matters: on a telephone it takes long, and costs money; the folder grows by as much with every version.
What to do: save it with at most 2000 pixels on its longer side, as JPEG of middling quality.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "picture-heavy"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza-original.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    beside={"images/plaza-original.jpg": "drawn: 1200x800 jpeg bytes=5000000"},
    replaced=("images/plaza-original.jpg",),
)
MESSAGE = translatable("This picture has {size} KB, more than {limit} KB: on a telephone it takes long.")
HINT = translatable("Save it with at most 2000 pixels on its longer side, as JPEG of middling quality.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every picture of the content folder that is heavier than the norm."""
    limit = site.config.norms.limits.picture_bytes
    for media in site.media.values():
        if media.original > limit and media.format:
            message = Text(MESSAGE, {"size": -(-media.original // 1000), "limit": limit // 1000})
            yield Diagnostic(Location(media.path), NAME, Severity.WARNING, message, Text(HINT), media.path)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", site=find)
