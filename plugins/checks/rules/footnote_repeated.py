"""footnote-repeated: one footnote with two texts.

What it finds: `[^1]:` twice in one file.
Why it matters: only the last text is published; the other is lost, and its mark leads to the wrong one.
What to do: give one of them another name, here and at its mark in the text.
"""

from collections.abc import Iterator

from plugins.checks.notes import notes
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "footnote-repeated"
EXAMPLE = Example(
    "El acuerdo[^1] se votó.[^2]\n\n[^1]: Acta de marzo.\n[^1]: Acta de abril.\n[^2]: Con 40 votos.",
    "El acuerdo[^1] se votó.[^2]\n\n[^1]: Acta de marzo; acta de abril.\n[^2]: Con 40 votos.",
    "body",
)
MESSAGE = translatable("The footnote `[^{name}]` is written again in line {line}: this text is lost.")
HINT = translatable("Give one of the two another name, here and at its mark in the text.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every text of a footnote but the last of its name."""
    if "^" not in entry.facts.plain:
        return
    later: dict[str, int] = {}
    found: list[Diagnostic] = []
    for note in reversed(notes(entry)):
        if not note.defines:
            continue
        at = entry.at(note.start, note.end)
        if note.name in later:
            message = Text(MESSAGE, {"name": note.name, "line": later[note.name]})
            found.append(Diagnostic(at, NAME, Severity.ERROR, message, Text(HINT), note.name))
        later.setdefault(note.name, at.span.line)
    yield from reversed(found)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", entry=find)
