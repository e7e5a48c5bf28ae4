"""results-missing: an experience without results.

What it finds: a sheet whose `results` are absent or empty.
Why it matters: who wants to repeat an experience asks first what came of it, in numbers, and who says so.
What to do: write at least one figure with its unit and its source, even a modest one.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "results-missing"
EXAMPLE = Example(
    "results: []",
    """results:
  - number: "12"
    unit: barrios
    source: Ministerio de Obras Públicas""",
    path="experiences/2026-03-agua-limpia.md",
)
MESSAGE = translatable("This experience does not say what came of it.")
HINT = translatable("Write a figure under `results:`, with `number`, `unit` and `source`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The sheet of `entry`, if it names no result."""
    front = entry.source.front
    if entry.kind != "experience" or front is None:
        return
    written = front.get("results")
    if not written or (isinstance(written, list) and not any(written)):
        yield Diagnostic(entry.source.at("results"), NAME, Severity.WARNING, Text(MESSAGE), Text(HINT), "results")


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find)
