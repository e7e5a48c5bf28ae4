"""text-garbled: letters that a program has mistaken for others.

What it finds: signs such as `Ã¡` in the place of `á`, `â€œ` in the place of a quotation mark, and `�`.
Why it matters: readers stumble over every accent, search engines find none of the words, and people doubt the rest.
What to do: write the letters that were meant; save such files as UTF-8 before you copy from them.
"""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256

from plugins.checks.scalars import Scalar, is_text, scalars
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.garbled import garbled
from plugins.core.rule import Example, Rule
from plugins.core.source import Source, span_in

NAME = "text-garbled"
BOM = b"\xef\xbb\xbf"
EXAMPLE = Example("El agua llegÃ³ al barrio.", "El agua llegó al barrio.", "body")
# Files and pages may be called so.
ADDRESSES = frozenset(["slug", "permalink", "redirect_from", "id", "ref"])
MESSAGE = translatable("“{written}” stands here where “{meant}” was meant.")
HINT = translatable("Write “{meant}”, and look at the rest of the line too.")
DELETE = translatable("Delete it.")
SIGNS = translatable("“{written}” stands here where nothing was meant.")
LOST = translatable("A letter was lost here: only “�” is left of it.")
LOST_HINT = translatable("Write the word again as it was.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Each line of the file with garbled letters, and each letter of the body that is lost."""
    plain, head = entry.facts.plain, entry.source.head or entry.source.text
    if not head.isascii() and garbled(head):
        for one in scalars(entry.source):
            if is_text(one.keys) and one.keys[-1] not in ADDRESSES:
                yield from _garbled(entry.source.path, one.written, partial(_span_in, one))
    if plain.isascii():
        return
    yield from _garbled(entry.source.path, plain, entry.source.body_span)
    place = plain.find("\ufffd") if "\ufffd" in plain and is_as_read(entry.source) else -1
    while place >= 0:
        at = entry.at(place, place + 1)
        yield Diagnostic(at, NAME, Severity.ERROR, Text(LOST), Text(LOST_HINT), _around(plain, place, place + 1))
        place = plain.find("\ufffd", plain.find("\n", place)) if "\n" in plain[place:] else -1


def _garbled(path: str, text: str, span: Callable[[int, int], Span]) -> Iterator[Diagnostic]:
    """One finding for all garbled letters of a line of `text`, of which `span` says where a part of it stands."""
    lines: dict[int, list[tuple[int, int, str]]] = {}
    for start, end, meant in garbled(text):
        lines.setdefault(text.rfind("\n", 0, start), []).append((start, end, meant))
    for ones in lines.values():
        start, end, meant = ones[0]
        fix = Fix(tuple(Edit(span(first, last), right) for first, last, right in ones), is_safe=False)
        values: dict[str, str | int] = {"written": text[start:end], "meant": meant}
        message, hint = Text(MESSAGE if meant else SIGNS, values), Text(HINT if meant else DELETE, values)
        at = Location(path, span(start, end))
        yield Diagnostic(at, NAME, Severity.ERROR, message, hint, _around(text, start, end), fix)


def _span_in(scalar: Scalar, start: int, end: int) -> Span:
    made, first = span_in(scalar.written, start, end, scalar.span.line), scalar.span
    # A garbled letter never stands on two lines.
    before = first.column - 1 if made.line == first.line else 0
    return Span(made.line, made.column + before, made.end_line, made.end_column + before)


def is_as_read(source: Source) -> bool:
    """Whether the file itself is what `source` holds: what is no text, or no sign, the reader replaces by `�`."""
    texts = (source.text, source.text.replace("\n", "\r\n"))
    return any(sha256(mark + text.encode()).hexdigest() == source.digest for text in texts for mark in (b"", BOM))


def _around(plain: str, start: int, end: int) -> str:
    return plain[max(start - 15, 0) : end + 15].replace("\n", " ")


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", entry=find, fix="unsafe")
