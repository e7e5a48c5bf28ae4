"""caption-uncredited: a picture of somebody else's that names nobody.

What it finds: no `credit`, and none in the caption, where a picture lies on another host, has a `licence`, or its own
file names who made it.
Why it matters: whoever made it has a right to be named, and most licences ask for it; readers see where it comes from.
What to do: write `credit:` with the name of who made the picture.
"""

import re
from collections.abc import Iterator

from plugins.checks.hosts import host_of, is_page
from plugins.checks.place import place
from plugins.core.alike import alike, folded
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.document import AnyDocument, Picture
from plugins.core.entry import Entry
from plugins.core.resolve import picture_media
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.target import is_external

NAME = "caption-uncredited"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
    licence: CC BY 4.0
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
    credit: Ana Ruiz
    licence: CC BY 4.0
""",
)
REMOTE = translatable("This picture lies on {host}, and no `credit` says whose it is.")
LICENSED = translatable("This picture has the licence “{licence}”, and no `credit` says who gave it.")
MADE = translatable("The file of this picture says that it was made by “{maker}”, and no `credit` names them.")
HINT = translatable("Write a line `credit:` under `img` with the name of who made it.")
MADE_HINT = translatable("Write `credit: {maker}` under `img`, if that is right.")
# A caption may name them too: «Foto: Ana Ruiz», «Photo by Ana Ruiz», «© Ana Ruiz».
CREDITED = re.compile(
    r"©|(?i:\(c\)|\b(?:cr[ée]ditos?|credits?|cortes[ií]a|courtesy|gentileza|cedid[ao]|autora?|fuente|fonte|source)\b)"
    r"|(?i:\b(?:fotos?|fotograf[íi]as?|photos?|photographs?|pictures?|im[áa]gen|imagem|image|ilustraci[óo]n|ilustração)\b)"
    r"(?:\s*[:/]|\s+(?i:by|por)\s|\s+(?i:de|del|of|do|da)\s+[A-ZÁÉÍÓÚÑÂÊÔÃÕÇ])"
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every picture of the front matter of `entry` that is not ours by what is written, and names nobody."""
    for front in entry.pictures:
        one = front.picture
        if one.credit or not (one.licence or is_external(one.img)) or CREDITED.search(one.caption):
            continue
        if one.licence:
            at, message = entry.source.at(*front.keys, "licence"), Text(LICENSED, {"licence": one.licence})
        elif host_of(one.img) and not is_page(one.img):
            at, message = entry.source.at(*front.keys, "img"), Text(REMOTE, {"host": host_of(one.img)})
        else:
            continue
        yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), one.img)


def find_made(site: Site) -> Iterator[Diagnostic]:
    """Every picture of the front matter whose own file names somebody whom its document does not."""
    for document in site.examinees():
        for field in ("single_image", "gallery"):
            for number, picture in enumerate(getattr(document, field, ())):
                maker = "" if picture.credit or picture.licence else _maker(site, document, picture)
                if maker:
                    yield _made(place(document, field, number, "img"), maker, picture.img)


def _maker(site: Site, document: AnyDocument, picture: Picture) -> str:
    """Who made a picture of ours, if it was not we, and its caption does not say so."""
    media = picture_media(site, document.path, picture)
    if media is None or not media.maker or CREDITED.search(picture.caption):
        return ""
    if any(alike(media.maker, name) for name in (site.config.sitename, *document.authors)):
        return ""
    return "" if folded(media.maker) in folded(picture.caption) else media.maker


def _made(at: Location, maker: str, address: str) -> Diagnostic:
    message, hint = Text(MADE, {"maker": maker}), Text(MADE_HINT, {"maker": maker})
    return Diagnostic(at, NAME, Severity.WARNING, message, hint, address)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find, site=find_made, scope="alone")
