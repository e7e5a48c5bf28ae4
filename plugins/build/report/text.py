"""Diagnostics as text for a terminal: place and rule, the line with carets, what to do next."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from plugins.build.report.cells import harmless
from plugins.build.report.excerpt import excerpt
from plugins.build.report.summary import Count, tally
from plugins.build.report.voice import shortened
from plugins.core.diagnostic import Diagnostic, Severity, Span, sort_key, translatable

WORDS = {Severity.ERROR: translatable("error"), Severity.WARNING: translatable("warning")}
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}
BOLD, HEADING = "1", "1;4"
# What a hint quotes may be meant to be copied.
LONGEST_HINT = 1000


def render_text(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Sequence[str]],
    translate: Callable[[str], str],
    shown_path: Callable[[str], str],
    *,
    colour: bool = False,
    width: int = 100,
    count: Count | None = None,
) -> str:
    """All `diagnostics` in order, a blank line between them; `sources` are the lines of each path.

    `translate` gives the sentence for a template, `shown_path` the name of a file. With `count`, which gives the one
    for a number of things, each file begins with a heading.
    """
    blocks: list[str] = []
    for path, own in groupby(sorted(diagnostics, key=sort_key), lambda found: found.location.path):
        found = [*own]
        if count is not None:
            # Two blank lines before a heading: what is below belongs to it.
            blocks.append(f"{chr(10) if blocks else ''}{_heading(shown_path(path), tally(found, count), colour)}\n")
        for one in found:
            lines = _lines(one, sources.get(path, ()), translate, shown_path, colour, width)
            blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _heading(path: str, counts: str, colour: bool) -> str:
    return f"== {_painted(harmless(path), HEADING, colour)} ({counts})"


def _lines(
    found: Diagnostic,
    lines: Sequence[str],
    translate: Callable[[str], str],
    shown_path: Callable[[str], str],
    colour: bool,
    width: int,
) -> Iterator[str]:
    span, tint = found.location.span, COLOURS[found.severity]
    place = f"{harmless(shown_path(found.location.path))}:{span.line}:{span.column}:"
    label = f"{translate(WORDS[found.severity])}[{found.rule}]"
    message = harmless(shortened(found.message).said(translate))
    yield f"{_painted(place, BOLD, colour)} {_painted(label, tint, colour)} {message}"
    if 0 < span.line <= len(lines):
        yield from _quoted(lines[span.line - 1], span, tint, colour, width)
    if found.hint is not None:
        yield f"  {harmless(shortened(found.hint, LONGEST_HINT).said(translate))}"


def _quoted(line: str, span: Span, tint: str, colour: bool, width: int) -> Iterator[str]:
    number = str(span.line)
    gutter = len(f"  {number} | ")
    shown = excerpt(line, span, max(width - gutter, 20))
    if shown is not None:
        yield f"  {number} | {shown.line}"
        yield f"  {' ' * len(number)} | {' ' * shown.blanks}{_painted('^' * shown.carets, tint, colour)}"


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
