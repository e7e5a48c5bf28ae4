"""Where the words about a picture of the text stand: its alternative text, and its title, which is its caption.

A picture is written `![alt](address "title")`; or `![alt][name]`, with `[name]: address "title"` elsewhere; or as HTML.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from msgspec import Struct

from plugins.core.entry import BodyPicture, Entry
from plugins.core.source import Source

Stretch = tuple[int, int]
BEFORE = re.compile(r"\]\(\s{0,9}<?\Z")
DEFINED = re.compile(r"(?:^|\n)[ >]*\[([^\]\n]+)\]:[ \t]*\n?[ \t]*<?\Z")
NAMED = re.compile(r"!\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?: ?\[([^\[\]]*)\])?", re.DOTALL)
ATTRIBUTE = r"(?<![\w-])%s\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
ALT, TITLE = (re.compile(ATTRIBUTE % name, re.IGNORECASE) for name in ("alt", "title"))
QUOTED = re.compile(r">?\s+(?:\"(.*?)\"|'(.*?)'|\((.*?)\))[ \t]*(?:\)|$)", re.DOTALL | re.MULTILINE)
SIGN = re.compile(r"\\(.)", re.DOTALL)
UNQUOTED = re.compile(r"(\S+\.\w{3,4})\s+(.+)", re.DOTALL)
# What a word processor makes of the quotes around a title.
CURLY = r"[ ]+(?P<open>[“”„‟])(?P<held>[^\n\"“”„‟]*)(?P<close>[”“‟])[ ]*"
CURLED = re.compile(rf"[^\s()<>]*{CURLY}")
REACH = 400


class Wordings(Struct, frozen=True):
    """Stretches of the body: the alternative text and the title, without what is around them."""

    alt: Stretch | None = None
    title: Stretch | None = None


def wordings(entry: Entry, picture: BodyPicture) -> Wordings:
    """Where the words about `picture` of `entry` stand; nothing for what is not there or cannot be found."""
    plain = entry.facts.plain
    first = Wordings()
    for start, end in _places(entry.source, plain, picture):
        found = _inline(plain, start, end) or _tag(plain, start) or _referred(plain, start, end, picture.alt)
        if found is None:
            continue
        if _says(plain, found.alt, picture.alt) and _says(plain, found.title, picture.title):
            return found
        first = first if first.alt else found
    return first


def unquoted(address: str) -> tuple[str, str] | None:
    """The address and the caption in what was written for an address, where the caption has no quotes."""
    found = UNQUOTED.fullmatch(address) if " " in address or "\n" in address else None
    return (found[1], found[2].strip('()"“”„‟')) if found else None


def is_curled(address: str) -> bool:
    """Whether what was written for an address is one with its title in curly quotes, of which `quote-curly` speaks."""
    return not address.isascii() and CURLED.fullmatch(address) is not None


def _places(source: Source, plain: str, picture: BodyPicture) -> Iterator[Stretch]:
    """Where its address stands: where it was seen first, then everywhere."""
    lines = source.body.split("\n")[: picture.span.line - source.body_line]
    start = sum(len(line) + 1 for line in lines) + picture.span.column - 1
    for written in dict.fromkeys((picture.src, escape(picture.src))):
        if plain.startswith(written, start):
            yield start, start + len(written)
        place = plain.find(written)
        while place >= 0:
            yield place, place + len(written)
            place = plain.find(written, place + 1)


def _says(plain: str, stretch: Stretch | None, text: str) -> bool:
    written = plain[slice(*stretch)] if stretch else ""
    return " ".join(unescape(SIGN.sub(r"\1", written)).split()) == " ".join(text.split())


def _inline(plain: str, start: int, end: int) -> Wordings | None:
    before = BEFORE.search(plain, max(start - 12, 0), start)
    if before is None:
        return None
    close = before.start()
    opening = _opening(plain, close)
    return Wordings((opening + 1, close), _title(plain, end)) if plain[opening - 1 : opening] == "!" else None


def _opening(plain: str, close: int) -> int:
    """Where the bracket that closes at `close` is opened; 0 where it is not."""
    depth = 1
    for place in range(close - 1, max(close - 2000, 0), -1):
        if plain[place] in "[]" and plain[place - 1] != "\\":
            depth += 1 if plain[place] == "]" else -1
            if not depth:
                return place
    return 0


def _title(plain: str, end: int) -> Stretch | None:
    found = QUOTED.match(plain, end, end + 2000)
    return found.span(found.lastindex or 0) if found else None


def _tag(plain: str, start: int) -> Wordings | None:
    opening = max(plain.rfind(tag, max(start - REACH, 0), start) for tag in ("<img", "<IMG"))
    if opening < 0 or ">" in plain[opening:start]:
        return None
    end = plain.find(">", start)
    end = end if end >= 0 else len(plain)
    found = (pattern.search(plain, opening, end) for pattern in (ALT, TITLE))
    return Wordings(*(one.span(one.lastindex or 0) if one else None for one in found))


def _referred(plain: str, start: int, end: int, alt: str) -> Wordings | None:
    defined = DEFINED.search(plain, max(start - REACH, 0), start)
    if defined is None:
        return None
    title = _title(plain, end)
    for match in NAMED.finditer(plain):
        name = match[2] or match[1]
        if name.lower() == defined[1].lower() and _says(plain, match.span(1), alt):
            return Wordings(match.span(1), title)
    return Wordings(None, title)
