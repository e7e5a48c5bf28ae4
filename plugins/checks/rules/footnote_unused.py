"""footnote-unused: a footnote that nothing in the text names.

What it finds: a line `[^agua]: …` without a mark `[^agua]` in the text.
Why it matters: it stands at the end of the page, and nobody knows what it is a note to.
What to do: put the mark where the note belongs, or delete the note.
"""

from collections.abc import Iterator

from plugins.checks.nearest import Names
from plugins.checks.notes import notes
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "footnote-unused"
EXAMPLE = Example(
    "El acuerdo se votó.\n\n[^1]: Acta de marzo.", "El acuerdo se votó.[^1]\n\n[^1]: Acta de marzo.", "body"
)
MESSAGE = translatable("Nothing in the text leads to the footnote `[^{name}]`.")
HINT = translatable("Write `[^{name}]` where it belongs, or delete the note.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every note without a mark; a note that is written twice is the matter of `footnote-repeated`."""
    if "^" not in entry.facts.plain:
        return
    found = notes(entry)
    defined = {note.name: note for note in found if note.defines}
    named = {note.name for note in found if not note.defines}
    misspelt = Names(named - defined.keys())
    for name, note in defined.items():
        # Of a mark that means this note `footnote-unknown` speaks.
        if name not in named and not misspelt.nearest(name):
            values: dict[str, str | int] = {"name": name}
            at = entry.at(note.start, note.end)
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT, values), name)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
