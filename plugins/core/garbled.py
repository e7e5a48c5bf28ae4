"""Text that was read in the wrong code, and what was meant: `Ã¡` is `á`."""

import re

# Signs that a wrong code makes of the bytes 0x80 to 0xBF.
SPECIAL = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
SECOND = f"[\u0080-\u00bf{SPECIAL}]"
GARBLED = re.compile(f"(?:[ÃÂ]{SECOND}|â[€‚„†]{SECOND}|ï»¿|ðŸ{SECOND}{SECOND})+")
# Capitals before a closing quotation mark: «IRMû.
CAPITALS = re.compile(r"[A-ZÀ-Ý]{2}")


def garbled(text: str) -> list[tuple[int, int, str]]:
    """The garbled places of `text`, from where to where, each with what was meant (nothing where no letter was)."""
    # One sign is looked for in a sixth of the time of two.
    if not ("Ã" in text or "Â" in text or "ï" in text or "ð" in text or ("â" in text and "â€" in text)):
        return []
    found = []
    for match in GARBLED.finditer(text):
        meant = _meant(match[0])
        closes = match[0][-1:] in "»”’" and len(match[0]) == 2
        if meant is None or (closes and CAPITALS.match(text[max(match.start() - 1, 0) : match.start() + 1])):
            continue
        found.append((*match.span(), meant))
    return found


def _meant(text: str) -> str | None:
    """What `text` says in the right code; None when it says something of its own."""
    try:
        meant = b"".join(map(_byte, text)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    if GARBLED.fullmatch(meant):
        # Garbled twice.
        return _meant(meant) or meant
    return meant.replace("\ufeff", "")


def _byte(sign: str) -> bytes:
    return sign.encode("latin-1") if sign < "\u0100" else sign.encode("cp1252")
