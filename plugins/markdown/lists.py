"""Lists as kramdown reads them, made ready for Python-Markdown, which nests by steps of four blanks.

In kramdown whatever begins under the *text* of an item belongs to the item: two blanks after `- `, three
after `1. `. A list without such a line is left as it is, so nothing changes for who writes four blanks.
"""

import re
from collections.abc import Iterator, Sequence

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from msgspec import Struct

STEP = 4
MARKER = re.compile(r" *(?:[*+-]|\d{1,9}\.) +(?=\S)")
RULE = re.compile(r" *(?:(?:\* *){3,}|(?:- *){3,})")
QUOTED = re.compile(r" {0,3}> ?")
# What may stand right above a paragraph's text and begin a list there, as GitHub's Markdown and Jekyll have it.
INTERRUPTS = re.compile(r" {0,3}(?:[*+-]|1\.) +\S")


class Line(Struct, frozen=True):
    """A line of a list: how far it is indented, the level at which it belongs, and by how much it is set further in."""

    text: str
    indent: int
    level: int
    further: int
    binding: bool

    @property
    def is_flattened(self) -> bool:
        """Whether Python-Markdown would take it out of its item."""
        return self.binding and self.indent < STEP * self.level

    @property
    def moved(self) -> str:
        """The line where Python-Markdown expects it."""
        return " " * (STEP * self.level + self.further) + self.text[self.indent :] if self.level else self.text


def indented(lines: Sequence[str]) -> list[str]:
    """`lines` with every item's own lines a multiple of four blanks in; lists in block quotes too."""
    out: list[str] = []
    place = 0
    while place < len(lines):
        end = _quote_end(lines, place)
        if end > place:
            out += _requoted(lines[place:end])
        elif _begins(lines[place]):
            end = _list_end(lines, place)
            if out and out[-1].strip() and not _is_head(out[-1]):
                out.append("")
            read = list(_read(lines[place:end]))
            out += [line.moved if any(one.is_flattened for one in read) else line.text for line in read]
        else:
            end = place + 1
            out.append(lines[place])
        place = end
    return out


def _begins(line: str) -> bool:
    return bool(MARKER.match(line)) and _indent(line) < STEP and not RULE.fullmatch(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
