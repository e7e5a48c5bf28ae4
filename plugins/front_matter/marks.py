"""Where the values stand that are checked against other documents: a document keeps these places, and no others."""

from collections.abc import Iterator

from plugins.core.diagnostic import Span
from plugins.core.source import Source

MARKED = {
    "call_to_action",
    "campaign",
    "categories",
    "date",
    "downloads",
    "gallery",
    "lang",
    "partners",
    "permalink",
    "redirect_from",
    "ref",
    "share_message",
    "single_image",
    "slug",
    "sources",
    "start",
    "tags",
    "title",
    "updated",
    "video",
}
LISTED = "tags"
"""What may be one text with commas."""


def marks(source: Source) -> dict[str, Span]:
    """The places of `source` that its document keeps, by dotted key."""
    found = {key: at for key, at in source.values.items() if key.partition(".")[0] in MARKED}
    if isinstance((source.front or {}).get(LISTED), str) and LISTED in found:
        parts = _parts(source.head, found[LISTED])
        found |= {f"{LISTED}.{number}": at for number, at in enumerate(parts)}
    return found


def _parts(head: str, at: Span) -> Iterator[Span]:
    """The place of each part of a text with commas; none where the text as written is not what it says."""
    written = head.split("\n")[at.line - 1][at.column - 1 : at.end_column - 1]
    quote = written[:1] if written[:1] in ("'", '"') else ""
    text = written[len(quote) : len(written) - len(quote)]
    if at.line != at.end_line or (quote and (quote in text or "\\" in text)):
        return
    start = at.column + len(quote)
    for part in text.split(","):
        words = part.strip()
        if words:
            first = start + len(part) - len(part.lstrip())
            yield Span(at.line, first, at.line, first + len(words))
        start += len(part) + 1
