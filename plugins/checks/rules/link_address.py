"""link-address: a web address with a slip in its beginning.

What it finds: links whose address has a slash, a letter or a colon too few or too many in front, or a blank in its
host.
Why it matters: readers who follow the link get nowhere, or see no link at all.
What to do: write the address as the hint shows it, and try it once in your browser.
"""

import re
from collections.abc import Iterator

from plugins.checks.addresses import closed, meant
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "link-address"
EXAMPLE = Example(
    "Lo publicó [el municipio](https:/municipio.example/acta) el lunes.",
    "Lo publicó [el municipio](https://municipio.example/acta) el lunes.",
    "body",
)
MESSAGE = translatable("The address `{address}` has a slip in it and leads nowhere.")
HINT = translatable("Write `{address}`.")
# A blank before the first slash; of a picture the rules about pictures speak.
SPLIT = re.compile(r"\]\((https?://[^\s()\"'</]+ [^()\"'<\n]{1,500})\)", re.IGNORECASE)
WORDS = re.compile(r"(?<!!)\[[^\[\]\n]{1,500}")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every link of `entry` whose address has a known slip in it."""
    for link in entry.facts.links:
        address = meant(link.href) if ":" in link.href else ""
        tight = closed(link.href) if ": " in link.href else ""
        if address or tight:
            at = Location(entry.source.path, link.address)
            yield _finding(at, link.href, address or tight, sure=True, safe=bool(tight))
    for markup in entry.facts.markup:
        address = meant(markup.what) if markup.kind == "address" else ""
        if address:
            yield _finding(Location(entry.source.path, markup.span), markup.what, address, sure=True)
    plain = entry.facts.plain
    for match in SPLIT.finditer(plain):
        if not WORDS.fullmatch(plain, max(plain.rfind("[", 0, match.start()), 0), match.start()):
            continue
        first = match[1].partition(" ")[0]
        # A whole host before the blank: what follows are words.
        whole = "." in first
        address = first if whole else "".join(match[1].split())
        yield _finding(entry.at(*match.span(1)), match[1], address, sure=not whole)


def _finding(at: Location, written: str, address: str, *, sure: bool, safe: bool = False) -> Diagnostic:
    fix = Fix((Edit(at.span, address),), is_safe=safe) if sure and at.span.column != at.span.end_column else None
    message, hint = Text(MESSAGE, {"address": written}), Text(HINT, {"address": address})
    return Diagnostic(at, NAME, Severity.ERROR, message, hint, written, fix)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "links", entry=find, fix="unsafe")
