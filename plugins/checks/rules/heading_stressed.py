"""heading-stressed: a heading that is in bold as a whole.

What it finds: `## **Heading**`, a heading between stars or lines.
Why it matters: a heading is in bold by itself; where all is stressed, nothing is, and some pages look unlike the rest.
What to do: take the stars away.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "heading-stressed"
EXAMPLE = Example(
    "## **Lo que pedimos**\n\nQue el agua llegue a todas las casas.",
    "## Lo que pedimos\n\nQue el agua llegue a todas las casas.",
    "body",
)
MESSAGE = translatable("The heading “{text}” is in bold as a whole, which it is by itself.")
HINT = translatable("Take the stars away.")
STRESSED = re.compile(
    r"(?:\#{1,6}[ \t]*)?(\*{2,3}|_{2,3})(?![\s*_])((?:(?!\1).)+)(?<!\s)\1[ \t]*\#*(?:[ \t]*\{[^{}]*\})?"
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every heading that is stressed from its first letter to its last."""
    plain = entry.facts.plain
    if not entry.facts.headings or not ("**" in plain or "__" in plain):
        return
    lines = entry.source.lines
    for heading in entry.facts.headings:
        span = heading.span
        if not heading.level or not heading.text or span.line != span.end_line:
            continue
        written = STRESSED.fullmatch(lines[span.line - 1], span.column - 1, span.end_column - 1)
        if written is None:
            continue
        edits = [_without(span.line, place + 1, len(written[1])) for place in (written.start(1), written.end(2))]
        message, at = Text(MESSAGE, {"text": heading.text}), Location(entry.source.path, heading.span)
        # Without its stars, `**# Dos**` above a line would be another heading.
        fix = None if heading.text.startswith("#") else Fix(tuple(edits))
        yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), heading.text, fix)


def _without(line: int, column: int, length: int) -> Edit:
    return Edit(Span(line, column, line, column + length), "")


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find, fix="safe")
