"""Where a part of a value stands in its file, and how a writer wrote the value: YAML may say one text in many ways."""

from typing import Literal

from msgspec import Struct

from plugins.core.diagnostic import Edit, Span
from plugins.core.source import Source, span_in

Style = Literal["plain", "quoted", "block"]
STYLES: dict[str, Style] = {'"': "quoted", "'": "quoted", "|": "block", ">": "block"}


class Written(Struct, frozen=True):
    """A value as it stands in the file: `text` with its quotes or its sign of a block, and where that begins."""

    value: str
    text: str
    span: Span
    style: Style

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in `text` `value[start:end]` stands; None where it is written in another way there."""
        part = self.value[start:end]
        if not part or self.value.count(part) != self.text.count(part):
            return None
        found = -1
        for _ in range(self.value.count(part, 0, start) + 1):
            found = self.text.find(part, found + 1 if found < 0 else found + len(part))
        return found, found + len(part)

    def span_of(self, start: int, end: int) -> Span:
        """The place in the file of `value[start:end]`; where that cannot be told, of the whole value."""
        place = self.place(start, end)
        return self.span_in(*place) if place else self.span

    def span_in(self, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]`."""
        made = span_in(self.text, start, end, self.span.line)
        column = self.span.column - 1
        return Span(
            made.line,
            made.column + (column if made.line == self.span.line else 0),
            made.end_line,
            made.end_column + (column if made.end_line == self.span.line else 0),
        )

    def quoting(self) -> tuple[Edit, ...] | None:
        """The edits that put a plain value in quotes, so that it may hold any sign; None where no quotes fit."""
        if self.style != "plain":
            return ()
        sign = '"' if '"' not in self.text and "\\" not in self.text else "'"
        if sign == "'" and "'" in self.text:
            return None
        first, last = self.span_in(0, 0), self.span_in(len(self.text), len(self.text))
        return Edit(first, sign), Edit(last, sign)


def written(source: Source, value: str, *keys: str | int) -> Written:
    """How `value` is written under `keys`."""
    span = source.span(*keys)
    lines = source.lines[span.line - 1 : span.end_line]
    # The end first: both may stand on one line.
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    text = "\n".join(lines)
    return Written(value, text, span, STYLES.get(text[:1], "plain"))
