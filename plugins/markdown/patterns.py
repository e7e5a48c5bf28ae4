"""Links, pictures and emphasis as Python-Markdown finds them, in the plain case without a walk sign by sign."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    BACKTICK_RE,
    IMAGE_LINK_RE,
    LINK_RE,
    BacktickInlineProcessor,
    DelimiterProcessor,
    ImageInlineProcessor,
    LinkInlineProcessor,
)

from plugins.markdown.effort import RUN, WALK, Effort

TEXT = re.compile(r"([^\[\]]*)\]")
# An address and a title in which nothing is to be paired; U+0002 marks what other patterns have taken out.
ADDRESS = re.compile(r"""\(([^\s()'"<>\x02]+)(?: "([^()'"<>\x02]*)")?\)""")
BLANK = re.compile(r"\s")
TICKS = re.compile("`+")
TOKENS = r"\*|_"
# Emphasis between stars with no other sign of it inside.
STARS = re.compile(r"(\*\*?)(?![\s*])([^*_]++)(?<!\s)\1(?!\*)")


class Link(LinkInlineProcessor):
    """`[text](address "title")`."""

    def __init__(self, pattern: str, md: Markdown, effort: Effort) -> None:
        super().__init__(pattern, md)
        self.effort = effort

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """Called by Python-Markdown."""
        match = TEXT.match(data, index)
        if match is None:
            found = super().getText(data, index)
            self.effort.spend(WALK * (found[1] - index))
            return found
        return match[1], match.end(), True

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """Called by Python-Markdown."""
        match = ADDRESS.match(data, index)
        if match is None:
            found = super().getLink(data, index)
            if data.startswith("(", index):
                self.effort.spend(WALK * ((found[2] if found[3] else len(data)) - index))
            return found
        title = match[2] and BLANK.sub(" ", match[2].strip())
        return match[1], title, match.end(), True


class Image(Link, ImageInlineProcessor):
    """`![text](address "title")`."""


class Code(BacktickInlineProcessor):
    """`` `code` ``."""

    def __init__(self, pattern: str, effort: Effort) -> None:
        super().__init__(pattern)
        self.effort = effort

    def find_code_spans(  # type: ignore[override]
        self, start: int, text: str
    ) -> tuple[int, int | None]:
        """Called by Python-Markdown, which looks at every sign up to the end for each run without another like it."""
        runs = TICKS.finditer(text, start)
        begin = next(runs).end()
        size, longest, end, seen = begin - start, 0, 0, 0
        for run in runs:
            first, last = run.span()
            if last - first == size:
                return begin, first
            if last - first > longest:
                longest, end = last - first, last
            seen += 1
        self.effort.spend(RUN * seen)
        if 0 < longest < size:
            return start + longest, end - longest
        return begin + size, None


class Emphasis(DelimiterProcessor):
    """`*emphasis*` and `**more**`."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Called by Python-Markdown."""
        if self.regions:
            return super().handleMatch(m, data)
        stars = STARS.match(data, m.start()) if self.pattern == TOKENS else None
        if stars is not None:
            made = Element(self.delimiters["*"].tags[len(stars[1]) % 2])
            made.text = stars[2]
            return made, *stars.span()
        pair = self._pair(m[0], m.start(), data)
        if pair is None:
            return super().handleMatch(m, data)
        start, size, end = pair
        made = Element(self.delimiters[m[0]].tags[size % 2])
        made.text = data[start + size : end - size]
        return made, start, end

    def _pair(self, token: str, start: int, data: str) -> tuple[int, int, int] | None:
        """Start, size and end, where the next sign of emphasis closes what begins at `start`."""
        boundary = self.delimiters[token].boundary
        opening = boundary.match(data, start)
        closing = opening and self.compiled_re.search(data, opening.end())
        if not opening or not closing or closing[0] != token or opening.lastgroup == "end":
            return None
        closing = boundary.match(data, closing.start())
        size = opening.end() - start
        if size > 2 or not closing or closing.lastgroup == "start" or len(closing[0]) != size:
            return None
        return start, size, closing.end()

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """Called by Python-Markdown."""
        end = start
        for sign in self.compiled_re.finditer(data, start):
            if sign.start() < end:
                continue
            delimiter = self.delimiters[sign[0]]
            match = delimiter.boundary.match(data, sign.start())
            if match is not None and (delimiter.stack or match.lastgroup != "end"):
                return match
            # What does not begin with the first sign of a run does not with another of it.
            end = sign.end()
            while data.startswith(sign[0], end):
                end += 1
        return None


def register(md: Markdown, effort: Effort) -> None:
    """Put them in the places of Python-Markdown's own."""
    md.inlinePatterns.register(Code(BACKTICK_RE, effort), "backtick", 190)
    md.inlinePatterns.register(Link(LINK_RE, md, effort), "link", 160)
    md.inlinePatterns.register(Image(IMAGE_LINK_RE, md, effort), "image_link", 150)
    emphasis = Emphasis("*", "strong,em", md)
    emphasis.add("_", "strong,em", smart=True)
    md.inlinePatterns.register(emphasis, "em_strong", 60)
