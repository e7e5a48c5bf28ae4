"""References: what a body links to or shows inside the site, left open as marks until the page is made."""

from typing import Literal

from lxml.html import HtmlElement

from plugins.core.diagnostic import Span
from plugins.core.prose import CLOSE, OPEN, Reference
from plugins.core.target import content_target, is_external
from plugins.markdown.locate import Locator

# lxml would percent-encode a mark in `href`; the attribute gets its own name back when the HTML is text.
HELD = "data-held-"


class References:
    """The references of one body, in order."""

    def __init__(self, path: str, locator: Locator) -> None:
        self.path = path
        self.locator = locator
        self.made: list[Reference] = []

    def link(self, element: HtmlElement) -> None:
        """Leave the `href` of `element` open when it leads inside the site; one to its own page is only noted."""
        href = element.get("href") or ""
        if not href or is_external(href):
            return
        span = self.locator.find(f"]({href}", f"({href}", href)
        number = self._add("link", href, _trim(span, href))
        if href.startswith("#"):
            return
        del element.attrib["href"]
        element.set(f"{HELD}href", f"{OPEN}{number}u{CLOSE}")

    def picture(self, element: HtmlElement, span: Span) -> None:
        """Leave `src`, `width` and `height` of `element` open."""
        number = self._add("picture", element.get("src") or "", span)
        del element.attrib["src"]
        element.set(f"{HELD}src", f"{OPEN}{number}u{CLOSE}")
        element.set("width", f"{OPEN}{number}w{CLOSE}")
        element.set("height", f"{OPEN}{number}h{CLOSE}")

    def _add(self, kind: Literal["link", "picture"], written: str, span: Span) -> int:
        target, fragment = content_target(self.path, written)
        self.made.append(Reference(kind, written, target, fragment, span))
        return len(self.made) - 1


def _trim(span: Span, href: str) -> Span:
    """The place of the address alone, without the `](` before it."""
    if span.line != span.end_line or span.end_column - span.column <= len(href):
        return span
    return Span(span.line, span.end_column - len(href), span.end_line, span.end_column)
