"""footnote-unknown: a mark of a footnote that has no text.

What it finds: `[^agua]` in the text, and no line that begins with `[^agua]:`.
Why it matters: readers see the bare signs, and the source that the note should name is lost.
What to do: write the note on a line of its own, `[^agua]: …`, or correct its name.
"""

from collections.abc import Iterator

from plugins.checks.nearest import Names, did_you_mean
from plugins.checks.notes import notes
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "footnote-unknown"
EXAMPLE = Example("El acuerdo se votó.[^1]", "El acuerdo se votó.[^1]\n\n[^1]: Acta de marzo.", "body")
MESSAGE = translatable("There is no footnote `[^{name}]`: readers see the bare signs.")
HINT = translatable("Write it on a line of its own, with an empty line before it: `[^{name}]: …`")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every mark whose note is nowhere in the file."""
    if "^" not in entry.facts.plain:
        return
    found = notes(entry)
    defined = {note.name for note in found if note.defines}
    named = {note.name for note in found if not note.defines}
    for note in found:
        if note.name in defined:
            continue
        near = Names(defined - named).nearest(note.name)
        hint = did_you_mean(f"[^{near}]") if near else Text(HINT, {"name": note.name})
        message, at = Text(MESSAGE, {"name": note.name}), entry.at(note.start, note.end)
        yield Diagnostic(at, NAME, Severity.ERROR, message, hint, note.name)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", entry=find)
