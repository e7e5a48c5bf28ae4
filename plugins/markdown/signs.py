"""Signs for which a text is asked before anything is done with it."""

RARE = frozenset("^!=~`{")


def rare(sign: str) -> str:
    """The part of `sign` to look for first: one character, which takes CPython a fiftieth of the time of two."""
    return next((character for character in sign if character in RARE), sign)
