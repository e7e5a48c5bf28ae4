"""text-pasted: invisible signs that came with a text out of a word processor.

What it finds: hard blanks between words, twice or at the ends of lines, soft hyphens, blanks of no width, `•`, `1)`.
Why it matters: lines break in the wrong places or not at all, a search finds nothing, bullets are no list.
What to do: write plain blanks, and `- ` before each point of a list; a hard blank is right before `%`.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "text-pasted"
EXAMPLE = Example(
    "El agua\u00a0llegó\u00a0al barrio el lunes por la ma\u00adñana.",
    "El agua llegó al barrio el lunes por la mañana.",
    "body",
)
BLANK = translatable("A hard blank stands here behind “{before}”: the line cannot break at it.")
FRONT = translatable("A hard blank stands here at the front of the line.")
HIDDEN = translatable("An invisible sign stands here behind “{before}”.")
BULLET = translatable("The line begins with “{sign}”: readers see the sign and no list.")
PRIVATE = translatable("Here stands a sign that only one word processor knows: readers see an empty box.")
HINT = translatable("Write a plain blank, or nothing; that and the others of this line the machine can do.")
HIDDEN_HINT = translatable("Delete it; with `--fix` the machine does it, and the others of this line.")
DELETE = translatable("Delete it.")
BULLET_HINT = translatable("Write `- ` before each point, each on its own line, and an empty line before the first.")
RUN = translatable("The points from “{sign}” on run together in one paragraph.")
NUMBER_HINT = translatable(
    "Write `1. `, `2. ` before the points, each on its own line, and an empty line before the first."
)
PRIVATE_HINT = translatable("Delete it, or write the sign that was meant.")
HARD = "\u00a0|&nbsp;|&#160;|&#xa0;"
LETTER = r"[^\W\d_]"
HARD_BLANK = re.compile(HARD, re.IGNORECASE)
BLANKS = re.compile(rf"(?:{HARD})(?:{HARD}|[ \t])*", re.IGNORECASE)
HIDE = re.compile("[\u00ad\u200b\ufeff\u2028\u2029]|&shy;|&ZeroWidthSpace;")
BULLETS = re.compile(r"^[ \t]{0,3}(?P<sign>[•◦▪●■➢✓·])[ \t\u00a0]*(?=\S)", re.MULTILINE)
SIGNS = "•◦▪●■➢✓·"
# Lines that follow each other; two blanks or `\` at the end of one, and capitals behind a dash, are no list.
POINTS = re.compile(
    r"^(?P<sign>1\)|a\))[ \t]+\S[^\n]*(?<!  )(?<!\\)\n(?:2|b)\)[ \t]+\S"
    r"|^(?P<dash>–)[ \t]+[a-zß-ÿ][^\n]*(?<!  )(?<!\\)(?:\n–[ \t]+[a-zß-ÿ][^\n]*)+",
    re.MULTILINE,
)
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
ROMAN = re.compile(r"[IVXLCDM]+\b")
WORD_BEFORE = re.compile(rf"(?:{LETTER}{{2,}}|{LETTER}{{5,}}\.|[,;])\Z")
# One capital is a number, or a name: «parte A».
WORD_BEHIND = re.compile(rf"[a-zß-ÿ]|{LETTER}{{2,}}")
MARKDOWN = re.compile(r"[-*+#>|]|\d+[.)]")

Sign = tuple[int, int, str | None, str]
"""Where it stands, what is to stand there (None: nobody can say), and what is said of it."""


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The signs of each line, as one finding of each kind."""
    plain = entry.facts.plain
    if "&" in plain or not plain.replace("\n", "").isprintable():
        yield from _by_line(entry, [*_blanks(plain), *_hidden(plain)])
        for match in PRIVATE_USE.finditer(plain):
            at = entry.at(*match.span())
            yield Diagnostic(at, NAME, Severity.WARNING, Text(PRIVATE), Text(PRIVATE_HINT), match[0])
    if not plain.isascii() and any(sign in plain for sign in SIGNS):
        for match in BULLETS.finditer(plain):
            at, message = entry.at(*match.span("sign")), Text(BULLET, {"sign": match["sign"]})
            yield Diagnostic(at, NAME, Severity.WARNING, message, Text(BULLET_HINT), match["sign"])

    if "\n2)" in plain or "\nb)" in plain or "\n–" in plain:
        for match in POINTS.finditer(plain):
            at, sign = entry.at(*match.span(match.lastgroup or 0)), match["sign"] or "–"
            hint = Text(NUMBER_HINT if sign == "1)" else BULLET_HINT)
            yield Diagnostic(at, NAME, Severity.WARNING, Text(RUN, {"sign": sign}), hint, sign)


def _by_line(entry: Entry, found: list[Sign]) -> Iterator[Diagnostic]:
    """One finding for all of one kind in a line, at the first of them."""
    plain = entry.facts.plain
    lines: dict[tuple[int, bool], list[Sign]] = {}
    for one in sorted(found):
        lines.setdefault((plain.rfind("\n", 0, one[0]), one[3] == HIDDEN), []).append(one)
    for (line, _), ones in lines.items():
        edits = tuple(Edit(entry.at(one[0], one[1]).span, one[2]) for one in ones if one[2] is not None)
        # Where one of them keeps Markdown from seeing a list or a heading, the line is its writer's.
        fix = Fix(edits) if len(edits) == len(ones) else None
        start, end, _, message = ones[0]
        before = (plain[line + 1 : start].split() or [""])[-1][-20:]
        at, offence = entry.at(start, end), plain[max(line + 1, start - 20) : end + 20].partition("\n")[0]
        hint = Text(HINT if message != HIDDEN else HIDDEN_HINT if fix else DELETE)
        yield Diagnostic(at, NAME, Severity.WARNING, Text(message, {"before": before}), hint, offence, fix)


def _blanks(plain: str) -> Iterator[Sign]:
    """The hard blanks that are wrong: in a row, at an end of a line, or between two words that are no abbreviation."""
    for start, end in _runs(plain):
        before, behind = plain[max(start - 40, 0) : start].rpartition("\n")[2], plain[end : end + 40]
        if not before.strip() or behind[:1] in ("", "\n"):
            # What stands at the front of a line must not become a list or a heading by it.
            alone = not before.strip() and (behind[:1] in ("", "\n") or MARKDOWN.match(behind))
            if not alone:
                # Two blanks at its end break a line.
                kept = "  " if before.strip() and plain[start:end].endswith("  ") else ""
                yield start, end, kept, BLANK if before.strip() else FRONT
        elif not HARD_BLANK.fullmatch(plain, start, end) or _between_words(before, behind):
            yield start, end, " ", BLANK


def _runs(plain: str) -> Iterator[tuple[int, int]]:
    """Each hard blank with the blanks around it."""
    for match in BLANKS.finditer(plain):
        start, end = match.span()
        while start and plain[start - 1] in " \t":
            start -= 1
        yield start, end


def _between_words(before: str, behind: str) -> bool:
    return bool(WORD_BEFORE.search(before) and WORD_BEHIND.match(behind) and not ROMAN.match(behind))


def _hidden(plain: str) -> Iterator[Sign]:
    for match in HIDE.finditer(plain):
        line = plain.rfind("\n", 0, match.start()) + 1
        behind = plain[match.end() : match.end() + 40]
        guards = not plain[line : match.start()].strip() and (behind[:1] in (" ", "\t") or MARKDOWN.match(behind))
        yield *match.span(), None if guards else " " if match[0] in "\u2028\u2029" else "", HIDDEN


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find, fix="safe")
