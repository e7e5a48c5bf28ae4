"""heading-bold: a line in bold in the place of a heading.

What it finds: a short paragraph all in bold, without a stop at its end and with text below it.
Why it matters: who listens to the page, or looks for a part of it, finds headings and no bold lines.
What to do: write `##` and a blank before it, and take the stars away; in a part that has a heading, `###`.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import BodyHeading, Entry
from plugins.core.rule import Example, Rule

NAME = "heading-bold"
EXAMPLE = Example(
    "El barrio se reunió.\n\n**Lo que pedimos**\n\nQue el agua llegue a todas las casas.",
    "El barrio se reunió.\n\n## Lo que pedimos\n\nQue el agua llegue a todas las casas.",
    "body",
)
MESSAGE = translatable("«{text}» looks like a heading and is none: it is only in bold.")
HINT = translatable("Write `{signs} {text}`, without the stars.")
LONGEST = 60
BOLD = re.compile(r"(\*{2,3}|_{2,3})([^\n]+)\1")
# A sentence, or the beginning of one, is stressed and no heading.
SENTENCE = re.compile(r"[.!…:;,—–-][»”\"')]?$")
# What follows is no text: a heading, a line, a picture, a table, a quotation, a list of attributes, another in bold.
NO_TEXT = re.compile(r"#|[-*_=]{3,}[ \t]*(?:\n|\Z)|!\[|\||>|<(?:table|figure|img|h\d)|\{|\*\*|__|\[\^")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every paragraph in bold that has the place and the shape of a heading; a question only beside another one."""
    if not any(not heading.level for heading in entry.facts.headings):
        return
    lines = entry.facts.plain.split("\n")
    first = entry.source.body_line
    found = [one for one in _with_levels(entry) if _is_heading(lines, one[0].span.line - first, one[0].text)]
    if all(heading.text.rstrip("»”\"'").endswith("?") for heading, _ in found) and len(found) < 2:
        return
    for heading, level in found:
        signs = "#" * level
        message, hint = Text(MESSAGE, {"text": heading.text}), Text(HINT, {"signs": signs, "text": heading.text})
        written = BOLD.fullmatch(entry.source.written(heading.span))
        fix = Fix((Edit(heading.span, f"{signs} {written[2]}"),), is_safe=False) if written else None
        at = Location(entry.source.path, heading.span)
        yield Diagnostic(at, NAME, Severity.WARNING, message, hint, heading.text, fix)


def _with_levels(entry: Entry) -> Iterator[tuple[BodyHeading, int]]:
    """Each bold paragraph with the level that a heading in its place has."""
    level = 1
    for heading in sorted(entry.facts.headings, key=lambda one: one.span):
        if heading.level:
            level = max(heading.level, 2)
        else:
            yield heading, min(level + 1, 6)


def _is_heading(lines: list[str], place: int, text: str) -> bool:
    if len(text) > LONGEST or SENTENCE.search(text) or not any(map(str.isalpha, text)):
        return False
    # A line of a poem or an address is not a part of the text.
    if place and lines[place - 1].strip():
        return False
    rest = "\n".join(lines[place + 1 : place + 8]).lstrip("\n")
    return lines[place + 1 : place + 2] == [""] and bool(rest.strip()) and not NO_TEXT.match(rest)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find, fix="unsafe")
