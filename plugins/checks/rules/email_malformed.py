"""email-malformed: an address of a contact to which nothing can be written.

What it finds: an `email` of the `contacts` that is not one e-mail address, such as `ana(at)example.org` or two of them.
Why it matters: readers press the link, their mail goes nowhere, and nobody learns of it.
What to do: write the address alone, with one `@`; a second address belongs to a contact of its own.
"""

import re
from collections.abc import Iterator

from plugins.checks.items import items, text_in
from plugins.core.diagnostic import Diagnostic, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "email-malformed"
EXAMPLE = Example(
    """contacts:
  - name: Ana Ruiz
    role: Coordinadora de la mesa de agua
    email: mailto:ana@municipio.example""",
    """contacts:
  - name: Ana Ruiz
    role: Coordinadora de la mesa de agua
    email: ana@municipio.example""",
    path="experiences/2026-03-agua-limpia.md",
)
MESSAGE = translatable("`email` says “{written}”, to which nothing can be written.")
HINT = translatable("Write the address alone, for example `contacto@example.org`.")
MEANT = translatable("Did you mean `{address}`?")
# What mail servers accept without quotes: RFC 5321, 4.1.2, and RFC 6531 for the letters of all languages.
ADDRESS = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]"
)
AROUND = re.compile(r"(?:mailto:)?\s*<?\s*(?P<address>\S+?)\s*>?[.,;]?", re.IGNORECASE)
SPELT = re.compile(r"\s*[\[({]\s*(?:at|arroba)\s*[\])}]\s*|\s*\b(?:arroba)\b\s*|\s+at\s+|\s*@\s*", re.IGNORECASE)
LONGEST = 254


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every e-mail address of the contacts of `entry` that is none."""
    if entry.kind != "experience":
        return
    for number, item in items(entry.source, "contacts"):
        email = text_in(item, "email")
        if not email or _is_sound(email):
            continue
        around = AROUND.fullmatch(email) if len(email) <= LONGEST else None
        alone = around["address"] if around else ""
        at = entry.source.at("contacts", number, "email")
        fix = Fix((entry.source.rewritten(at.span, alone),)) if _is_sound(alone) else None
        meant = alone if fix or len(email) > LONGEST else SPELT.sub("@", alone or email)
        hint = Text(MEANT, {"address": meant}) if _is_sound(meant) else Text(HINT)
        yield Diagnostic(at, NAME, Severity.ERROR, Text(MESSAGE, {"written": email}), hint, email, fix)


def _is_sound(email: str) -> bool:
    return len(email) <= LONGEST and ADDRESS.fullmatch(email) is not None


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", entry=find, fix="safe")
