"""A source file as read: its text, its front matter with the place of every key and value, its body."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TypeAlias

from msgspec import Struct

from plugins.core.diagnostic import Edit, Location, Span

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
"""Front matter as written: every scalar is its text, so that `NO`, `007` and `1.10` stay themselves."""

# Control characters, halves of characters, and the noncharacters that bodies use for their marks.
ENDS_OF_PLANES = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
UNPRINTABLE = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{ENDS_OF_PLANES}]")
"""What no page or feed can carry."""


CONTROLS = bytes(code for code in range(0x100) if UNPRINTABLE.match(chr(code)))


def has_unprintable(text: str) -> bool:
    """Whether `text` holds any of `UNPRINTABLE`."""
    # The pattern takes longer than a small file's whole front matter; nearly every text is plain.
    try:
        latin = text.encode("latin-1")
    except UnicodeEncodeError:
        return _has_unprintable(text)
    # A copy without them, in a sixth of the time.
    return len(latin.translate(None, CONTROLS)) != len(latin)


def _has_unprintable(text: str) -> bool:
    plain = text.replace("\n", "").replace("\u00a0", "").replace("\t", "").isprintable()
    return not plain and UNPRINTABLE.search(text) is not None


# Up to here counting line ends is quicker than knowing them all.
SHORT = 20_000


class Source(Struct, frozen=True, dict=True):
    """One Markdown file. `front` is None when it could not be read; the body is there all the same.

    `keys` and `values` give the place of each key and value by dotted path (`single_image.0.img`).
    `body_line` is the line of the file on which `body` begins.
    """

    path: str
    digest: str
    text: str
    front: dict[str, Tree] | None
    keys: dict[str, Span]
    values: dict[str, Span]
    body: str
    body_line: int

    @property
    def head(self) -> str:
        """All that stands before the body; empty where that cannot be told."""
        return self.text[: len(self.text) - len(self.body)] if self.body and self.text.endswith(self.body) else ""

    def span(self, *keys: str | int) -> Span:
        """The place of the value at `keys`; where it is empty or absent, of its key, else of the nearest parent's.

        Numbers may be missing from the source: a list of one may be written without the list.
        """
        for end in range(len(keys), 0, -1):
            head = keys[:end]
            for path in (dotted(head), dotted([key for key in head if isinstance(key, str)])):
                if path in self.values:
                    return self.values[path]
                if path in self.keys:
                    return self.keys[path]
        return Span(1, 1, 1, 4)

    def text_of(self, key: str) -> str:
        """The text that is written for `key`, trimmed; empty where there is none, or something else than a text."""
        value = (self.front or {}).get(key)
        return value.strip() if isinstance(value, str) else ""

    def key_span(self, *keys: str | int) -> Span:
        """The place of the key itself."""
        in_list = dotted([key for key in keys if isinstance(key, str)])
        return self.keys.get(dotted(keys)) or self.keys.get(in_list) or self.span(*keys)

    def written(self, span: Span) -> str:
        """What stands in the file at `span`."""
        lines = self.lines[span.line - 1 : span.end_line]
        lines[-1:] = [line[: span.end_column - 1] for line in lines[-1:]]
        lines[:1] = [line[span.column - 1 :] for line in lines[:1]]
        return "\n".join(lines)

    def rewritten(self, span: Span, text: str) -> Edit:
        """`text` in place of the value at `span`, between the same quotes."""
        sign = self.written(span)[:1]
        return Edit(span, f"{sign}{text}{sign}" if sign in ('"', "'") else text)

    def at(self, *keys: str | int) -> Location:
        """The location of the value at `keys`."""
        return Location(self.path, self.span(*keys))

    def body_span(self, start: int, end: int) -> Span:
        """The place in the file of `body[start:end]`."""
        if len(self.body) < SHORT:
            return span_in(self.body, start, end, self.body_line)
        line, end_line = bisect_right(self._lines, start) - 1, bisect_right(self._lines, end) - 1
        column, end_column = start - self._lines[line], end - self._lines[end_line]
        return Span(self.body_line + line, column + 1, self.body_line + end_line, end_column + 1)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.split("\n")

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line of the body begins: a file with a hundred thousand findings asks as often."""
        *lines, _ = self.body.split("\n")
        return [0, *accumulate(len(line) + 1 for line in lines)]


def dotted(keys: "list[str] | tuple[str | int, ...]") -> str:
    """`("single_image", 0, "img")` as `single_image.0.img`."""
    return ".".join(str(key) for key in keys)


def span_in(text: str, start: int, end: int, first_line: int = 1) -> Span:
    """The place of `text[start:end]` when the text's first line is `first_line`."""
    line = text.count("\n", 0, start)
    end_line = line + text.count("\n", start, end)
    column = start - (text.rfind("\n", 0, start) + 1)
    end_column = end - (text.rfind("\n", 0, end) + 1)
    return Span(first_line + line, column + 1, first_line + end_line, end_column + 1)
