"""Whether two texts say the same to who hears them, and how long a text looks."""

import unicodedata

import regex

GRAPHEME = regex.compile(r"\X")
# Blanks, punctuation and accents; who writes a drawing says something with it.
UNHEARD = regex.compile(r"[\s\p{P}\p{M}]+")
# Signs that nobody hears: more of them than these in one of two equal texts would be a drawing.
FEW = 12
HEAD = 8


def grapheme_length(text: str) -> int:
    """The number of signs a reader sees (extended grapheme clusters)."""
    return len(text) if text.isascii() and "\r" not in text else sum(1 for _ in GRAPHEME.finditer(text))


def folded(text: str) -> str:
    """`text` without case, accents, blanks and punctuation."""
    return UNHEARD.sub("", unicodedata.normalize("NFD", text.casefold()))


def alike(one: str, other: str) -> bool:
    """Whether the texts are equal but for case, accents, blanks and punctuation; nothing is like nothing."""
    if one == other:
        return bool(one)
    if abs(len(one) - len(other)) > FEW:
        return False
    # Most texts differ from the beginning, and folding all of them takes long.
    begins, other_begins = folded(one[:HEAD]), folded(other[:HEAD])
    if not (begins.startswith(other_begins) or other_begins.startswith(begins)):
        return False
    plain = folded(one)
    return bool(plain) and plain == folded(other)
