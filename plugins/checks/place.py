"""Where a document's value stands in its file, for rules that see documents and no sources."""

import re

from plugins.core.diagnostic import Edit, Fix, Location, Span
from plugins.core.document import AnyDocument
from plugins.core.source import dotted


def place(document: AnyDocument, *keys: str | int) -> Location:
    """The place of the value at `keys`, else of the nearest value around it, else the whole file.

    Numbers may be missing from the marks: a list of one may be written without the list.
    """
    for end in range(len(keys), 0, -1):
        head = keys[:end]
        for mark in (dotted(head), dotted([key for key in head if isinstance(key, str)])):
            if mark in document.marks:
                return Location(document.path, document.marks[mark])
    return Location(document.path)


# What stands for itself between quotes and without them, in a list between brackets too.
PLAIN = re.compile(r"[^\W_][\w /.()-]*(?<! )")


def words_at(document: AnyDocument, text: str, *keys: str | int) -> Span | None:
    """Where `text`, the value at `keys`, stands without its quotes; None where that cannot be told."""
    span = place(document, *keys).span
    if span.line != span.end_line:
        return None
    around, odd = divmod(span.end_column - span.column - len(text), 2)
    if odd or around not in (0, 1):
        return None
    return Span(span.line, span.column + around, span.line, span.end_column - around)


def replacing(span: Span | None, text: str, *, is_safe: bool = False) -> Fix | None:
    """The fix that writes `text` at `span`; None without one, and where `text` may need quotes of its own."""
    if span is None or not PLAIN.fullmatch(text):
        return None
    return Fix((Edit(span, text),), is_safe)
