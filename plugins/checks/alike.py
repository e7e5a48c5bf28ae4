"""Whether two texts say the same to who hears them."""

import re
import unicodedata

UNHEARD = re.compile(r"[\W_]+")
# Signs that nobody hears: more of them than these in one of two equal texts would be a drawing.
FEW = 12
HEAD = 8


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
