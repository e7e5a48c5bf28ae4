"""Signs as readers count them."""

import regex

GRAPHEME = regex.compile(r"\X")


def grapheme_length(text: str) -> int:
    """The number of signs a reader sees (extended grapheme clusters)."""
    return sum(1 for _ in GRAPHEME.finditer(text))
