"""The XML of a sitemap and of an index of sitemaps."""

from xml.etree import ElementTree as ET

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
    # Prefixes are declared here and not with `register_namespace`, which is for the whole process.
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for entry in urls.entries:
        root.append(to_element(entry))
    return to_bytes(root)


def render_index(index: Index, context: RenderContext) -> bytes:
    """The index of sitemaps."""
    root = ET.Element("sitemapindex", {"xmlns": SITEMAP})
    for part in index.parts:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = part
    return to_bytes(root)


def to_element(entry: Listed) -> ET.Element:
    """`entry` as `<url>`."""
    url = ET.Element("url")
    ET.SubElement(url, "loc").text = entry.url
    if entry.changed:
        ET.SubElement(url, "lastmod").text = entry.changed
    for lang, address in entry.alternates:
        ET.SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": lang, "href": address})
    return url


def to_bytes(root: ET.Element) -> bytes:
    """`root` as a file."""
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
