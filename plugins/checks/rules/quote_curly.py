"""quote-curly: a curly quotation mark where only a straight one works.

What it finds: `[text](address “title”)`, `<a href=“…”>`, and several fields written as `title: “Agua”`.
Why it matters: the link leads nowhere, or the marks are published as a part of the title.
What to do: write `"`; a word processor curls them, a plain editor does not.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "quote-curly"
EXAMPLE = Example(
    "Ver [la ley](https://ley.example/20500 “Ley 20.500”).",
    'Ver [la ley](https://ley.example/20500 "Ley 20.500").',
    "body",
)
LINK = translatable("The title of this link stands between curly quotation marks: the link leads nowhere.")
TAG = translatable("The value of `{name}` stands between curly quotation marks, which are taken for a part of it.")
FIELD = translatable("`{name}` stands between curly quotation marks, and readers see them.")
HINT = translatable('Write straight ones: `"`.')
OPENING, CLOSING = "“”„‟", "”“‟"
IN_LINK = re.compile(rf"\]\([^\s()<>]*[ ]+(?P<open>[{OPENING}])(?P<held>[^\n\"“”„‟]*)(?P<close>[{CLOSING}])[ ]*\)")
IN_TAG = re.compile(
    rf"<[a-zA-Z][^<>]*?\s(?P<name>[\w-]+)=(?P<open>[{OPENING}])(?P<held>[^<>\"“”„‟]*)(?P<close>[{CLOSING}])"
)
KEYS = ("title", "intro", "caption", "alt", "share_message")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every pair of curly marks that stands for a straight one; one field alone may be a quotation."""
    plain = entry.facts.plain
    if any("“" in link.href or "”" in link.href for link in entry.facts.links):
        yield from (_in_body(entry, match, Text(LINK)) for match in IN_LINK.finditer(plain))
    if ("“" in plain and "=“" in plain) or ("”" in plain and "=”" in plain):
        for match in IN_TAG.finditer(plain):
            yield _in_body(entry, match, Text(TAG, {"name": match["name"]}))
    head = entry.source.head
    if ("“" in head and ": “" in head) or ("”" in head and ": ”" in head):
        yield from _in_front(entry)


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
