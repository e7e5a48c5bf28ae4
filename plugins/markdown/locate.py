"""Where something of the rendered body stands in the source: by its text, code left out."""

import re
from functools import cached_property

from plugins.core.diagnostic import Span
from plugins.core.source import Source

FENCE = re.compile(r"^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
# What it begins with is looked for at once; a look behind in front would be tried at every sign.
SPAN = re.compile(r"(`(?<![`\\]`)`*)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
# Whichever begins first holds the other.
SPAN_OR_COMMENT = re.compile(f"{SPAN.pattern}|<!--.*?-->", re.DOTALL)
# As long as what it stands for; no body that is published holds this sign.
HIDDEN = "<!\x02-"
INDENTED = re.compile(r"(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
LIST_ITEM = re.compile(r"^[ \t]*(?:[*+-]|\d+[.)])[ \t]", re.MULTILINE)
# Alone on its line, in a list or a quotation too; `[address](address)` shows it as well.
ADDRESS_LINE = re.compile(
    r"^[ \t>*+\d.)-]{0,40}+[<\[]?(https?://[^\s<>\[\]]++)(?:>?[ \t]*+\\?$|\]\()", re.MULTILINE | re.IGNORECASE
)
# What follows makes another address of it.
LONGER = re.compile(r"[\w/.~%=&?#+@$-]")


def without_code(body: str, *, comments: bool = False) -> str:
    """`body` with every character of code replaced by a blank, line ends kept; lengths are the same.

    Those of `comments` stay only where they are asked for.
    """
    if ("`" in body and "```" in body) or ("~" in body and "~~~" in body):
        body = FENCE.sub(_blank, body)
    # Inside a list an indented line is a paragraph of the item, not code.
    if "\n    " in body and not LIST_ITEM.search(body):
        body = INDENTED.sub(_blank, body)
    if "<!--" in body:
        # What is never closed is no comment, and would be looked for to the end each time.
        closed = body.rfind("-->") + 1
        body = body[:closed] + body[closed:].replace("<!--", HIDDEN)
        return SPAN_OR_COMMENT.sub(_blank_code if comments else _blank, body).replace(HIDDEN, "<!--")
    return SPAN.sub(_blank, body) if "`" in body else body


def _blank(match: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in match[0].split("\n"))


def _blank_code(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("<!--") else _blank(match)


class Locator:
    """Finds each occurrence of a text once, in order."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.used: dict[str, int] = {}
        self.first: dict[str, int] = {}
        self.absent: set[str] = set()

    @cached_property
    def body(self) -> str:
        """The body of the source without its code; most bodies need it for nothing."""
        return without_code(self.source.body)

    @cached_property
    def address_lines(self) -> dict[str, list[tuple[int, int]]]:
        """Where each address stands alone on a line, the last place first."""
        found: dict[str, list[tuple[int, int]]] = {}
        for match in ADDRESS_LINE.finditer(self.body):
            found.setdefault(match[1], []).append(match.span(1))
        for places in found.values():
            places.reverse()
        return found

    def find_line(self, address: str) -> Span:
        """The next line on which `address` stands alone; else where `find` finds it."""
        places = self.address_lines.get(address)
        return self.source.body_span(*places.pop()) if places else self.find(address)

    def find(self, *needles: str) -> Span:
        """The next place of the first needle that occurs; the first line of the body when none does."""
        for needle in needles:
            if not needle or needle in self.absent:
                continue
            start = self._next(needle)
            if start >= 0:
                self.used[needle] = start + len(needle)
                return self.source.body_span(start, start + len(needle))
            self.absent.add(needle)
        return Span(self.source.body_line, 1, self.source.body_line, 1)

    def _next(self, needle: str) -> int:
        """Where `needle` stands next, else where it stood first; where it goes on, an address is another one."""
        start = self.body.find(needle, self.used.get(needle, 0))
        while "/" in needle and start >= 0 and LONGER.match(self.body, start + len(needle)):
            start = self.body.find(needle, start + 1)
        if needle not in self.first:
            self.first[needle] = start if start >= 0 else self.body.find(needle)
        return start if start >= 0 else self.first[needle]
