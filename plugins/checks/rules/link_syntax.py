"""link-syntax: text that was meant to be a link and is none.

What it finds: a blank between the brackets and the address, `[text] (address)`; no address at all, `[text]()`;
the two the wrong way round, `(address)[text]`.
Why it matters: readers would see brackets and an address in the middle of the sentence, and no link.
What to do: take the blank away, write the address, or put the words first; the hint shows the link as it must be.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import BrokenLink, Entry
from plugins.core.rule import Example, Rule
from plugins.core.source import Source

NAME = "link-syntax"
GAP = re.compile(r"\][ \t]+\(")
# At the front of a line; behind a word the sign ends a sentence.
PARTED = re.compile(
    r"^[ \t>]*+(?P<all>!(?P<gap>[ \t]+)(?P<link>\[(?P<text>[^\[\]\n]{0,300})\]"
    r"\([^()\s]{1,500}\.(?:jpe?g|png|gif|webp|avif|svg)(?:[ \t]+\"[^\"\n]{0,500}\")?[ \t]*\)))",
    re.MULTILINE | re.IGNORECASE,
)
BACKWARDS = re.compile(r"\(([^()]*)\)\[([^\[\]]*)\]")
EXAMPLE = Example(
    "Lo cuenta [No Más Cohecho] (https://nomascohecho.cl/), que lo vio todo desde el comienzo.",
    "Lo cuenta [No Más Cohecho](https://nomascohecho.cl/), que lo vio todo desde el comienzo.",
    "body",
)
MESSAGE = translatable("“{text}” is not a link yet: there is a blank between the brackets and the address.")
HINT = translatable("Write it without the blank: `{link}`.")
PICTURE = translatable("“{text}” is not a picture yet: there is a blank between the brackets and the address.")
PARTED_PICTURE = translatable("“{text}” is not a picture yet: there is a blank behind the `!`.")
REVERSED = translatable("“{text}” is not a link yet: parentheses and brackets are the wrong way round.")
REVERSED_HINT = translatable("Write the words first, in brackets, and then the address: `{link}`.")
NO_ADDRESS = translatable("The link “{text}” has no address.")
NO_ADDRESS_HINT = translatable("Write the address between the parentheses, or delete all the brackets.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every place where a blank, or nothing, stands where an address should, or the words stand behind it."""
    for broken in entry.facts.broken_links:
        address, text = broken.address.strip(), broken.text
        meant = f"{'!' * broken.is_picture}[{text}]({address})"
        template = REVERSED if broken.is_reversed else PICTURE if broken.is_picture else MESSAGE
        message = Text(template, {"text": text})
        hint = Text(REVERSED_HINT if broken.is_reversed else HINT, {"link": meant})
        if not address:
            message, hint = Text(NO_ADDRESS, {"text": text}), Text(NO_ADDRESS_HINT)
        at = Location(entry.source.path, broken.span)
        fix = _fix(entry.source, broken) if address else None
        yield Diagnostic(at, NAME, Severity.ERROR, message, hint, f"[{text}] ({address})", fix)
    if "! [" in entry.facts.plain:
        for match in PARTED.finditer(entry.facts.plain):
            at, message = entry.at(*match.span("all")), Text(PARTED_PICTURE, {"text": match["text"]})
            hint = Text(HINT, {"link": f"!{match['link']}"})
            fix = Fix((Edit(entry.at(*match.span("gap")).span, ""),))
            yield Diagnostic(at, NAME, Severity.ERROR, message, hint, match["all"], fix)
    for link in entry.facts.links:
        if link.text and not link.href:
            at, message = Location(entry.source.path, link.span), Text(NO_ADDRESS, {"text": link.text})
            yield Diagnostic(at, NAME, Severity.ERROR, message, Text(NO_ADDRESS_HINT), f"[{link.text}]()")


def _fix(source: Source, broken: BrokenLink) -> Fix | None:
    """The blank taken out, or the parts put in their order; what stands in them is as it was written."""
    span, written = broken.span, source.written(broken.span)
    if broken.is_reversed:
        parts = BACKWARDS.fullmatch(written)
        if parts is None:
            return None
        address, text = parts.groups() if parts[1] == broken.address else reversed(parts.groups())
        return Fix((Edit(span, f"[{text}]({address})"),))
    gap = GAP.search(written) if span.line == span.end_line else None
    if gap is None:
        return None
    start = span.column + gap.start() + 1
    return Fix((Edit(Span(span.line, start, span.line, span.column + gap.end() - 1), ""),))


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "links", entry=find, fix="safe")
