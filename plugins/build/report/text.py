"""Diagnostics as text for a terminal: place and rule, the line with carets, what to do next."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from plugins.build.report.cells import harmless
from plugins.build.report.excerpt import excerpt
from plugins.core.diagnostic import Diagnostic, Severity, Span, Text, sort_key, translatable

WORDS = {Severity.ERROR: translatable("error"), Severity.WARNING: translatable("warning")}
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}
BOLD = "1"
# A whole paragraph quoted in a message would hide what the message says.
LONGEST = 120
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
) -> str:
    """All `diagnostics` in order, a blank line between them; `sources` are the lines of each path.

    `translate` gives the sentence for a template, `shown_path` the name of a file.
    """
    blocks = []
    for found in sorted(diagnostics, key=sort_key):
        lines = sources.get(found.location.path, ())
        blocks.append("\n".join(_lines(found, lines, translate, shown_path, colour, width)) + "\n")
    return "\n".join(blocks)


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
    message = harmless(_shortened(found.message).said(translate))
    yield f"{_painted(place, BOLD, colour)} {_painted(label, tint, colour)} {message}"
    if 0 < span.line <= len(lines):
        yield from _quoted(lines[span.line - 1], span, tint, colour, width)
    if found.hint is not None:
        yield f"  {harmless(_shortened(found.hint, LONGEST_HINT).said(translate))}"


def _quoted(line: str, span: Span, tint: str, colour: bool, width: int) -> Iterator[str]:
    number = str(span.line)
    gutter = len(f"  {number} | ")
    shown = excerpt(line, span, max(width - gutter, 20))
    if shown is not None:
        yield f"  {number} | {shown.line}"
        yield f"  {' ' * len(number)} | {' ' * shown.blanks}{_painted('^' * shown.carets, tint, colour)}"


def _shortened(text: Text, longest: int = LONGEST) -> Text:
    values = {
        name: f"{value[: longest - 1]}…" if isinstance(value, str) and len(value) > longest else value
        for name, value in text.values.items()
    }
    return Text(text.template, values)


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
