"""link-syntax: text that was meant to be a link and is none.

What it finds: a blank between the brackets and the address, `[text] (address)`; no address at all, `[text]()`.
Why it matters: readers would see brackets and an address in the middle of the sentence, and no link.
Example: `[No Más Cohecho] (https://nomascohecho.cl/)`.
What to do: take the blank away, or write the address; the hint shows the link as it must be.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.room import Rule

NAME = "link-syntax"
MESSAGE = translatable("«{text}» is not a link yet: there is a blank between the brackets and the address.")
HINT = translatable("Write it without the blank: `{link}`.")
NO_ADDRESS = translatable("The link «{text}» has no address.")
NO_ADDRESS_HINT = translatable("Write the address between the parentheses, or delete all the brackets.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every place where a blank, or nothing, stands where an address should."""
    for broken in entry.facts.broken_links:
        address, text = broken.address.strip(), broken.text
        message, hint = Text(MESSAGE, {"text": text}), Text(HINT, {"link": f"[{text}]({address})"})
        if not address:
            message, hint = Text(NO_ADDRESS, {"text": text}), Text(NO_ADDRESS_HINT)
        at = Location(entry.source.path, broken.span)
        yield Diagnostic(at, NAME, Severity.ERROR, message, hint, f"[{text}] ({address})")


RULE = Rule(name=NAME, severity=Severity.ERROR, entry=find)
