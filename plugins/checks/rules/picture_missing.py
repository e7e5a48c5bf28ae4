"""picture-missing: a picture that is not there.

What it finds: an address in `single_image`, `gallery` or the text that names no picture of the content.
Why it matters: readers would see an empty frame.
What to do: correct the name (the hint says which file is nearest), put the file into `images/`, or mend the file.
"""

from collections.abc import Iterator

from msgspec import Struct

from plugins.checks.hosts import host_of
from plugins.checks.nearest import Names, did_you_mean
from plugins.checks.place import place
from plugins.checks.wordings import unquoted
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.entry import Entry
from plugins.core.resolve import Resolved, resolve_target, resolve_written
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.target import content_target, is_external

NAME = "picture-missing"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plasa.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
)
KINDS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".tif", ".tiff", ".bmp", ".heic")
ELSEWHERE = translatable("`{address}` is no place from which a website can show a picture.")
NOT_FOUND = translatable("There is no picture `{address}`.")
NO_PICTURE = translatable("`{address}` is no picture.")
FAULTY = translatable("`{address}` has errors of its own, and is not published with them.")
FAULTY_HINT = translatable("Look at what is said of the file itself: it has to be saved again, or replaced.")
UNQUOTED = translatable('Write what stands behind the address between quotes: `![…]({address} "{caption}")`.')
HINT = translatable("Put the picture into the folder `images/` and write its address: `/images/….jpg`.")


class Shown(Struct, frozen=True):
    """A picture that a document shows, and what its address leads to (nothing: another host)."""

    at: Location
    written: str
    found: Resolved | None
    in_body: bool = False


def find_elsewhere(entry: Entry) -> Iterator[Diagnostic]:
    """Every address of a picture that is neither ours nor on a host: a disk, a clipboard."""
    for front in entry.pictures:
        if _is_elsewhere(front.picture.img):
            yield _finding(entry.source.at(*front.keys, "img"), ELSEWHERE, front.picture.img, Text(HINT))
    for picture in entry.facts.pictures:
        if _is_elsewhere(picture.src):
            yield _finding(Location(entry.source.path, picture.span), ELSEWHERE, picture.src, Text(HINT))


def _is_elsewhere(address: str) -> bool:
    return is_external(address) and not host_of(address)


def find(site: Site) -> Iterator[Diagnostic]:
    """Every picture of every document that no file answers."""
    names = Names(f"/{path}" for path in site.media if path.lower().endswith(KINDS))
    for document in site.examinees():
        for shown in _pictures(site, document):
            if shown.found is None:
                continue
            if shown.found.media is None and shown.found.document is None:
                yield _absent(site, shown, names)
            elif shown.found.media is None or not shown.found.media.path.lower().endswith(KINDS):
                yield _finding(shown.at, NO_PICTURE, shown.written, Text(HINT))


def _pictures(site: Site, document: AnyDocument) -> Iterator[Shown]:
    for field in ("single_image", "gallery"):
        for number, picture in enumerate(getattr(document, field, ())):
            found = resolve_written(site, document.path, picture.img)
            yield Shown(place(document, field, number, "img"), picture.img, found)
    for reference in document.body.references:
        if reference.kind == "picture":
            at = Location(document.path, reference.span)
            yield Shown(at, reference.written, resolve_target(site, reference.target), in_body=True)


def _absent(site: Site, shown: Shown, names: Names) -> Diagnostic:
    # From the file itself, then from the content root: see `resolve_written`.
    places = (shown.found.site_path if shown.found else "", content_target("", shown.written)[0])
    if any(place.lower().endswith(KINDS) and place.lstrip("/") in site.held for place in places):
        return _finding(shown.at, FAULTY, shown.written, Text(FAULTY_HINT))
    written = unquoted(shown.written) if shown.in_body else None
    if written is not None:
        return _finding(
            shown.at, NOT_FOUND, shown.written, Text(UNQUOTED, {"address": written[0], "caption": written[1]})
        )
    near = names.nearest(shown.written)
    return _finding(shown.at, NOT_FOUND, shown.written, did_you_mean(near) if near else Text(HINT))


def _finding(at: Location, message: str, address: str, hint: Text) -> Diagnostic:
    shown = address if len(address) <= 80 else f"{address[:79]}…"
    return Diagnostic(at, NAME, Severity.ERROR, Text(message, {"address": shown}), hint, address)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "pictures", entry=find_elsewhere, site=find, scope="alone")
