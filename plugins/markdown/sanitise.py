"""The allow-list for HTML (nh3), and what it would not let through, so that nothing is dropped in silence."""

import re
from html.parser import HTMLParser
from typing import Literal

import nh3

from plugins.core.entry import BodyMarkup
from plugins.markdown.allowed import ATTRIBUTES, INDIFFERENT, SCHEMES, TAGS, UNSAFE_TAGS, URL_ATTRIBUTES, WITH_CONTENT
from plugins.markdown.locate import Locator

RAW = re.compile(r"<[a-zA-Z/!?]|\{:|&")
# What it begins with is looked for at once; `href|src` in front would be tried at every sign.
SCHEME = re.compile(r'="(?:(?<=href=")|(?<=src="))([^":/?#&]*):')
CLEANER = nh3.Cleaner(
    tags=TAGS, clean_content_tags=WITH_CONTENT, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None
)


def clean(html: str) -> str:
    """`html` with only what the allow-list lets through, as HTML 5 parses it."""
    return CLEANER.clean(html)


def is_untouched(html: str, cleaned: str) -> bool:
    """Whether it is plain that `refused` finds nothing; `cleaned` is what `clean` made of `html`."""
    # A frame's content is text for nh3; blanks, in which `refused` looks for a scheme, are part of an address.
    if html != cleaned or "<iframe" in html or "cite=" in html:
        return False
    return all(match[1].lower() in SCHEMES for match in SCHEME.finditer(html))


def refused(html: str, body: str, locator: Locator) -> tuple[BodyMarkup, ...]:
    """What `clean` takes out of `html`, each at its place in the source `body`."""
    if not RAW.search(body) and all(match[1].lower() in SCHEMES for match in SCHEME.finditer(html)):
        return ()
    parser = _Refusals(locator)
    parser.feed(html)
    parser.close()
    return tuple(parser.found)


class _Refusals(HTMLParser):
    def __init__(self, locator: Locator) -> None:
        super().__init__(convert_charrefs=True)
        self.locator = locator
        self.found: list[BodyMarkup] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self._add(tag, "tag", tag in UNSAFE_TAGS, f"<{tag}")
            return
        if tag == "iframe":
            return
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | INDIFFERENT
        for name, value in attrs:
            if name not in allowed:
                self._add(name, "attribute", name.startswith("on"), f"{name}=", name)
            elif name in URL_ATTRIBUTES and _scheme(value or "") not in SCHEMES | {""}:
                self._add(value or "", "address", True, value or "", _scheme(value or ""), tag=tag)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Called by Python, which gives up on a `<![` that begins no section it knows."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def _add(
        self, what: str, kind: Literal["tag", "attribute", "address"], unsafe: bool, *needles: str, tag: str = ""
    ) -> None:
        self.found.append(BodyMarkup(what, kind, unsafe, self.locator.find(*needles), tag))


def _scheme(url: str) -> str:
    # Browsers ignore control characters and blanks inside a scheme.
    head = re.sub(r"[\x00-\x20]", "", url)
    match = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", head)
    return match[1].lower() if match else ""
