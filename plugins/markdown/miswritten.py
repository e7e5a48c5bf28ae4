"""What was meant to be a link or a picture and is none: a blank in it, or its two halves the wrong way round."""

import re
from collections.abc import Iterator

from plugins.core.entry import BrokenLink
from plugins.core.source import Source

SPACED = re.compile(r"\][ \t]{1,9}\(")
NAMED = re.compile(r"\[([^\[\]\n]+)\]:")
# Text in brackets, a blank, an address in parentheses: what Markdown does not take for a link.
SPACED_LINK = re.compile(
    r"(?<!\\)!?\[(?P<text>[^\[\]\n]{1,500})\][ \t]{1,9}\((?P<address>(?:https?://|mailto:|www\.|\.{0,2}/|\{(?:filename|static|attach)\}|[^\s()]{1,200}\.md)[^()\n]{0,2000})\)"
)
# A note or a number in brackets behind an address is where it comes from.
REVERSED = re.compile(
    r"(?<![\]\\])\((?P<address>(?:https?://|mailto:|www\.|/(?=\w))[^\s()\[\]]{1,2000})\)\[(?P<text>(?!\^|\d+\])[^\[\]\n]{1,500})\](?![(\[:])"
)

# The words in parentheses, the address in brackets.
SWAPPED = re.compile(
    r"(?<![\]\\\w])\((?P<text>[^()\[\]\n]{1,300})\)\[(?P<address>(?:https?://|mailto:|/(?=\w))[^\s()\[\]]{1,2000})\](?![(\[:])"
)


def broken_links(source: Source, plain: str) -> tuple[BrokenLink, ...]:
    """Those of `source`, in order; `plain` is its body without code."""
    body = source.body
    spaced = "] " in body or ("\t" in body and "]\t" in body)
    if not spaced and ")[" not in body:
        return ()
    named = frozenset(NAMED.findall(body)) if "]:" in body else frozenset()
    found = [*_found(SPACED_LINK, source, plain)] if spaced and SPACED.search(plain) else []
    if ")[" in plain:
        found += [*_found(REVERSED, source, plain), *_found(SWAPPED, source, plain)]
    return tuple(sorted((one for one in found if one.text not in named), key=lambda one: one.span))


def _found(pattern: re.Pattern[str], source: Source, plain: str) -> Iterator[BrokenLink]:
    for match in pattern.finditer(plain):
        if not match["text"].startswith("^"):
            span = source.body_span(*match.span())
            yield BrokenLink(match["text"], match["address"], span, match[0][0] == "!", pattern is not SPACED_LINK)
