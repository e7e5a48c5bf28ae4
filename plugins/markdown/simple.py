"""Texts in which code, links and emphasis stand side by side, none in another: most of those that have any."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown.util import STX, AtomicString, Registry, code_escape

from plugins.markdown.patterns import BLANK, TOKENS, Code, Emphasis, Link

# What each of the three finds when none of the signs of all patterns stands inside (in code any may, but its own).
# Each begins with its sign itself, not with a group: then `re` skips to the next of the three, in half the time.
PARTS = re.compile(
    r"`(?<!``)([^`]+)`(?!`)"
    r"|\[(?<!!\[)(?!\^)([^][`\\<&*_]*)\]"
    r"""\(([^][\s()'"<>`\\]+)(?: "([^][()'"<>`\\]*)")?\)"""
    r"|\*(\*?)(?![\s*])([^][`\\<&*_]++)(?<!\s)\*\5(?!\*)"
)
GROUPS = PARTS.groups + 1
BREAK = "  \n"
SIGNS = ("[", "`", "\\", "<", "&", "*", "_")


def knows(patterns: "Registry[Any]", signs: set[str]) -> bool:
    """Whether `parts` is about these patterns, while none is in the middle of a text; `signs` are looked for."""
    found = [patterns[name] for name in ("backtick", "link", "em_strong") if name in patterns]
    if [type(pattern) for pattern in found] != [Code, Link, Emphasis]:
        return False
    return found[2].pattern == TOKENS and all(_has_sign(sign) or sign == BREAK for sign in signs)


def parts(text: str) -> list[str | None] | None:
    """`text` cut at what `PARTS` finds, or None when a sign stands outside of it."""
    if STX in text or BREAK in text:
        return None
    cut: list[str | None] = PARTS.split(text)
    return None if _has_sign("".join(cut[::GROUPS])) else cut  # type: ignore[arg-type]


def _has_sign(text: str) -> bool:
    for sign in SIGNS:  # noqa: SIM110 (one after the other, and no pattern: a third of the time)
        if sign in text:
            return True
    return False


def elements(cut: list[str | None]) -> Iterator[Element]:
    """The elements for what was found, each with the text behind it."""
    for place in range(1, len(cut), GROUPS):
        code, text, address, title, star, stressed, tail = cut[place : place + GROUPS]
        if code is not None:
            made = Element("code")
            made.text = AtomicString(code_escape(code.strip()))
        elif star is not None:
            made = Element("strong" if star else "em")
            made.text = stressed
        else:
            made = Element("a", {"href": address or ""})
            made.text = text
            if title is not None:
                made.set("title", BLANK.sub(" ", title.strip()))
        made.tail = tail or None
        yield made
