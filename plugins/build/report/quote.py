"""The lines of a source as an HTML page shows them, the offending part marked."""

from collections.abc import Sequence

from msgspec import Struct

from plugins.build.report.cells import harmless
from plugins.build.report.excerpt import CUT, says_nothing
from plugins.core.diagnostic import Span

# Code points around what is marked, and of it: a paragraph is one line of a source, and is not shown whole.
AROUND, LONGEST = 120, 400
LINES = 4


class QuotedLine(Struct, frozen=True):
    """A line of a source: what is `marked`, `before` and `after` it."""

    number: int
    before: str
    marked: str
    after: str


def quoted(lines: Sequence[str], span: Span) -> list[QuotedLine]:
    """The first lines of `span`; none where they are not among `lines`, or say nothing."""
    if not 0 < span.line <= len(lines) or says_nothing(lines[span.line - 1], span):
        return []
    last = min(span.end_line, span.line + LINES - 1, len(lines))
    return [_line(number, lines[number - 1], span) for number in range(span.line, last + 1)]


def _line(number: int, line: str, span: Span) -> QuotedLine:
    start = span.column - 1 if number == span.line else 0
    end = span.end_column - 1 if number == span.end_line else len(line)
    before, marked, after = line[:start], line[start:end], line[max(start, end) :]
    if len(before) > AROUND:
        before = CUT + before[-AROUND:].lstrip()
    if len(marked) > LONGEST:
        marked, after = marked[:LONGEST] + CUT, ""
    if len(after) > AROUND:
        after = after[:AROUND].rstrip() + CUT
    return QuotedLine(number, _shown(before), _shown(marked), _shown(after))


def _shown(text: str) -> str:
    """`text` without what a browser would obey or refuse, but with its tabs."""
    return "\t".join(harmless(part) for part in text.split("\t"))
