"""Where a document's value stands in its file, for rules that see documents and no sources."""

from plugins.core.diagnostic import Location
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
