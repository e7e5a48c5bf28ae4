"""The links of a document that lead inside the site, wherever they are written."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.checks.place import place
from plugins.core.diagnostic import Location
from plugins.core.document import AnyDocument, Campaign, Experience
from plugins.core.resolve import Resolved, resolve_target, resolve_written
from plugins.core.site import Site
from plugins.core.target import content_target


class Link(Struct, frozen=True):
    """A link as written, where it stands, and what it leads to."""

    at: Location
    written: str
    fragment: str
    found: Resolved


def links(site: Site, document: AnyDocument) -> Iterator[Link]:
    """The links of the body, and of the fields that hold addresses."""
    for reference in document.body.references:
        if reference.kind == "link":
            at, found = Location(document.path, reference.span), resolve_target(site, reference.target)
            yield Link(at, reference.written.strip(), reference.fragment, found)
    for keys, written in _addresses(document):
        led = resolve_written(site, document.path, written) if written else None
        if led is not None:
            yield Link(place(document, *keys), written, content_target(document.path, written)[1], led)


def _addresses(document: AnyDocument) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(document, Campaign):
        if document.call_to_action is not None:
            yield ("call_to_action", "url"), document.call_to_action.url
        for number, partner in enumerate(document.partners):
            yield ("partners", number, "url"), partner.url
    if isinstance(document, Experience):
        for number, download in enumerate(document.downloads):
            yield ("downloads", number, "file"), download.file
            yield ("downloads", number, "url"), download.url
        for number, source in enumerate(document.sources):
            yield ("sources", number, "url"), source.url
