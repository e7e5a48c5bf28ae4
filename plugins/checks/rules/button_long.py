"""button-long: the words of a button that are too many.

What it finds: a `label` of a `call_to_action` of more characters than the limit, 30 unless the site sets another.
Why it matters: on a telephone the button breaks into several lines and no longer looks like one.
What to do: begin with what the reader does, in two or three words; the rest belongs into the `goal` or the text.
"""

from collections.abc import Iterator

from plugins.checks.items import items, text_in
from plugins.checks.lengths import count_over
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "button-long"
EXAMPLE = Example(
    """call_to_action:
  label: Súmate con tu firma a la carta al municipio
  url: https://example.org/carta""",
    """call_to_action:
  label: Firma la carta
  url: https://example.org/carta""",
    path="campaigns/2026-agua.md",
)
MESSAGE = translatable("The `label` has {count} characters; {limit} is the most that a button takes.")
HINT = translatable("Say in two or three words what the reader does.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The words of the button of `entry`, if they are over the limit."""
    limit = entry.norms.limits.button
    for _, item in items(entry.source, "call_to_action") if entry.kind == "campaign" else ():
        label = text_in(item, "label")
        if count := count_over(label, limit):
            at = entry.source.at("call_to_action", "label")
            message = Text(MESSAGE, {"count": count, "limit": limit})
            yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), label)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find)
