"""heading-title: a heading as big as the title.

What it finds: `# Heading` in the text, or one underlined with `===`.
Why it matters: a page has one title, and that is the field `title`; the site publishes these as `##`.
What to do: write `##`, and one `#` more in the headings below it; delete it if it only repeats the title.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import BodyHeading, Entry
from plugins.core.rule import Example, Rule

NAME = "heading-title"
EXAMPLE = Example(
    "# Qué pasó\n\nEl agua llegó al barrio el lunes.", "## Qué pasó\n\nEl agua llegó al barrio el lunes.", "body"
)
MESSAGE = translatable("“{text}” is written as the title of the page, which is `title`.")
HINT = translatable("Write it with `##`, as it is published.")
BELOW = translatable("Write it with `##`, and the headings below it with one `#` more.")
REPEATED = translatable("“{text}” repeats the title, which stands above the text already.")
DELETE = translatable("Delete this line.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every heading of level 1; the machine helps where nothing can be meant to stand below it."""
    levels = {heading.level for heading in entry.facts.headings}
    if 1 not in levels:
        return
    lines = entry.source.lines
    for heading in entry.facts.headings:
        if heading.level != 1 or is_hashtag(lines, heading):
            continue
        message, hint, fix = Text(MESSAGE, {"text": heading.text}), Text(BELOW), None
        if _same(heading.text, entry.source.text_of("title")):
            message, hint = Text(REPEATED, {"text": heading.text}), Text(DELETE)
        elif 2 not in levels:
            hint, fix = Text(HINT), _fix(lines, heading.span)
        at = Location(entry.source.path, heading.span)
        yield Diagnostic(at, NAME, Severity.WARNING, message, hint, heading.text, fix)


def is_hashtag(lines: list[str], heading: BodyHeading) -> bool:
    """Whether a heading is a word with its sign, as in social networks: `#AguaLimpia`."""
    written = lines[heading.span.line - 1][heading.span.column - 1 :]
    return written[:1] == "#" and written[1:2].isalnum()


def _same(text: str, title: str) -> bool:
    return "".join(text.split()).casefold() == "".join(title.split()).casefold()


def _fix(lines: list[str], span: Span) -> Fix | None:
    if lines[span.line - 1][span.column - 1 : span.column] == "#":
        return Fix((Edit(Span(span.line, span.column, span.line, span.column + 1), "##"),))
    under = lines[span.line] if span.line < len(lines) else ""
    line = under.strip(" \t>")
    if not line or set(line) != {"="}:
        return None
    start = under.index("=") + 1
    return Fix((Edit(Span(span.line + 1, start, span.line + 1, start + len(line)), "-" * len(line)),))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find, fix="safe")
