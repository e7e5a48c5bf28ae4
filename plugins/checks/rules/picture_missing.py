"""picture-missing: a picture that is not there.

What it finds: an address in `single_image`, `gallery` or the text that names no picture of the content; capitals count.
Why it matters: readers would see an empty frame.
What to do: correct the name (the hint says which file is nearest), put the file into `images/`, or mend the file.
"""

from collections.abc import Iterator

from msgspec import structs

from plugins.checks.addresses import is_own, name_of
from plugins.checks.hosts import host_of
from plugins.checks.nearest import Names, did_you_mean
from plugins.checks.pictured import Pictured, pictured
from plugins.checks.wordings import is_curled, unquoted
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.entry import Entry
from plugins.core.resolve import Resolved
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.target import content_target, is_external

NAME = "picture-missing"
EXAMPLE = Example(
    """
single_image:
  - img: /images/Plaza.JPG
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
OWN = translatable("`{address}` is on your computer, where readers cannot see it.")
OWN_HINT = translatable("Copy the picture into the folder `images/` and write `{address}`.")
FAULTY = translatable("`{address}` has errors of its own, and is not published with them.")
FAULTY_HINT = translatable("Look at what is said of the file itself: it has to be saved again, or replaced.")
UNQUOTED = translatable('Write what stands behind the address between quotes: `![…]({address} "{caption}")`.')
HINT = translatable("Put the picture into the folder `images/` and write its address: `/images/….jpg`.")


def find_elsewhere(entry: Entry) -> Iterator[Diagnostic]:
    """Every address of a picture that is neither ours nor on a host: a disk, a clipboard."""
    for markup in entry.facts.markup:
        if markup.tag == "img" and is_own(markup.what):
            yield _own(Location(entry.source.path, markup.span), markup.what)
    for front in entry.pictures:
        if is_own(front.picture.img):
            yield _own(entry.source.at(*front.keys, "img"), front.picture.img)
        elif _is_elsewhere(front.picture.img):
            yield _finding(entry.source.at(*front.keys, "img"), ELSEWHERE, front.picture.img, Text(HINT))
    for picture in entry.facts.pictures:
        if _is_elsewhere(picture.src):
            yield _finding(Location(entry.source.path, picture.span), ELSEWHERE, picture.src, Text(HINT))


def _own(at: Location, address: str) -> Diagnostic:
    return _finding(at, OWN, address, Text(OWN_HINT, {"address": f"/images/{name_of(address)}"}))


def _is_elsewhere(address: str) -> bool:
    return is_external(address) and not host_of(address)


def find(site: Site) -> Iterator[Diagnostic]:
    """Every picture of every document that no file answers."""
    names = Names(f"/{path}" for path in site.media if path.lower().endswith(KINDS))
    for document in site.examinees():
        for shown in _not_found(site, document):
            if shown.in_body and is_curled(shown.written):
                continue
            if shown.found.media is None and shown.found.document is None:
                yield _absent(site, shown, names)
            else:
                yield _finding(shown.at, NO_PICTURE, shown.written, Text(HINT))


def _not_found(site: Site, document: AnyDocument) -> Iterator[Pictured]:
    return (one for one in pictured(site, document) if not _is_picture(one.found))


def _is_picture(found: Resolved) -> bool:
    return found.media is not None and found.media.path.lower().endswith(KINDS)


def _absent(site: Site, shown: Pictured, names: Names) -> Diagnostic:
    # From the file itself, then from the content root: see `resolve_written`.
    places = (shown.found.site_path, content_target("", shown.written)[0])
    if any(place.lower().endswith(KINDS) and place.lstrip("/") in site.held for place in places):
        return _finding(shown.at, FAULTY, shown.written, Text(FAULTY_HINT))
    address, caption = (unquoted(shown.written) if shown.in_body else None) or ("", "")
    if address:
        hint = Text(UNQUOTED, {"address": address, "caption": caption})
        return _finding(shown.at, NOT_FOUND, shown.written, hint)
    near = names.nearest(shown.written)
    if not near:
        return _finding(shown.at, NOT_FOUND, shown.written, Text(HINT))
    fix = _respelled(shown, near) if names.only(near) and any(one.lower() == near.lower() for one in places) else None
    return structs.replace(_finding(shown.at, NOT_FOUND, shown.written, did_you_mean(near)), fix=fix)


def _respelled(shown: Pictured, name: str) -> Fix | None:
    """`name` in the place of the address, where it stands there as it is, or in quotes."""
    span = shown.at.span
    quotes = (span.end_column - span.column - len(shown.written)) // 2
    if span.line != span.end_line or span.end_column - span.column != len(shown.written) + 2 * quotes or quotes > 1:
        return None
    inner = Span(span.line, span.column + quotes, span.line, span.end_column - quotes)
    return Fix((Edit(inner, name),))


def _finding(at: Location, message: str, address: str, hint: Text) -> Diagnostic:
    shown = address if len(address) <= 80 else f"{address[:79]}…"
    return Diagnostic(at, NAME, Severity.ERROR, Text(message, {"address": shown}), hint, address)


RULE = Rule(
    NAME,
    Severity.ERROR,
    __doc__,
    EXAMPLE,
    "pictures",
    entry=find_elsewhere,
    site=find,
    scope="alone",
    fix="safe",
)
