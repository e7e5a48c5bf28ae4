"""The XML of a sitemap and of an index of sitemaps."""

from html import escape

from plugins.core.output import Inputs, Listed, RenderContext

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


class Urls(Inputs, frozen=True):
    """One sitemap; `entries` in the order of their addresses."""

    entries: tuple[Listed, ...]


class Index(Inputs, frozen=True):
    """A sitemap of sitemaps; `parts` are their absolute addresses."""

    parts: tuple[str, ...]


def render_urls(urls: Urls, context: RenderContext) -> bytes:
    """The sitemap, with the translations of each page."""
    head = f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">'
    return _document(head + "".join(map(to_xml, urls.entries)) + "</urlset>")


def render_index(index: Index, context: RenderContext) -> bytes:
    """The index of sitemaps."""
    parts = "".join(f"<sitemap><loc>{escape(part, quote=False)}</loc></sitemap>" for part in index.parts)
    return _document(f'<sitemapindex xmlns="{SITEMAP}">{parts}</sitemapindex>')


def to_xml(entry: Listed) -> str:
    """`entry` as `<url>`."""
    changed = f"<lastmod>{escape(entry.changed, quote=False)}</lastmod>" if entry.changed else ""
    links = [
        f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(address)}" />'
        for lang, address in entry.alternates
    ]
    return f"<url><loc>{escape(entry.url, quote=False)}</loc>{changed}{''.join(links)}</url>"


def _document(root: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()
