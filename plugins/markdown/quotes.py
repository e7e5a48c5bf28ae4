"""Typographic quotes, dashes and ellipses in the text of finished HTML; code stays as it is.

One pass over the text nodes: Python-Markdown's own `smarty` costs as much as all the rest together.
"""

import re

from lxml.html import HtmlElement

from plugins.markdown.tree import text_of

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
QUOTE = re.compile("[\"']")
OPENS_AFTER = set(" \t\n\u00a0\u202f([{<-–—/¿¡«“‘")


def curl(root: HtmlElement, quotes: str) -> None:
    """Replace straight quotes by `quotes` (outer opening and closing, inner opening and closing), in place."""
    state = _Quotes(quotes)
    state.texts_before(root)
    for child in root:
        # A block begins afresh, and after it the next one does; of most nothing has to be looked at.
        is_inline = _is_inline(child)
        if is_inline or has_quotes(text_of(child)):
            state.texts(child)
        tail = child.tail
        if is_inline or tail != "\n":
            state.text_behind(child)
        else:
            state.begin_block()


def has_quotes(text: str) -> bool:
    """Whether `text` holds any of the signs that `curl` replaces."""
    return '"' in text or "'" in text or ("-" in text and "--" in text) or "..." in text


def _is_inline(element: HtmlElement) -> bool:
    return not isinstance(element.tag, str) or element.tag in INLINE or element.tag in WORDS


class _Quotes:
    """What has been opened in the block so far."""

    def __init__(self, quotes: str) -> None:
        self.outer, self.inner = quotes[:2], quotes[2:]
        self.begin_block()

    def begin_block(self) -> None:
        self.before = " "
        self.open = self.inner_open = False

    def texts(self, element: HtmlElement) -> None:
        """Every text in `element`, in reading order; code stays as it is."""
        if not isinstance(element.tag, str) or element.tag in CODE:
            return
        self.texts_before(element)
        for child in element:
            self.texts(child)
            self.text_behind(child)

    def texts_before(self, element: HtmlElement) -> None:
        """The text before the first child of `element`."""
        if element.tag not in INLINE:
            self.begin_block()
        text = element.text
        if text:
            if has_quotes(text):
                element.text = text = self.curl(text)
            self.before = text[-1]

    def text_behind(self, element: HtmlElement) -> None:
        """The text between the end of `element` and what follows it."""
        if not _is_inline(element):
            self.begin_block()
        elif element.tag in WORDS:
            self.before = "x"
        elif element.tag == "br":
            self.before = " "
        text = element.tail
        if text:
            if has_quotes(text):
                element.tail = text = self.curl(text)
            self.before = text[-1]

    def curl(self, text: str) -> str:
        if "--" in text:
            text = re.sub(r"(?<!-)---(?!-)", "—", text)
            text = re.sub(r"(?<!-)--(?!-)", "–", text)
        text = text.replace("...", "…")
        out: list[str] = []
        end, before = 0, self.before
        for match in QUOTE.finditer(text):
            place = match.start()
            if place > end:
                out.append(text[end:place])
                before = text[place - 1]
            end = match.end()
            before = self._sign(match[0], before, text[end : end + 2])
            out.append(before)
        return "".join(out) + text[end:]

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
