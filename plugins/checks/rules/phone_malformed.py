"""phone-malformed: a telephone of a contact that nobody can call.

What it finds: a `phone` of the `contacts` with no number in it, such as `no tiene`, or with two numbers.
Why it matters: readers press the link, and their telephone dials nothing, or both numbers as one.
What to do: write one number; a second one belongs to a contact of its own. Where there is none, delete the line.
"""

import re
from collections.abc import Iterator

from plugins.checks.items import items, text_in
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "phone-malformed"
EXAMPLE = Example(
    """contacts:
  - name: Ana Ruiz
    role: Coordinadora de la mesa de agua
    phone: +56 2 2345 6789 / +56 9 8765 4321""",
    """contacts:
  - name: Ana Ruiz
    role: Coordinadora de la mesa de agua
    phone: +56 2 2345 6789""",
    path="experiences/2026-03-agua-limpia.md",
)
NONE = translatable("`phone` says “{written}”, and that is no number to call.")
NONE_HINT = translatable("Write the number, for example `+56 2 2345 6789`, or delete the line.")
TWO = translatable("`phone` says two numbers, and a telephone would dial them as one: “{written}”.")
TWO_HINT = translatable("Write one number: `{first}`. The other belongs to a contact of its own.")
# Emergency numbers have three digits. What is shorter than a whole number is other last digits, or an extension.
FEWEST, WHOLE = 3, 7
BETWEEN = re.compile(r"[/,;|]|(?<=\s)(?:y|o|e|u|ou|or|and)(?=\s)|(?<=\d)\s+(?=\+\d)")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every telephone of the contacts of `entry` that cannot be dialled."""
    if entry.kind != "experience":
        return
    for number, item in items(entry.source, "contacts"):
        phone = text_in(item, "phone")
        if not phone:
            continue
        whole = [part.strip() for part in BETWEEN.split(phone) if _digits(part) >= WHOLE]
        if _digits(phone) < FEWEST:
            message, hint = Text(NONE, {"written": phone}), Text(NONE_HINT)
        elif len(whole) > 1:
            message, hint = Text(TWO, {"written": phone}), Text(TWO_HINT, {"first": whole[0]})
        else:
            continue
        yield Diagnostic(entry.source.at("contacts", number, "phone"), NAME, Severity.ERROR, message, hint, phone)


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", entry=find)
