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
    "br",
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
    "wbr",
}
# For the quotes around them they are like a word.
WORDS = (CODE - {"pre"}) | {"img"}
TRIGGER = re.compile(r"[\"']|--|\.\.\.")
OPENS_AFTER = set(" \t\n\u00a0\u202f([{<-–—/¿¡«“‘")


def curl(root: HtmlElement, quotes: str) -> None:
    """Replace straight quotes by `quotes` (outer opening and closing, inner opening and closing), in place."""
    state = _Quotes(quotes)
    for element, is_tail, fresh in _texts(root):
        text = element.tail if is_tail else element.text
        if fresh:
            state.begin_block()
        elif is_tail and element.tag in WORDS:
            state.before = "x"
        elif is_tail and element.tag == "br":
            state.before = " "
        if not text:
            continue
        if TRIGGER.search(text):
            text = state.curl(text)
            if is_tail:
                element.tail = text
            else:
                element.text = text
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
            before = out[-1] if out else self.before
            out.append(self._sign(sign, before, text[place + 1 : place + 3]) if sign in "\"'" else sign)
        return "".join(out)

    def _sign(self, sign: str, before: str, ahead: str) -> str:
        after = ahead[:1]
        opens = (before in OPENS_AFTER or before in (self.outer[0], self.inner[0])) and not after.isspace()
        if sign == '"':
            if before.isdigit() and not self.open:
                return "″"
            self.open = opens
            return self.outer[0 if opens else 1]
        if opens and not after.isdigit() and ahead != "n'":
            self.inner_open = True
            return self.inner[0]
        if self.inner_open and not after.isalnum():
            self.inner_open = False
            return self.inner[1]
        # An apostrophe: l'eau, rock 'n' roll, los '90.
        return "’"
