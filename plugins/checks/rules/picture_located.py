"""picture-located: a picture file that tells where it was taken.

What it finds: a picture in the content folder with the place that a phone or camera has written into it.
Why it matters: the published copy is without it, but whoever has the folder or its history can read where people
were; of a moving picture not even the published copy is.
What to do: leave the place out when the telephone sends the picture, or when a picture program exports it.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "picture-located"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza-celular.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    beside={"images/plaza-celular.jpg": "drawn: 1200x800 jpeg gps"},
    replaced=("images/plaza-celular.jpg",),
)
HIDDEN = translatable("This file tells where it was taken: readers do not get that, but whoever has this folder does.")
OPEN = translatable("This moving picture tells where it was taken, and is published with that.")
HINT = translatable("Export it from a picture program without the place, and put that file here.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every picture of the content folder that tells its place; an error where readers would get it too."""
    for media in site.media.values():
        if media.located == "published":
            yield Diagnostic(Location(media.path), NAME, Severity.ERROR, Text(OPEN), Text(HINT), media.path)
        elif media.located == "original":
            yield Diagnostic(Location(media.path), NAME, Severity.WARNING, Text(HIDDEN), Text(HINT), media.path)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", site=find)
