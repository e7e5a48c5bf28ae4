"""link-syntax: text that was meant to be a link and is none.

What it finds: a blank between the brackets and the address: `[text] (address)`.
Why it matters: readers would see brackets and an address in the middle of the sentence, and no link.
Example: `[No Más Cohecho] (https://nomascohecho.cl/)`.
What to do: take the blank away; the hint shows the link as it must be.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.room import Rule

NAME = "link-syntax"
MESSAGE = translatable("«{text}» is not a link yet: there is a blank between the brackets and the address.")
HINT = translatable("Write it without the blank: `{link}`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every place where a blank keeps a link from being one."""
    for broken in entry.facts.broken_links:
        link = f"[{broken.text}]({broken.address.strip()})"
        yield Diagnostic(
            Location(entry.source.path, broken.span),
            NAME,
            Severity.ERROR,
            Text(MESSAGE, {"text": broken.text}),
            Text(HINT, {"link": link}),
            f"[{broken.text}] ({broken.address})",
        )


RULE = Rule(name=NAME, severity=Severity.ERROR, entry=find)
