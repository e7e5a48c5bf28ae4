"""link-syntax: text that was meant to be a link and is none.

What it finds: a blank between the brackets and the address, `[text] (address)`; no address at all, `[text]()`.
Why it matters: readers would see brackets and an address in the middle of the sentence, and no link.
What to do: take the blank away, or write the address; the hint shows the link as it must be.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "link-syntax"
EXAMPLE = Example(
    "Lo cuenta [No Más Cohecho] (https://nomascohecho.cl/), que lo vio todo desde el comienzo.",
    "Lo cuenta [No Más Cohecho](https://nomascohecho.cl/), que lo vio todo desde el comienzo.",
    "body",
)
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
        fix = Fix((Edit(broken.span, f"[{text}]({address})"),)) if address else None
        yield Diagnostic(at, NAME, Severity.ERROR, message, hint, f"[{text}] ({address})", fix)
    for link in entry.facts.links:
        if link.text and not link.href:
            at, message = Location(entry.source.path, link.span), Text(NO_ADDRESS, {"text": link.text})
            yield Diagnostic(at, NAME, Severity.ERROR, message, Text(NO_ADDRESS_HINT), f"[{link.text}]()")


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "links", entry=find, fix="safe")
