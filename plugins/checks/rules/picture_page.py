"""picture-page: the address of a page about a picture, in the place of the picture.

What it finds: albums and pages of imgur, Flickr, Instagram, Facebook, Google Drive, Dropbox or Wikimedia (`File:…`),
and any address that ends in `.html`.
Why it matters: readers get a link instead of a picture, often to a page that wants them to log in first.
What to do: open the page, download the picture itself, put it into `images/` and name who made it.
"""

from collections.abc import Iterator

from plugins.checks.hosts import host_of, is_page
from plugins.checks.shown import shown
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "picture-page"
EXAMPLE = Example(
    """
single_image:
  - img: https://imgur.com/a/KCV09aL
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
    credit: Ana Ruiz
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
    credit: Ana Ruiz
""",
)
MESSAGE = translatable("This address is a page on {host}, and no picture: readers would only get a link.")
HINT = translatable(
    "Open it, download the picture itself, put it into the folder `images/` and write `/images/…` here."
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every address of a picture of `entry` that is a page."""
    for one in shown(entry):
        if is_page(one.address):
            message = Text(MESSAGE, {"host": host_of(one.address)})
            yield Diagnostic(one.at("img"), NAME, Severity.WARNING, message, Text(HINT), one.address)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
