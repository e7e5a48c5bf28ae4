"""The HTML of an item: the whole post, for apps that know nothing of this site's style and addresses."""

import re
from html import escape
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml import etree
from lxml.html import HtmlElement
from lxml.html.builder import E

from plugins.feeds.feed import AnyPhoto, Film, Item, RemotePhoto
from plugins.feeds.xml_text import to_xml_text

# Classes, ids, roles, handlers and styles mean nothing outside the page.
ATTRIBUTES = {
    *("alt", "cite", "colspan", "datetime", "dir", "height", "href", "lang", "open", "rel", "reversed"),
    *("rowspan", "scope", "span", "src", "start", "title", "type", "value", "width"),
}
ADDRESSES = ("href", "src", "cite")
# What `urljoin` leaves as it is.
WHOLE = re.compile(r"https?://[A-Za-z0-9.-]+/(?:[A-Za-z0-9_~%=+&,!-]+[/.])*[A-Za-z0-9_~%=+&,!-]*")
SCHEMES = {"", "http", "https", "mailto", "tel", "sms", "xmpp", "magnet", "geo"}
REMOVED = {
    *("applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input", "link"),
    *(
        "math",
        "meta",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "video",
    ),
}


def to_encoded(item: Item, body: str) -> str:
    """The pictures, intro, video and `body` of `item`, every address absolute and nothing in it that runs."""
    root = E.div(*(_figure(photo) for photo in item.photos))
    if item.intro:
        root.append(E.p(item.intro))
    if item.film:
        root.append(_film(item.film))
    parsed = lxml.html.fragment_fromstring(to_xml_text(body), create_parent="div")
    _clean(parsed)
    _make_absolute(parsed, item.url)
    return to_xml_text(_inner(root) + _inner(parsed))


def _figure(photo: AnyPhoto) -> HtmlElement:
    figure = E.figure(_link(photo) if isinstance(photo, RemotePhoto) else E.img(src=photo.url, alt=photo.alt))
    if not isinstance(photo, RemotePhoto) and photo.width and photo.height:
        figure[0].set("width", str(photo.width))
        figure[0].set("height", str(photo.height))
    if photo.caption:
        figure.append(E.figcaption(photo.caption))
    return figure


def _link(photo: RemotePhoto) -> HtmlElement:
    return E.a(_named(photo.alt, photo.host), href=photo.url, rel="noreferrer")


def _film(film: Film) -> HtmlElement:
    return E.p(E.a(f"▶ {_named(film.title, film.host)}", href=film.url, rel="noreferrer"))


def _named(text: str, host: str) -> str:
    """What a link that leaves the site is called; it names the host in every language."""
    return f"{text} — {host}" if text else host


def _clean(root: HtmlElement) -> None:
    """Take out what must not or need not be in a feed."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in REMOVED:
            element.drop_tree()
            continue
        for name in set(element.attrib) - ATTRIBUTES:
            del element.attrib[name]
        if element.get("width") == "0" or element.get("height") == "0":
            element.attrib.pop("width", None)
            element.attrib.pop("height", None)


def _make_absolute(root: HtmlElement, url: str) -> None:
    """Every address from its scheme on, fragments too; what is no address of a kind we publish is dropped."""
    for element in root.iter():
        for name in ADDRESSES:
            written = element.get(name)
            if written is None:
                continue
            address = _absolute(url, written)
            if address is None:
                del element.attrib[name]
            else:
                element.set(name, address)


def _absolute(url: str, written: str) -> str | None:
    if WHOLE.fullmatch(written):
        return written
    try:
        address = urljoin(url, written)
        return address if urlsplit(address).scheme.lower() in SCHEMES else None
    except ValueError:
        return None


def _inner(root: HtmlElement) -> str:
    """The HTML within `root`."""
    lead = escape(root.text or "", quote=False)
    return lead + "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)
