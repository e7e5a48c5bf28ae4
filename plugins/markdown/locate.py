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
        self.absent: set[str] = set()

    @cached_property
    def body(self) -> str:
        """The body of the source without its code; most bodies need it for nothing."""
        return without_code(self.source.body)

    def find(self, *needles: str) -> Span:
        """The next place of the first needle that occurs; the first line of the body when none does."""
        for needle in needles:
            if not needle or needle in self.absent:
                continue
            start = self.body.find(needle, self.used.get(needle, 0))
            if start < 0 and needle in self.used:
                start = self.body.find(needle)
            if start >= 0:
                self.used[needle] = start + len(needle)
                return self.source.body_span(start, start + len(needle))
            self.absent.add(needle)
        return Span(self.source.body_line, 1, self.source.body_line, 1)
