"""heading-emoji: a heading without words.

What it finds: a heading of nothing but emoji or signs, such as `## 💧💧`, and an empty `##`.
Why it matters: screen readers say “droplet, droplet” or nothing, and no list of the parts of the page can name it.
What to do: say in words what comes; the emoji may stay behind them.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "heading-emoji"
EXAMPLE = Example("## 💧💧\n\nEl agua llegó.", "## El agua 💧\n\nEl agua llegó.", "body")
SIGNS = translatable("The heading “{text}” has no words: who listens to the page cannot tell what comes.")
EMPTY = translatable("This heading is empty.")
HINT = translatable("Write in words what the part below it is about.")
DELETE = translatable("Write its words, or delete it.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every heading without a letter or a digit; what a picture in it says counts."""
    for heading in entry.facts.headings:
        if not heading.level or any(map(str.isalnum, heading.text)):
            continue
        at, written = Location(entry.source.path, heading.span), entry.source.written(heading.span)
        if "![" in written or "<img" in written:
            continue
        message = Text(SIGNS, {"text": heading.text}) if heading.text else Text(EMPTY)
        yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT if heading.text else DELETE), heading.text)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
