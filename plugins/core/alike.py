"""Whether two texts say the same, and how long a text looks."""

import unicodedata

import regex

GRAPHEME = regex.compile(r"\X")
FINAL = " .…!?:;,\u00a0"
# Accents and punctuation at the end make a text longer or shorter by less than this.
ROUGHLY = 12


def grapheme_length(text: str) -> int:
    """The number of signs a reader sees (extended grapheme clusters)."""
    return len(text) if text.isascii() and "\r" not in text else sum(1 for _ in GRAPHEME.finditer(text))


def alike(one: str, other: str) -> bool:
    """Whether two texts are equal, whatever their case, accents, blanks and final punctuation."""
    if abs(len(one) - len(other)) > ROUGHLY:
        return False
    plain = folded(one)
    return bool(plain) and plain == folded(other)


def folded(text: str) -> str:
    """`text` without capitals, accents, double blanks and final punctuation."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(bare.split()).strip(f"{FINAL}¡¿«»“”\"'")
