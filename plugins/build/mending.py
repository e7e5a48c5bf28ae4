"""Applies fixes to the bytes of a file: what no edit names stays as it is, down to the line ends."""

import re
from collections.abc import Iterable, Sequence

from plugins.core.diagnostic import Diagnostic, Edit, Fix, sort_key

LINE_END = re.compile(rb"\r\n|\r|\n")
BOM = b"\xef\xbb\xbf"


def chosen(found: Iterable[Diagnostic], *, unsafe: bool) -> list[Fix]:
    """The fixes of the findings of one file that can be made together; one that overlaps another waits for its turn."""
    fixes: list[Fix] = []
    taken: list[Edit] = []
    for fault in sorted(found, key=sort_key):
        fix = fault.fix
        if fix is None or not (unsafe or fix.is_safe):
            continue
        if fix not in fixes and not any(_overlap(one, other) for one in fix.edits for other in taken):
            fixes.append(fix)
            taken += fix.edits
    return fixes


def _overlap(one: Edit, other: Edit) -> bool:
    first, second = sorted((one.span, other.span))
    return (second.line, second.column) < (first.end_line, first.end_column) or first == second


def mended(content: bytes, fixes: Sequence[Fix]) -> bytes:
    """`content` (UTF-8) with the edits of `fixes`, which do not overlap.

    Raises:
        ValueError: it is not UTF-8, or an edit names no place in it.
    """
    mark = BOM if content.startswith(BOM) else b""
    starts = [len(mark), *(match.end() for match in LINE_END.finditer(content, len(mark)))]
    first = LINE_END.search(content)
    line_end = first[0] if first else b"\n"

    def offset(line: int, column: int) -> int:
        start = starts[min(line, len(starts)) - 1]
        following = starts[line] if line < len(starts) else len(content)
        text = content[start:following].decode()
        return start + len(text[: column - 1].encode())

    pieces: list[bytes] = []
    place = 0
    for edit in sorted(edit for fix in fixes for edit in fix.edits):
        span = edit.span
        start, end = offset(span.line, span.column), offset(span.end_line, span.end_column)
        if span.column < 1 or not place <= start <= end:
            raise ValueError(f"no place in a file: {span}")
        pieces += [content[place:start], edit.text.encode().replace(b"\n", line_end)]
        place = end
    return b"".join([*pieces, content[place:]])
