"""Text on a terminal: how many cells each character takes, and none that the terminal would obey."""

import re
import unicodedata
from collections.abc import Iterator

import regex
from msgspec import Struct

TAB = 4
# What one sign is drawn of: accents may be piled up without end.
MOST = 32
CLUSTER = regex.compile(r"\X")
EMOJI = "\ufe0f"
# Characters that reorder or break a line without being seen.
MISLEADING = frozenset("\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
OBEYED = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff" + "".join(sorted(MISLEADING)) + "]")


class Cluster(Struct, frozen=True):
    """What is drawn as one sign: the code points `start` to `end` of the text, in `width` cells."""

    text: str
    start: int
    end: int
    width: int


def harmless(text: str) -> str:
    """`text` on one line, with a visible sign for each character that a terminal would obey."""
    return "".join(_shown(sign) for sign in text)


def escaped(text: str) -> str:
    """`text`, which is JSON, with an escape for each character that a terminal would obey, or nobody sees."""
    return OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def clusters(text: str) -> Iterator[Cluster]:
    """The signs of `text`, tabs as blanks up to the next stop."""
    column = 0
    for match in CLUSTER.finditer(text):
        shown, width = match[0], 1
        if shown == "\t":
            width = TAB - column % TAB
            shown = " " * width
        elif len(shown) > 1 or not " " <= shown <= "~":
            shown = harmless(shown[:MOST])
            width = _width(shown)
        yield Cluster(shown, match.start(), match.end(), width)
        column += width


def width_of(text: str) -> int:
    """The cells that `text` takes."""
    return sum(cluster.width for cluster in clusters(text))


def _shown(sign: str) -> str:
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    # Private signs look like something in one program alone.
    unseen = 0x80 <= code < 0xA0 or 0xD800 <= code < 0xF900 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE
    return "\ufffd" if unseen or sign in MISLEADING else sign


def _width(cluster: str) -> int:
    if EMOJI in cluster or all("\U0001f1e6" <= sign <= "\U0001f1ff" for sign in cluster):
        return 2 if len(cluster) > 1 else 1
    return max(_sign_width(sign) for sign in cluster)


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf") and sign != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
