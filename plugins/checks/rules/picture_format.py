"""picture-format: a picture of a kind that browsers do not show.

What it finds: a picture in the `single_image`, the `gallery` or the text of a document that is a TIFF file.
Why it matters: scanners and print shops use it; in a browser readers see an empty frame.
What to do: open it in a picture program and save it again as JPEG or PNG; as a download it may stay what it is.
"""

from collections.abc import Iterator

from plugins.checks.pictured import pictured
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "picture-format"
EXAMPLE = Example(
    """
single_image:
  - img: /images/mapa.tif
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/mapa.png
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    beside={"images/mapa.tif": "drawn: 1200x800 tiff", "images/mapa.png": "drawn: 1200x800 png"},
)
UNSHOWN = ("TIFF",)
MESSAGE = translatable("`{address}` is a picture of the kind {kind}, which browsers do not show.")
HINT = translatable("Open it in a picture program and save it again as JPEG or PNG.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every picture of a document that is of such a kind; one under another's name is reported as a file."""
    if all(media.format not in UNSHOWN for media in site.media.values()):
        return
    for document in site.examinees():
        for one in pictured(site, document):
            media = one.found.media
            if media is not None and media.format in UNSHOWN and media.path.lower().endswith((".tif", ".tiff")):
                message = Text(MESSAGE, {"address": one.written, "kind": media.format})
                yield Diagnostic(one.at, NAME, Severity.ERROR, message, Text(HINT), one.written)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "pictures", site=find, scope="alone")
