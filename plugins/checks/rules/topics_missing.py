"""topics-missing: an experience without topics.

What it finds: a sheet whose `topics` are absent or empty.
Why it matters: who looks for a solution reads the topics first; without them nobody knows what it solves.
What to do: write one to three topics, such as “Presupuesto participativo”, as other sheets call them.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "topics-missing"
EXAMPLE = Example("topics:", "topics: Agua", path="experiences/2026-03-agua-limpia.md")
MESSAGE = translatable("This experience does not say which topics it is about.")
HINT = translatable("Write one or more after `topics:`, each as a list item: `- …`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The sheet of `entry`, if it names no topic."""
    front = entry.source.front
    if entry.kind != "experience" or front is None:
        return
    written = front.get("topics")
    if not written or (isinstance(written, list) and not any(written)):
        yield Diagnostic(entry.source.at("topics"), NAME, Severity.WARNING, Text(MESSAGE), Text(HINT), "topics")


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find)
