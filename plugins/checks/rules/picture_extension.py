"""picture-extension: a picture file under the name of another kind.

What it finds: a `.jpg` that is a PNG, a `.png` that is a JPEG; an error where browsers would not show it at all.
Why it matters: browsers mostly see through it; feeds, mail and other programs go by the name, and show nothing.
What to do: give the file the ending that it should have, also where it is shown; or save it as JPEG or PNG.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Media, Site

NAME = "picture-extension"
EXAMPLE = Example(
    """
single_image:
  - img: /images/mapa.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/mapa.png
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    beside={"images/mapa.jpg": "drawn: 1200x800 png", "images/mapa.png": "drawn: 1200x800 png"},
    replaced=("images/mapa.jpg",),
)
KINDS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "gif": "GIF",
    "webp": "WEBP",
    "avif": "AVIF",
    "tif": "TIFF",
    "tiff": "TIFF",
    "bmp": "BMP",
    "svg": "SVG",
}
ENDINGS = {kind: ending for ending, kind in reversed(KINDS.items())}
# Browsers look at the first bytes of these, whatever the file is called; of what is called a drawing they do not.
SEEN_THROUGH = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP")
ODD = translatable(
    "This file is called `.{ending}` and is of the kind {kind}: programs that go by the name fail at it."
)
LOST = translatable("This file is called `.{ending}` and is of the kind {kind}: browsers would not show it.")
RENAME = translatable("Call it `{name}`, also where it is shown; or save it again as {wanted}.")
SAVE = translatable("Open it in a picture program and save it again as JPEG or PNG.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every picture of the content folder that is of another kind than its name says."""
    for media in site.media.values():
        ending = media.path.rpartition(".")[2].lower()
        if media.format and KINDS.get(ending, media.format) != media.format:
            yield _finding(media, ending)


def _finding(media: Media, ending: str) -> Diagnostic:
    values: dict[str, str | int] = {"ending": ending, "kind": media.format}
    is_shown = media.format in SEEN_THROUGH
    hint = Text(SAVE)
    if is_shown:
        name = f"{media.path.rpartition('/')[2][: -len(ending)]}{ENDINGS[media.format]}"
        hint = Text(RENAME, {"name": name, "wanted": KINDS[ending]}) if ending != "svg" else hint
    if is_shown and ending != "svg":
        return Diagnostic(Location(media.path), NAME, Severity.WARNING, Text(ODD, values), hint, media.path)
    return Diagnostic(Location(media.path), NAME, Severity.ERROR, Text(LOST, values), hint, media.path)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "pictures", site=find)
