"""picture-remote: a picture that lies on another host.

What it finds: `img` in `single_image` and `gallery`, and pictures in the text, whose address begins with `https://…`.
Why it matters: that host would learn who reads what, and hosts delete pictures; so readers get a link.
What to do: download it, put it into `images/`, write its new address and name who made it.
"""

from collections.abc import Iterator

from plugins.checks.hosts import host_of, is_page
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "picture-remote"
EXAMPLE = Example(
    """
single_image:
  - img: https://i.imgur.com/KCV09aL.jpg
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
MESSAGE = translatable("This picture lies on {host}: readers' browsers will not load it, only show a link.")
FRONT_HINT = translatable(
    "Download it, put it into the folder `images/`, write `/images/…` here and name who made it in `credit`."
)
BODY_HINT = translatable(
    "Download it, put it into the folder `images/`, write `/images/…` here and name who made it in its caption."
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every picture of `entry` that another host would have to deliver."""
    for front in entry.pictures:
        host = host_of(front.picture.img)
        if host and not is_page(front.picture.img):
            yield _finding(entry.source.at(*front.keys, "img"), host, FRONT_HINT, front.picture.img)
    for picture in entry.facts.pictures:
        host = host_of(picture.src)
        if host and not is_page(picture.src):
            yield _finding(Location(entry.source.path, picture.span), host, BODY_HINT, picture.src)


def _finding(at: Location, host: str, hint: str, address: str) -> Diagnostic:
    return Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, {"host": host}), Text(hint), address)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find)
