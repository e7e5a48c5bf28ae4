"""Texts that are nested too deep, or open signs they never close: the findings of `text-too-deep`."""

import re

from lxml import etree
from lxml.html import HtmlElement

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.source import Source
from plugins.markdown.locate import Locator

RULE = "text-too-deep"
MAX_DEPTH = 100
MAX_OPEN = 200
TOO_DEEP = etree.XPath("/".join(["*"] * (MAX_DEPTH + 1)))
LEADS = re.compile(r"^[ \t]*(?:(?:>|[*+-]|\d+\.)[ \t]*)+", re.MULTILINE)
# What opens, and what closes one or all. To those who look for tags a backslash says nothing.
SIGNS = {
    "[": re.compile(r"(?<!\\)(?:\[|\]|\n\n)"),
    "<": re.compile(r"(?<!\\)[<>]|<(?=[A-Za-z])"),
}
NESTED = translatable("Lists, quotes or tags are nested here far too deep to be shown.")
NESTED_HINT = translatable("Take the levels apart: a text needs no more than three or four.")
CROWDED = translatable("This paragraph holds more signs of Markdown than can be read: it is {count} letters long.")
CROWDED_HINT = translatable("Put empty lines between its parts, or put code between two lines of three backticks.")
OPENED = translatable("There are more than {number} signs `{sign}` here that nothing closes.")
OPENED_HINT = translatable(
    "Put code between two lines of three backticks, and write a backslash before a lone `{sign}`."
)


def too_deep(root: HtmlElement) -> bool:
    """Whether the finished HTML is nested further than is published."""
    return bool(TOO_DEEP(root))


def nested_too_deep(source: Source) -> Diagnostic:
    """The finding, at the line with most signs of nesting at its front."""
    leads = max(LEADS.finditer(source.body), key=lambda match: len(match[0]), default=None)
    span = source.body_span(*leads.span()) if leads else Span(source.body_line, 1, source.body_line, 1)
    offence = source.body[leads.end() : leads.end() + 60].partition("\n")[0] if leads else ""
    return Diagnostic(Location(source.path, span), RULE, Severity.ERROR, Text(NESTED), Text(NESTED_HINT), offence)


def too_much(source: Source) -> Diagnostic:
    """The finding, at the longest part of the body that no empty line divides."""
    longest = max(source.body.split("\n\n"), key=len).lstrip("\n")
    start = source.body.index(longest)
    first = longest.partition("\n")[0]
    at = Location(source.path, source.body_span(start, start + len(first)))
    text = Text(CROWDED, {"count": len(longest)})
    return Diagnostic(at, RULE, Severity.ERROR, text, Text(CROWDED_HINT), first[:60])


def left_open(source: Source, locator: Locator) -> Diagnostic | None:
    """The finding that brackets are opened by the hundred; Markdown takes the square of their number to read them."""
    for sign, signs in SIGNS.items():
        if source.body.count(sign) <= MAX_OPEN:
            continue
        place = _too_many(locator.body, sign, signs)
        if place >= 0:
            at = Location(source.path, source.body_span(place, place + 1))
            text = Text(OPENED, {"number": MAX_OPEN, "sign": sign})
            return Diagnostic(at, RULE, Severity.ERROR, text, Text(OPENED_HINT, {"sign": sign}), sign)
    return None


def _too_many(body: str, sign: str, signs: re.Pattern[str]) -> int:
    """Where the sign stands that is one too many, or -1."""
    open_now = 0
    for match in signs.finditer(body):
        if match[0] == sign:
            open_now += 1
        else:
            open_now = max(open_now - 1, 0) if match[0] == "]" else 0
        if open_now > MAX_OPEN:
            return match.start()
    return -1
