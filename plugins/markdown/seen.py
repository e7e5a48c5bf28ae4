"""Links and headings of a body with their places in the source, for rules."""

import re
from collections import deque
from collections.abc import Iterator

from lxml.html import HtmlElement

from plugins.core.diagnostic import Span
from plugins.core.entry import BodyHeading, BodyLink
from plugins.core.source import Source
from plugins.markdown.tree import text_of

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
# In a list or a quotation too; underlined; as HTML.
HEADING = re.compile(
    r"^(?:[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<all>(?P<signs>\#{1,6})(?!\#).*?)[ \t]*$"
    r"|^(?P<text>[^\n]+?)[ \t]*\n[ ]{0,3}(?P<line>=+|-+)[ \t]*$"
    r"|(?P<tag><[hH](?P<level>[1-6])\b[^>]*>.*?</[hH](?P=level)>)",
    re.MULTILINE,
)
# Longer ones are sentences that somebody wanted to stress.
LONGEST = 100
EMPTY: deque[tuple[int, int]] = deque()


class Seen:
    """Looks once over a body that Markdown has read and nothing has changed since."""

    def __init__(self, source: Source, plain: str) -> None:
        """`plain` is the body of `source` without code."""
        self.source, self.plain = source, plain
        self.used: dict[str, int] = {}
        self.absent: set[str] = set()

    def links(self, root: HtmlElement) -> Iterator[BodyLink]:
        """Every link but those to footnotes and back."""
        for link in root.iter("a"):
            href = link.get("href")
            if href is None or (link.get("class") or "").startswith("footnote"):
                continue
            yield self._link(" ".join(link.text_content().split()), href)

    def _link(self, text: str, href: str) -> BodyLink:
        for written in (href, href.replace("&", "&amp;")):
            for before, after in (("](", ""), ("](<", ""), ("<", ">"), ('href="', '"'), ("href='", "'"), ("]: ", "")):
                start = self._next(f"{before}{written}{after}") if written or before[0] in "]h" else -1
                if start >= 0:
                    start += len(before)
                    return self._placed(text, href, before, start, start + len(written))
        start = self._next(f"[{text}]")
        if start < 0:
            nowhere = Span(self.source.body_line, 1, self.source.body_line, 1)
            return BodyLink(text, href, nowhere, nowhere, nowhere)
        label = self._span(start + 1, start + 1 + len(text))
        return BodyLink(text, href, self._span(start, start + 2 + len(text)), label, label)

    def _placed(self, text: str, href: str, before: str, start: int, end: int) -> BodyLink:
        """The link whose address stands from `start` to `end`, behind the signs `before`."""
        address = self._span(start, end)
        if before in ("](", "](<"):
            close = start - len(before)
            opening, closing = self._opening(close), self._closing(end)
            return BodyLink(text, href, self._span(opening, closing), self._span(opening + 1, close), address)
        if before == "<":
            return BodyLink(text, href, self._span(start - 1, end + 1), address, address)
        label = self._next(f"[{text}]") if before == "]: " else self.plain.find(text, end) if text else -1
        if label < 0:
            return BodyLink(text, href, address, address, address)
        label += before == "]: "
        return BodyLink(text, href, address, self._span(label, label + len(text)), address)

    def _opening(self, close: int) -> int:
        """Where the bracket that `close` closes is opened."""
        depth = 1
        for place in range(close - 1, max(close - 2000, 0) - 1, -1):
            sign = self.plain[place]
            if sign in "[]" and (place == 0 or self.plain[place - 1] != "\\"):
                depth += 1 if sign == "]" else -1
                if not depth:
                    return place
        return close

    def _closing(self, end: int) -> int:
        """Behind the parenthesis that closes a link whose address ends at `end`."""
        close = re.compile(r">?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)").match(self.plain, end)
        return close.end() if close else end

    def _next(self, needle: str) -> int:
        if needle in self.absent:
            return -1
        start = self.plain.find(needle, self.used.get(needle, 0))
        if start < 0 and needle in self.used:
            start = self.plain.find(needle)
        if start >= 0:
            self.used[needle] = start + len(needle)
        else:
            self.absent.add(needle)
        return start

    def headings(self, root: HtmlElement) -> Iterator[BodyHeading]:
        """Every heading, as its writer meant its level, and every short paragraph in bold that could be one."""
        # The last heading stands at `place`; of each level, where those after it stand.
        place, waiting = -1, self._waiting()
        for element in root.iter(*LEVELS, "p"):
            text = " ".join(text_of(element).split())
            if element.tag == "p":
                if _is_bold(element, root) and 0 < len(text) <= LONGEST:
                    yield BodyHeading(0, text, self._bold(text))
                continue
            level = int(element.tag[1])
            same = waiting.get(level, EMPTY)
            while same and same[0][0] < place:
                same.popleft()
            if not same:
                yield BodyHeading(level, text, Span(self.source.body_line, 1, self.source.body_line, 1))
                continue
            start, place = same.popleft()
            yield BodyHeading(level, text, self._span(start, place))

    def _waiting(self) -> dict[int, deque[tuple[int, int]]]:
        """The extents of everything that may be a heading, by level, in order."""
        found: dict[int, deque[tuple[int, int]]] = {}
        for match in HEADING.finditer(self.plain):
            found.setdefault(_level(match), deque()).append(_extent(match))
        return found

    def _bold(self, text: str) -> Span:
        for sign in ("**", "__", "***", "___"):
            start = self._next(f"{sign}{text}{sign}")
            if start >= 0:
                return self._span(start, start + len(text) + 2 * len(sign))
        return Span(self.source.body_line, 1, self.source.body_line, 1)

    def _span(self, start: int, end: int) -> Span:
        return self.source.body_span(start, end)


def _level(match: re.Match[str]) -> int:
    if match["signs"]:
        return len(match["signs"])
    if match["line"]:
        return 1 if match["line"][0] == "=" else 2
    return int(match["level"])


def _extent(match: re.Match[str]) -> tuple[int, int]:
    return match.span("all" if match["signs"] else "text" if match["line"] else "tag")


def _is_bold(paragraph: HtmlElement, root: HtmlElement) -> bool:
    if len(paragraph) != 1 or paragraph[0].tag != "strong" or paragraph.getparent() is not root:
        return False
    return not (paragraph.text or "").strip() and not (paragraph[0].tail or "").strip()
