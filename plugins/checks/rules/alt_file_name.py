"""alt-file-name: an alternative text that is the name of a file.

What it finds: an `alt` such as `IMG_2034.jpg`, `DSC00012`, `WhatsApp Image 2019-08-01 at 10.11.12`, `plaza-2`.
Why it matters: screen readers spell it out, sign by sign, to somebody who wants to know what is seen.
What to do: say in a few words what is seen.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.checks.shown import shown
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "alt-file-name"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: IMG_2034.jpg
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
)
MESSAGE = translatable("The `alt` “{alt}” is the name of a file: it tells nobody what is seen.")
HINT = translatable("Say in a few words what is seen.")
ENDING = re.compile(r"\.(?:jpe?g|jfif|png|gif|webp|avif|svg|tiff?|bmp|hei[cf])$", re.IGNORECASE)
# What cameras, phones and programs call their files.
CALLED = re.compile(
    r"(?:(?:_?IMG|_MG|_?DSC[NF]?|P?ICT|CIMG|PXL|MVI|VID|DJI|GOPR|SAM|PANO|HPIM|KODAK|SCAN)[-_ ]?\d{3,}[\w~()-]*"
    r"|(?:image|imagen|imagem|foto|photo|picture|captura|screenshot|untitled|unnamed|download|descarga)[-_]?\d+"
    r"|(?:sin|sem)[-_]t[ií]tulo[-_]?\d*|unnamed|untitled|P\d{7}|\d{8}[_-]\d{6}\w*|\d{5,}(?:_\d{5,})+(?:_[a-z])?|\d{9,}"
    r"|(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|WhatsApp (?:Image|Video) \d{4}-\d.*|Screen ?shot[ _-]\d{4}.*|Captura de (?:pantalla|tela|ecrã)[ _(-]+\d.*"
    r"|\d{4}-\d\d-\d\d[ _-]\d\d[.h-]\d\d.*)",
    re.IGNORECASE,
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every alternative text of `entry` that is the name of a file."""
    for one in shown(entry):
        if one.alt and is_file_name(one.alt, one.address):
            message = Text(MESSAGE, {"alt": one.alt})
            yield Diagnostic(one.at("alt"), NAME, Severity.WARNING, message, Text(HINT), one.alt)


def is_file_name(alt: str, address: str) -> bool:
    """Whether the text `alt` of the picture at `address` is what a camera calls a file, or its own file is called."""
    stem = ENDING.sub("", alt)
    if CALLED.fullmatch(stem):
        return True
    if stem != alt and " " not in alt:
        return True
    if stem == alt and not ("-" in alt or "_" in alt):
        return False
    name = unquote(address.rpartition("/")[2])
    return name == alt or (ENDING.sub("", name) == stem and " " not in alt and _is_no_word(stem))


def _is_no_word(stem: str) -> bool:
    """Whether words with hyphens, such as Wi-Fi and COVID-19, are not meant."""
    return "_" in stem or stem.count("-") > 1 or stem.islower()


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
