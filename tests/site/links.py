"""Every address that a built site writes down, and where those that are its own lead."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import lxml.html
from lxml.html import HtmlElement

from tests.site.building import Built, Page

ADDRESS_ATTRIBUTES = ("href", "src", "poster", "action", "cite", "data")
META = ("og:image", "og:url", "og:image:secure_url", "twitter:image")
# The values of rel with which a browser fetches nothing.
ONLY_NAMED = {"alternate", "canonical", "me", "author", "license", "next", "prev", "help", "search"}
LOADING = ("img", "script", "iframe", "frame", "source", "track", "video", "audio", "embed", "input", "image", "use")
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CSS_ADDRESS = re.compile(r"""url\(\s*['"]?([^'")]+)""")


def addresses(tree: HtmlElement) -> Iterator[str]:
    """Every address in a piece of HTML, as written."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name in ADDRESS_ATTRIBUTES:
            if element.get(name) is not None:
                yield element.get(name)
        yield from _candidates(element)
        if element.tag == "meta" and element.get("property") in META:
            yield element.get("content")
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield element.get("content").partition("url=")[2]


def _candidates(element: HtmlElement) -> Iterator[str]:
    for name in ("srcset", "imagesrcset"):
        for candidate in (element.get(name) or "").split(","):
            if candidate.strip():
                yield candidate.split()[0]


def loaded(tree: HtmlElement) -> Iterator[str]:
    """What a browser fetches of its own accord when it shows this HTML."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        yield from _candidates(element)
        if element.tag in LOADING:
            yield from (element.get(name) for name in ("src", "poster", "href") if element.get(name))
        if element.tag == "object" and element.get("data"):
            yield element.get("data")
        if element.tag == "link" and not set((element.get("rel") or "").lower().split()) <= ONLY_NAMED:
            yield element.get("href") or ""
        yield from CSS_ADDRESS.findall(element.get("style") or "")
        if element.tag == "style":
            yield from CSS_ADDRESS.findall(element.text or "")


def foreign(address: str, siteurl: str) -> bool:
    """Whether fetching `address` asks another host."""
    whole = urlsplit(urljoin(f"{siteurl}/", address))
    return whole.scheme in ("http", "https", "ws", "wss") and whole.netloc != urlsplit(siteurl).netloc


def faults(built: Built) -> list[str]:
    """Every own address that leads nowhere, or out of the folder that SITEURL names."""
    return [f"{place}: {fault}" for place, base, written in _written(built) if (fault := _fault(built, base, written))]


def _written(built: Built) -> Iterator[tuple[str, str, str]]:
    """Where each address stands, what it is relative to, and how it is written."""
    for page in built.every_document:
        for written in addresses(page.tree):
            yield page.path, built.siteurl + page.path, written
    for name in sorted(built.files):
        base = f"{built.siteurl}/{name}"
        if name.endswith(".css"):
            for written in CSS_ADDRESS.findall((built.folder / name).read_text("utf-8")):
                yield name, base, written
        elif name.endswith(".xml"):
            for written in _xml(built.folder / name):
                yield name, base, written
        elif name == "robots.txt":
            for written in re.findall(r"^Sitemap: (\S+)", (built.folder / name).read_text("utf-8"), re.MULTILINE):
                yield name, base, written


def _xml(file: Path) -> Iterator[str]:
    """Addresses of feeds and sitemaps, all of them absolute."""
    for element in ET.parse(file).iter():
        if element.tag == CONTENT:
            yield from addresses(lxml.html.fragment_fromstring(element.text or "", create_parent="div"))
        elif element.tag.rpartition("}")[2] in ("link", "loc", "enclosure"):
            yield element.text or element.get("href") or element.get("url") or ""


def _fault(built: Built, base: str, written: str) -> str:
    whole, own = urlsplit(urljoin(base, written)), urlsplit(built.siteurl)
    if whole.scheme not in ("http", "https") or whole.netloc != own.netloc:
        return ""
    if not whole.path.startswith(f"{own.path}/"):
        return f"{written} leads out of {own.path}/"
    site_path = unquote(whole.path.removeprefix(own.path))
    if not built.has(site_path):
        return f"{written} leads nowhere"
    fragment = unquote(whole.fragment)
    if fragment and fragment != "top" and fragment not in ids(built.page(site_path)):
        return f"{written} names a part that is not there"
    return ""


def ids(page: Page) -> list[str]:
    """The names of the parts of a page."""
    return page.all("//@id")
