"""Typographic quotes, dashes and ellipses in the text of finished HTML; code stays as it is.

One pass over the text nodes: Python-Markdown's own `smarty` costs as much as all the rest together.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

CODE = {"code", "pre", "kbd", "samp", "script", "style", "var"}
INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "del",
    "dfn",
    "em",
    "i",
    "img",
    "ins",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
}
TRIGGER = re.compile(r"[\"']|--|\.\.\.")
OPENS_AFTER = set(" \t\n\u00a0([{<-–—/¿¡«“‘")


def curl(root: HtmlElement, quotes: str) -> None:
    """Replace straight quotes by `quotes` (outer opening and closing, inner opening and closing), in place."""
    state = _Quotes(quotes)
    for element, is_tail, fresh in _texts(root):
        text = element.tail if is_tail else element.text
        if fresh:
            state.begin_block()
        if not text:
            continue
        if TRIGGER.search(text):
            curled = state.curl(text)
            if is_tail:
                element.tail = curled
            else:
                element.text = curled
        state.before = text[-1]


def _texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool, bool]]:
    """Every text of the tree in reading order: its element, whether it is the tail, whether a block begins."""
    tag = element.tag
    if isinstance(tag, str) and tag not in CODE:
        yield element, False, tag not in INLINE
        for child in element:
            yield from _texts(child)
            inline = not isinstance(child.tag, str) or child.tag in INLINE or child.tag in CODE - {"pre"}
            yield child, True, not inline


class _Quotes:
    """What has been opened in the block so far."""

    def __init__(self, quotes: str) -> None:
        self.outer, self.inner = quotes[:2], quotes[2:]
        self.begin_block()

    def begin_block(self) -> None:
        self.before = " "
        self.open = self.inner_open = False

    def curl(self, text: str) -> str:
        out: list[str] = []
        text = re.sub(r"(?<!-)---(?!-)", "—", text)
        text = re.sub(r"(?<!-)--(?!-)", "–", text).replace("...", "…")
        for place, sign in enumerate(text):
            before = text[place - 1] if place else self.before
            after = text[place + 1] if place + 1 < len(text) else ""
            out.append(self._sign(sign, before, after) if sign in "\"'" else sign)
        return "".join(out)

    def _sign(self, sign: str, before: str, after: str) -> str:
        opens = before in OPENS_AFTER and not after.isspace()
        if sign == '"':
            self.open = opens or (not self.open and before in "'‘")
            return self.outer[0 if self.open else 1]
        if opens and not after.isdigit():
            self.inner_open = True
            return self.inner[0]
        if self.inner_open and not after.isalnum():
            self.inner_open = False
            return self.inner[1]
        # An apostrophe: l'eau, rock 'n' roll, los '90.
        return "’"
