"""What documents show as pictures, and what it is: for rules that see the site."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.checks.place import place
from plugins.core.diagnostic import Location
from plugins.core.document import AnyDocument
from plugins.core.resolve import Resolved, resolve_target, resolve_written
from plugins.core.site import Site


class Pictured(Struct, frozen=True):
    """A picture of a document, and what its address leads to in this site."""

    at: Location
    written: str
    found: Resolved
    in_body: bool = False


def pictured(site: Site, document: AnyDocument) -> Iterator[Pictured]:
    """Every picture of `document` whose address is one of this site: covers, galleries, the text."""
    for field in ("single_image", "gallery"):
        for number, picture in enumerate(getattr(document, field, ())):
            found = resolve_written(site, document.path, picture.img)
            if found is not None:
                yield Pictured(place(document, field, number, "img"), picture.img, found)
    for reference in document.body.references:
        if reference.kind == "picture":
            found = resolve_target(site, reference.target)
            yield Pictured(Location(document.path, reference.span), reference.written, found, in_body=True)
