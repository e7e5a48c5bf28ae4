"""Links as they are written in a body, and where: the places of what Markdown makes of them."""

import html
import re
from collections.abc import Iterator

from markdown import Markdown
from msgspec import Struct

from plugins.markdown.effort import Effort
from plugins.markdown.patterns import Link

ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+.!\"':<$|-]")
DEFINITION = re.compile(r"^[ \t>]*\[(?!\^)([^\[\]\n]+)\]:[ ]*(?:\n[ ]*)?<?([^\s>]+)", re.MULTILINE)
# `<https://…>`, `<ana@…>` and `<a href="…">`; each begins with the sign itself, which is looked for at once.
POINTED = re.compile(
    r"<(?:(?P<address>[A-Za-z][A-Za-z0-9+.-]*:[^<>\n]*|[^<>\s!/]+@[^<>\s@]+)>"
    r"|[aA]\s(?:[^<>]*?\s)??href\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"']+))[^<>]*>)",
    re.IGNORECASE,
)
# No writer's link is longer, and no search for its beginning goes back further.
LONGEST = 2000
BLANKS = re.compile(r"\s+")
Range = tuple[int, int]


class Anchor(Struct, frozen=True):
    """A link as written: its address, and where all of it, its text and its address stand in the body."""

    href: str
    whole: Range
    label: Range
    address: Range


class _Target(Link):
    """Reads `(address "title")` exactly as it is read when the body is rendered."""

    def unescape(self, text: str) -> str:
        """Called by Python-Markdown; nothing was put away here."""
        return text


class _Spent(Effort):
    """The work was counted, and allowed, when the body was rendered."""

    def spend(self, signs: int) -> None:
        """Count nothing."""


TARGET = _Target("", Markdown(), _Spent())


def anchors(plain: str) -> list[Anchor]:
    """What may be a link in `plain`, a body without code, in its order."""
    signs = ESCAPED.sub("\ufdd2\ufdd2", plain) if "\\" in plain else plain
    found = list(_in_brackets(plain, signs)) if "]" in signs else []
    if "<" in signs:
        found += _pointed(plain, signs)
    return sorted(found, key=lambda anchor: anchor.whole)


def _in_brackets(plain: str, signs: str) -> Iterator[Anchor]:
    defined = {_name(one[1]): one.span(2) for one in DEFINITION.finditer(signs)} if "]:" in signs else {}
    close = signs.find("]")
    while close >= 0:
        start = _opening(signs, close)
        found = _anchor(plain, signs, start, close, defined) if start >= 0 else None
        if found is not None and signs[start - 1 : start] != "!":
            yield found
        # The name of a reference is no link of its own.
        named = found is not None and signs[found.whole[1] - 1] == "]"
        close = signs.find("]", found.whole[1] if found is not None and named else close + 1)


def _anchor(plain: str, signs: str, start: int, close: int, defined: dict[str, Range]) -> Anchor | None:
    """What the brackets from `start` to `close` make with what follows them."""
    label, behind = (start + 1, close), signs[close + 1 : close + 2]
    if behind == "(":
        return _inline(plain, signs, label)
    if not defined or behind == ":":
        return None
    given = re.compile(r"\s?\[([^\]]*)\]").match(signs, close + 1)
    name = _name(given[1] if given and given[1] else signs[slice(*label)])
    if name not in defined:
        return None
    address = defined[name]
    return Anchor(plain[slice(*address)], (start, given.end() if given else close + 1), label, address)


def _inline(plain: str, signs: str, label: Range) -> Anchor | None:
    start = label[1] + 1
    rest = signs[start : start + LONGEST].partition("\n\n")[0]
    if ")" not in rest:
        # It would be looked for sign by sign.
        return None
    href, _, length, is_link = TARGET.getLink(rest, 0)
    if not is_link:
        return None
    at = start + rest.index(href, 1)
    address = (at, at + len(href))
    return Anchor(_unescaped(plain[slice(*address)]), (label[0] - 1, start + length), label, address)


def _pointed(plain: str, signs: str) -> Iterator[Anchor]:
    for match in POINTED.finditer(signs):
        if match["address"]:
            address = match.span("address")
            is_mail = "@" in match["address"] and ":" not in match["address"].partition("@")[0]
            yield Anchor(("mailto:" if is_mail else "") + match["address"], match.span(), address, address)
            continue
        address = match.span(next(name for name in ("double", "single", "bare") if match[name] is not None))
        close = re.compile("</a\\s*>", re.IGNORECASE).search(signs, match.end())
        label, end = (match.end(), close.start() if close else match.end()), close.end() if close else match.end()
        yield Anchor(html.unescape(plain[slice(*address)]), (match.start(), end), label, address)


def _opening(signs: str, close: int) -> int:
    """Where the bracket that `close` closes is opened; -1 when nowhere near."""
    depth, place, floor = 1, close, max(close - LONGEST, 0)
    while depth:
        opened, closed = signs.rfind("[", floor, place), signs.rfind("]", floor, place)
        if opened < 0:
            return -1
        depth += 1 if closed > opened else -1
        place = max(opened, closed)
    return place


def _name(label: str) -> str:
    return BLANKS.sub(" ", label.strip()).lower()


def _unescaped(address: str) -> str:
    return ESCAPED.sub(lambda match: match[0][1], address) if "\\" in address else address
