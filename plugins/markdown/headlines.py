"""Headings as they are written in a body, and where; with them paragraphs that are one line in bold."""

import re
from collections.abc import Iterator

from msgspec import Struct

# Each begins with a sign that is looked for at once; what stands before it on its line is looked at behind.
HASHES = re.compile(r"(?P<signs>#{1,6})(?!#)(?P<text>[^\n]*)")
LINED = re.compile(r"\n[ \t>]*(?P<line>=+|-+)[ \t]*(?=\n|\Z)")
TAGGED = re.compile(r"<[hH](?P<level>[1-6])\b[^>]*>(?P<text>.*?)</[hH](?P=level)\s*>", re.DOTALL)
STRONG = re.compile(r"\*\*|__")
BOLD = re.compile(r"(?P<sign>\*{2,3}|_{2,3})(?![*_\s])(?P<text>[^\n]+?)(?<!\s)(?P=sign)[ \t]*(?=\n|\Z)")
# In a quotation or a list.
# Possessive: blanks that can be shared out in many ways would be tried in all of them.
LEAD = re.compile(r"[ \t>]*+(?:(?:[-*+:]|\d++[.)])[ \t][ \t>]*+)*+")
INDENT = re.compile(r"[ ]{0,3}")
LETTERS = re.compile(r"[\W_]+")
TARGETS = re.compile(r"\]\([^()\n]*\)|\]\[[^\[\]\n]*\]|<[^<>\n]*>")


class Headline(Struct, frozen=True):
    """A heading as written, level 0 for bold: its letters, and where its line stands in the body."""

    level: int
    letters: str
    start: int
    end: int


def letters(text: str) -> str:
    """`text` without anything but letters and digits, by which what is written and what is made of it are the same."""
    return LETTERS.sub("", text)


def _said(written: str) -> str:
    """The letters of what is shown of a line."""
    if written.endswith("}"):
        written = written.partition("{")[0]
    return letters(TARGETS.sub(" ", written) if "]" in written or "<" in written else written)


def headlines(plain: str) -> list[Headline]:
    """What may be a heading in `plain`, a body without code, in its order."""
    found: list[Headline] = []
    if "#" in plain:
        found += _hashed(plain)
    if "\n-" in plain or "\n=" in plain or ">" in plain:
        found += _lined(plain)
    if "<h" in plain or "<H" in plain:
        found += [Headline(int(one["level"]), _said(one["text"]), *one.span()) for one in TAGGED.finditer(plain)]
    return sorted(found, key=lambda one: one.start)


def bold_lines(plain: str) -> Iterator[Headline]:
    """Every line of `plain` that is in bold from its beginning to its end."""
    end = 0
    for sign in STRONG.finditer(plain):
        begin = sign.start()
        if begin < end:
            continue
        line = plain.rfind("\n", 0, begin) + 1
        match = BOLD.match(plain, begin) if INDENT.fullmatch(plain, line, begin) else None
        if match is not None:
            yield Headline(0, _said(match["text"]), match.start(), _stripped(plain, *match.span()))
        # What does not begin its line is not asked again.
        end = plain.find("\n", begin)
        if end < 0:
            return


def _hashed(plain: str) -> Iterator[Headline]:
    for match in HASHES.finditer(plain):
        if LEAD.fullmatch(plain, plain.rfind("\n", 0, match.start()) + 1, match.start()):
            end = _stripped(plain, *match.span())
            yield Headline(len(match["signs"]), _said(match["text"].rstrip()), match.start(), end)


def _lined(plain: str) -> Iterator[Headline]:
    for match in LINED.finditer(plain):
        line = plain.rfind("\n", 0, match.start()) + 1
        lead = LEAD.match(plain, line, match.start())
        start = lead.end() if lead else line
        if start < match.start():
            level, end = 1 if match["line"][0] == "=" else 2, _stripped(plain, start, match.start())
            yield Headline(level, _said(plain[start:end]), start, end)


def _stripped(plain: str, start: int, end: int) -> int:
    return start + len(plain[start:end].rstrip())
