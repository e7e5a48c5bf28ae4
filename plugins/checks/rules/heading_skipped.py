"""heading-skipped: a heading that is two levels below the one before it.

What it finds: `####` under `##`, with no `###` between them; or a text whose first heading is `###` or deeper.
Why it matters: screen readers read the levels out, and who listens believes that a part is missing.
What to do: take one `#` away, here and in the headings of the same kind; the level is no matter of size.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "heading-skipped"
EXAMPLE = Example(
    "Así fue.\n\n## La asamblea\n\nHubo votos.\n\n#### Los votos\n\nGanó el sí.",
    "Así fue.\n\n## La asamblea\n\nHubo votos.\n\n### Los votos\n\nGanó el sí.",
    "body",
)
MESSAGE = translatable("The heading “{text}” is of level {level}, and the one before it of level {before}.")
FIRST = translatable("The first heading, “{text}”, is of level {level}; the parts of a text begin at level 2.")
HINT = translatable("Write it with `{signs}`, and so the headings like it.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every heading with no heading of the level above it before it; `#` is published like `##`."""
    before = 1
    for heading in entry.facts.headings:
        if not heading.level:
            continue
        level = max(heading.level, 2)
        if level > before + 1:
            values: dict[str, str | int] = {"text": heading.text, "level": level, "before": before}
            message = Text(MESSAGE if before > 1 else FIRST, values)
            hint = Text(HINT, {"signs": "#" * (before + 1)})
            at = Location(entry.source.path, heading.span)
            yield Diagnostic(at, NAME, Severity.WARNING, message, hint, heading.text)
        before = level


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
