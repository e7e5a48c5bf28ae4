"""What the HTML report shows, in the order in which it shows it: plain values for its template."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from plugins.build.report.cells import harmless
from plugins.build.report.contents import Contents
from plugins.build.report.quote import QuotedLine, quoted
from plugins.build.report.summary import FILES, tally
from plugins.build.report.text import WORDS
from plugins.build.report.voice import shortened
from plugins.build.report.whose import Whose, whose
from plugins.checks.about import PARTS
from plugins.core.diagnostic import Diagnostic, Span, translatable

# So many files are listed without being asked for.
FEW = 12
Lines = Mapping[str, Sequence[str]]
PLACE = translatable("line {line}, column {column}")
WHOLE = translatable("the whole file")
SECTIONS = {
    Whose.MACHINE: (
        translatable("Repairs itself"),
        translatable("One command corrects all of this, and changes nothing else."),
    ),
    Whose.WRITER: (
        translatable("For who writes"),
        translatable("Each of these concerns one file. Open it, go to the line, and do what stands below it."),
    ),
    Whose.TOGETHER: (
        translatable("To be agreed on"),
        translatable("Several files contradict or repeat each other: decide which is right, then correct the others."),
    ),
    Whose.KEEPER: (
        translatable("For who looks after the site"),
        translatable("Settings, lists and other files that are not texts of the site."),
    ),
}


class Piece(Struct, frozen=True):
    """A part of a sentence; `is_code` is what stood between backticks."""

    text: str
    is_code: bool


class Part(Struct, frozen=True):
    """A part of what a rule says of itself."""

    heading: str
    pieces: list[Piece]


class Item(Struct, frozen=True):
    """A finding."""

    severity: str
    word: str
    place: str
    rule: str
    message: list[Piece]
    lines: list[QuotedLine]
    hint: list[Piece]
    about: list[Part]


class File(Struct, frozen=True):
    """The findings of one file in one section."""

    anchor: str
    path: str
    counts: str
    items: list[Item]


class Section(Struct, frozen=True):
    """What one kind of person can correct."""

    anchor: str
    heading: str
    intro: str
    command: str
    counts: str
    number_of_files: str
    is_short: bool
    files: list[File]


def sections(contents: Contents, lines: Lines) -> list[Section]:
    """Every section in which there is something."""
    by_person: dict[Whose, list[Diagnostic]] = {who: [] for who in SECTIONS}
    for found in contents.found:
        by_person[whose(found, contents.rules.get(found.rule))].append(found)
    return [_section(who, own, contents, lines) for who, own in by_person.items() if own]


def _section(who: Whose, found: Sequence[Diagnostic], contents: Contents, lines: Lines) -> Section:
    voice, (heading, intro) = contents.voice, SECTIONS[who]
    files = [*_files(found, who.value, contents, lines)]
    return Section(
        who.value,
        voice.say(heading),
        voice.say(intro),
        contents.summary.mending if who is Whose.MACHINE else "",
        tally(found, voice.texts.ngettext),
        voice.count(FILES, len(files)),
        len(files) <= FEW,
        files,
    )


def _files(found: Sequence[Diagnostic], prefix: str, contents: Contents, lines: Lines) -> Iterator[File]:
    by_file = groupby(found, lambda one: one.location.path)
    for number, (path, own) in enumerate(by_file, 1):
        items = [*own]
        counts = tally(items, contents.voice.texts.ngettext)
        shown = [_item(one, contents, lines.get(path, ())) for one in items]
        yield File(f"{prefix}-{number}", harmless(contents.shown_path(path)), counts, shown)


def _item(found: Diagnostic, contents: Contents, lines: Sequence[str]) -> Item:
    voice, span = contents.voice, found.location.span
    own = voice.about(contents.rules.get(found.rule))
    headings = map(voice.pages.gettext, PARTS)
    parts = [] if own is None else zip(headings, (own.finds, own.matters, own.remedy), strict=True)
    return Item(
        found.severity.value,
        voice.say(WORDS[found.severity]),
        voice.say(WHOLE) if span == Span() else voice.say(PLACE, line=span.line, column=span.column),
        found.rule,
        pieces(voice.said(shortened(found.message))),
        quoted(lines, span),
        pieces(voice.said(found.hint)),
        [Part(heading, pieces(_sentence(text))) for heading, text in parts],
    )


def pieces(text: str) -> list[Piece]:
    """`text` without what a browser would obey or refuse, its code apart."""
    parts = harmless(text).split("`")
    if len(parts) % 2 == 0:
        # A backtick that belongs to none is a sign like any other.
        parts[-2:] = ["`".join(parts[-2:])]
    return [Piece(part, number % 2 == 1) for number, part in enumerate(parts) if part]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
