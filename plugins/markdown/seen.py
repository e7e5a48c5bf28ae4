"""Links and headings of a body with their places in the source, for rules."""

from collections.abc import Container, Iterable, Iterator
from urllib.parse import unquote

from lxml.html import HtmlElement

from plugins.core.diagnostic import Span
from plugins.core.entry import BodyHeading, BodyLink
from plugins.core.source import Source
from plugins.markdown.anchors import Anchor, anchors
from plugins.markdown.headlines import Headline, bold_lines, headlines, letters
from plugins.markdown.tree import text_of

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Longer ones are sentences that somebody wanted to stress.
LONGEST = 100
# So many lines may be between a heading and what is taken for it.
NEAR = 20


class Seen:
    """Looks once over a body that Markdown has read and nothing has changed since."""

    def __init__(self, source: Source, plain: str) -> None:
        """`plain` is the body of `source` without code."""
        self.source, self.plain = source, plain

    def links(self, root: HtmlElement) -> Iterator[BodyLink]:
        """Every link but those to footnotes and back; the text of a picture in one is text of it."""
        written = _Written(anchors(self.plain), self.plain)
        for link in root.iter("a"):
            href = link.get("href")
            if href is None or (link.get("class") or "").startswith("footnote"):
                continue
            text = " ".join(text_of(link).split())
            if len(link) and not text:
                text = " ".join((image.get("alt") or "").strip() for image in link.iter("img")).strip()
            anchor = written.take(href, text)
            if anchor is None:
                yield BodyLink(text, href, self._top, self._top, self._top)
                continue
            yield BodyLink(text, href, *(self._span(*one) for one in (anchor.whole, anchor.label, anchor.address)))

    def headings(self, root: HtmlElement, tags: Container[object]) -> Iterator[BodyHeading]:
        """Every heading, as its writer meant its level, and every short paragraph in bold that could be one.

        `tags` are those that there are in the tree.
        """
        lines: dict[int, list[Headline]] = {}
        levels = [tag for tag in LEVELS if tag in tags]
        if levels:
            lines = by_level(headlines(self.plain))
        for element in root.iter(*levels, "p") if "strong" in tags else root.iter(*levels) if levels else ():
            level = 0 if element.tag == "p" else int(element.tag[1])
            if not level and not _is_bold(element, root):
                continue
            if not level and 0 not in lines:
                lines |= {0: [], **by_level(bold_lines(self.plain))}
            text = " ".join(text_of(element).split())
            line = _taken(lines.get(level, []), letters(text), is_sure=level > 0)
            if line is not None:
                yield BodyHeading(level, text, self._span(line.start, line.end))
            elif level:
                yield BodyHeading(level, text, self._top)

    @property
    def _top(self) -> Span:
        return Span(self.source.body_line, 1, self.source.body_line, 1)

    def _span(self, start: int, end: int) -> Span:
        return self.source.body_span(start, end)


class _Written:
    """The links that are written, by address; notes stand elsewhere on the page than in the file, so text decides."""

    def __init__(self, found: list[Anchor], plain: str) -> None:
        self.plain = plain
        self.exact: dict[str, list[Anchor]] = {}
        for anchor in found:
            self.exact.setdefault(anchor.href.strip(), []).append(anchor)
        for known in self.exact.values():
            known.reverse()

    def take(self, href: str, text: str) -> Anchor | None:
        """The next anchor to `href`, if there are several one of this text."""
        known = self.exact.get(href.strip()) or self._alike(href)
        if not known:
            return None
        # One that is shown twice, as what a note says may be, stays for the second time.
        if len(known) == 1:
            return known[0]
        plain = letters(text)
        for place in range(len(known) - 1, max(len(known) - NEAR, 0) - 1, -1):
            if letters(self.plain[slice(*known[place].label)]) == plain:
                return known.pop(place)
        return known.pop()

    def _alike(self, href: str) -> list[Anchor]:
        """Those to an address that says the same in other signs."""
        wanted = _plain_address(href)
        return next((known for key, known in self.exact.items() if _plain_address(key) == wanted), [])


def _plain_address(href: str) -> str:
    return unquote("".join(href.replace("&amp;", "&").split())).casefold()


def by_level(found: Iterable[Headline]) -> dict[int, list[Headline]]:
    """The headings of each level, the first at the end."""
    levels: dict[int, list[Headline]] = {}
    for line in found:
        levels.setdefault(line.level, []).append(line)
    for lines in levels.values():
        lines.reverse()
    return levels


def _taken(lines: list[Headline], wanted: str, *, is_sure: bool) -> Headline | None:
    """The next of `lines` that says this; else, if there must be one, the next. It is taken out."""
    for place in range(len(lines) - 1, max(len(lines) - NEAR, 0) - 1, -1):
        if lines[place].letters == wanted:
            return lines.pop(place)
    return lines.pop() if lines and is_sure else None


def _is_bold(paragraph: HtmlElement, root: HtmlElement) -> bool:
    if len(paragraph) != 1 or paragraph[0].tag != "strong" or paragraph.getparent() is not root:
        return False
    if (paragraph.text or "").strip() or (paragraph[0].tail or "").strip():
        return False
    return 0 < len(text_of(paragraph).strip()) <= LONGEST
