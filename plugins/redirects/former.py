"""Former addresses: a small page at each, whose only job is to send the reader on."""

from collections.abc import Iterator
from functools import partial

from plugins.core.diagnostic import Location, Span
from plugins.core.document import AnyDocument
from plugins.core.output import Inputs, Output, RenderContext
from plugins.core.site import Site
from plugins.core.url import output_path, with_slash
from plugins.redirects.circle import circles

TEMPLATE = "layouts/redirect.html"


class RedirectPage(Inputs, frozen=True):
    """What the template may see: the document's title; `target` is its url path, `canonical` absolute."""

    lang: str
    title: str
    target: str
    canonical: str


def outputs(site: Site) -> Iterator[Output]:
    """A redirect for each former address of each document; where it would lead in a circle, the document stands."""
    standing = circles(site)
    for document in site.documents.values():
        # The same address with and without its last slash is one file, not two.
        seen: set[str] = set()
        for number, former in enumerate(document.redirect_from):
            path = output_path(with_slash(former))
            if path not in seen and (document.path, number) not in standing and site.wants(path):
                seen.add(path)
                make = partial(_page, site, document)
                at, shows = origin(document, number), (document.path,)
                yield Output(path, make, render, origin=at, shows=shows, template=TEMPLATE, lang=document.lang)


def render(page: RedirectPage, context: RenderContext) -> bytes:
    """The page that sends the reader on."""
    return context.template(TEMPLATE, page.lang, page).encode()


def _page(site: Site, document: AnyDocument) -> RedirectPage:
    address = site.config.address
    path = site.paths[document.path]
    return RedirectPage(
        lang=document.lang, title=document.title, target=address.path(path), canonical=address.absolute(path)
    )


def origin(document: AnyDocument, number: int) -> Location:
    """Where the former address `number` of `document` is written."""
    # A single address may be written without a list.
    whole = document.marks.get("redirect_from", Span())
    return Location(document.path, document.marks.get(f"redirect_from.{number}", whole))
