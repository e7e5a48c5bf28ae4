"""The single texts of front matter, with what is really written there."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plugins.core.diagnostic import Span
from plugins.core.source import Source

TEXTS = frozenset(
    [
        "title",
        "ref",
        "slug",
        "permalink",
        "redirect_from",
        "id",
        "intro",
        "share_message",
        "alt",
        "caption",
        "credit",
        "licence",
        "focus",
        "authors",
        "categories",
        "tags",
        "campaign",
        "hashtag",
        "goal",
        "label",
        "name",
        "unit",
        "source",
        "entity",
        "country",
        "city",
        "location",
        "scope",
        "topics",
        "methods",
        "status",
        "problem",
        "solution",
        "users",
        "lessons",
        "replication",
        "cost",
        "language",
        "role",
        "organisation",
        "phone",
        "number",
    ]
)
"""The fields that hold a text; a test holds them to the schema."""

LIST = re.compile(r"[\[{]|-\s|-$")


class Scalar(Struct, frozen=True):
    """One text: the names that lead to it, its place, and what stands there, quotes and all."""

    keys: tuple[str, ...]
    span: Span
    written: str

    @property
    def is_bare(self) -> bool:
        """Whether it stands without quotes, and not in a block."""
        return self.written[:1] not in ('"', "'", "|", ">", "")


def is_text(keys: Sequence[str]) -> bool:
    """Whether the field to which `keys` lead holds a text; a network's message does."""
    return keys[-1] in TEXTS or keys[0] == "share_message"


def names(path: str) -> tuple[str, ...]:
    """A dotted path without the numbers of list items."""
    return tuple(key for key in path.split(".") if not key.isdecimal())


def scalars(source: Source) -> Iterator[Scalar]:
    """Every text of the front matter of `source`; one that several names share, once."""
    parents = {path.rpartition(".")[0] for path in (*source.values, *source.keys)}
    lines = (source.head or source.text).split("\n")
    seen: set[Span] = set()
    for path, span in source.values.items():
        if path not in parents and span not in seen:
            seen.add(span)
            one_line = span.line == span.end_line
            line = lines[span.line - 1]
            written = line[span.column - 1 : span.end_column - 1] if one_line else source.written(span)
            if not LIST.match(written):
                yield Scalar(names(path), span, written)
