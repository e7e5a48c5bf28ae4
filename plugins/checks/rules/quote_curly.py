"""quote-curly: a curly quotation mark where only a straight one works.

What it finds: `[text](address “title”)`, `[text](“address”)`, `<a href=“…”>`, several fields like `title: “Agua”`.
Why it matters: the link leads nowhere, the picture is missing, or the marks are published as a part of the title.
What to do: write `"`; a word processor curls them, a plain editor does not.
"""

import re
from collections.abc import Iterator

from plugins.checks.wordings import CURLY, is_curled
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import BodyLink, Entry
from plugins.core.rule import Example, Rule

NAME = "quote-curly"
EXAMPLE = Example(
    "Ver [la ley](https://ley.example/20500 “Ley 20.500”).",
    'Ver [la ley](https://ley.example/20500 "Ley 20.500").',
    "body",
)
LINK = translatable("The title of this link stands between curly quotation marks: the link leads nowhere.")
PICTURE = translatable("The caption of this picture stands between curly quotation marks: the picture is missing.")
ADDRESS = translatable("The address of this link stands between curly quotation marks: the link leads nowhere.")
ADDRESS_HINT = translatable("Write it without them: `({address})`.")
TAG = translatable("The value of `{name}` stands between curly quotation marks, which are taken for a part of it.")
FIELD = translatable("`{name}` stands between curly quotation marks, and readers see them.")
HINT = translatable('Write straight ones: `"`.')
OPENING, CLOSING = "“”„‟", "”“‟"
IN_LINK = re.compile(rf"\]\((?P<address>[^\s()<>]*){CURLY}\)")
IN_TAG = re.compile(
    rf"<[a-zA-Z][^<>]*?\s(?P<name>[\w-]+)=(?P<open>[{OPENING}])(?P<held>[^<>\"“”„‟]*)(?P<close>[{CLOSING}])"
)
KEYS = ("title", "intro", "caption", "alt", "share_message")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every pair of curly marks that stands for a straight one; one field alone may be a quotation."""
    plain, facts = entry.facts.plain, entry.facts
    pictures = {(one.span.line, one.span.column) for one in facts.pictures if is_curled(one.src)}
    curly = [link for link in facts.links if "“" in link.href or "”" in link.href]
    if pictures or curly:
        for match in IN_LINK.finditer(plain):
            at = entry.at(*match.span("address")).span
            yield _in_body(entry, match, Text(PICTURE if (at.line, at.column) in pictures else LINK))
    yield from _around(entry, curly)
    if ("“" in plain and "=“" in plain) or ("”" in plain and "=”" in plain):
        for match in IN_TAG.finditer(plain):
            yield _in_body(entry, match, Text(TAG, {"name": match["name"]}))
    head = entry.source.head
    if ("“" in head and ": “" in head) or ("”" in head and ": ”" in head):
        yield from _in_front(entry)


def _around(entry: Entry, curly: list[BodyLink]) -> Iterator[Diagnostic]:
    """Every address that begins with such a mark, or ends with one that nothing opens."""
    seen: set[Span] = set()
    for link in curly:
        opened, written = link.href[:1] in OPENING, entry.source.written(link.address)
        address = link.href.strip(OPENING)
        alone = opened or (link.href[-1:] in CLOSING and "“" not in link.href and "„" not in link.href)
        # Of an attribute is spoken already.
        in_tag = entry.source.lines[link.address.line - 1][: link.address.column - 1].endswith("=")
        if in_tag or not alone or not address or set(address) & set(" “”„‟") or link.address in seen:
            continue
        seen.add(link.address)
        at, hint = Location(entry.source.path, link.address), Text(ADDRESS_HINT, {"address": address})
        fix = Fix((Edit(link.address, address),), is_safe=False) if written == link.href else None
        yield Diagnostic(at, NAME, Severity.ERROR, Text(ADDRESS), hint, link.href, fix)


def _in_body(entry: Entry, match: re.Match[str], message: Text) -> Diagnostic:
    at = entry.at(match.start("open"), match.end("close"))
    edits = tuple(Edit(entry.at(*match.span(name)).span, '"') for name in ("open", "close"))
    return Diagnostic(at, NAME, Severity.ERROR, message, Text(HINT), match["held"], Fix(edits, is_safe=False))


def _in_front(entry: Entry) -> Iterator[Diagnostic]:
    found = [(key, span) for key, span in entry.source.values.items() if key.rpartition(".")[2] in KEYS]
    found = [(key, span) for key, span in found if _is_curly(entry.source.written(span))]
    for key, span in found if len(found) > 1 else ():
        first = Span(span.line, span.column, span.line, span.column + 1)
        last = Span(span.end_line, span.end_column - 1, span.end_line, span.end_column)
        written, at = entry.source.written(span), Location(entry.source.path, span)
        plain = not set('"\\') & set(written)
        fix = Fix(tuple(Edit(end, '"') for end in (first, last)), is_safe=False) if plain else None
        message = Text(FIELD, {"name": key.rpartition(".")[2]})
        yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), written, fix)


def _is_curly(written: str) -> bool:
    held = written[1:-1]
    return written[:1] in OPENING and written[-1:] in CLOSING and len(written) > 2 and not set(held) & set("“”„‟")


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", entry=find, fix="unsafe")
