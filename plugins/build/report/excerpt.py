"""The line of the source with carets under what is meant, cut to the width of the terminal."""

from collections.abc import Sequence

from msgspec import Struct

from plugins.build.report.cells import Cluster, clusters
from plugins.core.diagnostic import Span

CUT = "…"
# Code points on either side, at least; not every one of them takes a cell.
NEAR = 150


class Excerpt(Struct, frozen=True):
    """The line as shown, and the carets below it: after `blanks` cells, `carets` of them."""

    line: str
    blanks: int
    carets: int


def excerpt(line: str, span: Span, room: int) -> Excerpt | None:
    """What to show of `line` (the first of `span`) in `room` cells; nothing of a line that says nothing."""
    text = line.rstrip()
    if says_nothing(text, span):
        return None
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    # A line may be as long as the file: what is near is enough to see it by.
    near = max(NEAR, 2 * room)
    before = max(span.column - 1 - near, 0)
    signs = [*clusters(text[before : span.column - 1 + near])]
    first, last = _range(signs, span.column - 1 - before, end - before)
    starts = _starts(signs)
    if starts[-1] <= room and not before:
        return Excerpt("".join(sign.text for sign in signs), starts[first], max(starts[last] - starts[first], 1))
    return _cut(signs, starts, first, last, room)


def says_nothing(line: str, span: Span) -> bool:
    """Whether showing `line` would not help: it is empty, or the beginning of a file that is meant as a whole."""
    return not line.strip() or (span == Span() and line.startswith("---"))


def _range(signs: Sequence[Cluster], start: int, end: int) -> tuple[int, int]:
    """The signs that the code points `start` to `end` touch, as indices; the end is exclusive."""
    first = next((index for index, sign in enumerate(signs) if sign.end > start), len(signs))
    last = next((index for index, sign in enumerate(signs) if sign.start >= end), len(signs))
    return first, max(first, last)


def _starts(signs: Sequence[Cluster]) -> list[int]:
    starts = [0]
    for sign in signs:
        starts.append(starts[-1] + sign.width)
    return starts


def _cut(signs: Sequence[Cluster], starts: Sequence[int], first: int, last: int, room: int) -> Excerpt:
    """As much of the line as fits, with the carets in it and some text before them."""
    left = first
    wanted = min(starts[last] - starts[first], room - 2)
    before = (room - 2 - wanted) // 2
    while left > 0 and starts[first] - starts[left - 1] <= before:
        left -= 1
    right = left
    while right < len(signs) and starts[right + 1] - starts[left] <= room - 2:
        right += 1
    # What is left over at the end of the line is given to its beginning.
    while right == len(signs) and left > 0 and starts[right] - starts[left - 1] <= room - 2:
        left -= 1
    head, tail = CUT if left > 0 else "", CUT if right < len(signs) else ""
    carets = starts[min(last, right)] - starts[min(first, right)]
    shown = "".join(sign.text for sign in signs[left:right])
    return Excerpt(head + shown + tail, len(head) + starts[first] - starts[left], max(carets, 1))
