"""value-cut: a part of a text that is taken for something else, and lost.

What it finds: in a text without quotes, a ` #word`
or ` # 14` (from there on it is a comment), or a `!word` or `&word` at the beginning. A word behind `# ` is a comment.
Why it matters: readers never see what stands there: a hashtag, the number of a law, the first word of a title.
What to do: put the whole text between double quotes; if it is a comment, write it on a line of its own.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plugins.checks.scalars import Scalar, is_text, names, scalars
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.needed import REQUIRED
from plugins.core.quoted import quoted
from plugins.core.rule import Example, Rule
from plugins.core.source import Source

NAME = "value-cut"
EXAMPLE = Example(
    "share_message: Hoy votamos la ley de aguas #AguaParaTodos",
    'share_message: "Hoy votamos la ley de aguas #AguaParaTodos"',
)
COMMENT = translatable("“{lost}” is taken for a comment and is not published.")
COMMENT_HINT = translatable(
    "Put the whole text between double quotes: {text}. If it really is a comment, write a blank behind the `#`."
)
NUMBER_HINT = translatable(
    "Put the whole text between double quotes: {text}. If it really is a comment, write it on a line of its own."
)
BEGINS = translatable("“{lost}” is not published: a text that begins with `{sign}` must stand between quotes.")
BEGINS_HINT = translatable("Put the whole text between double quotes: {text}.")
HASH = re.compile(r"(?<=[ \t])#(?=[^\s#]|[ \t]+\d|(?<=: #)[ \t]+\w)(?![ \t]*pregon:)")
# An address such as `Calle 26 # 69-76, piso # 3` goes on behind every number.
NOTE = re.compile(r"[ \t]+#(?=[ \t]*$|[ \t]+[^\s\d])")
ADDRESSES = frozenset(("permalink", "redirect_from", "slug", "campaign"))
EMPTY = re.compile(r"[ \t]*(?:-[ \t]*)?(?:[\w-]+:)?")
QUOTED = re.compile(r"[ \t]*(?:- )?(?:[\w-]+:[ \t]+)?([\"'])[^#]*#.*\1[ \t]*$")
SIGN = re.compile(r"(?:[:-][ \t]+)(?:!(?!!)|&\w)")
ANCHOR = re.compile(r"(?:!(?!!)\S*|&(?P<name>\S+))")


class Line(Struct, frozen=True):
    """A line of the file, and at which of its columns a sign stands (from 0)."""

    number: int
    text: str
    column: int

    @property
    def end(self) -> int:
        """Where the text ends that was meant."""
        note = NOTE.search(self.text, self.column)
        return note.start() if note else len(self.text.rstrip())

    @property
    def is_apart(self) -> bool:
        """Whether a blank stands behind the sign, as comments have it."""
        return self.text[self.column + 1] in " \t"


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every part of a text of `entry` that YAML does not hand over."""
    source = entry.source
    if not source.front:
        return
    head = source.head or source.text
    if (" #" in head or "\t#" in head) and any(not QUOTED.match(line) for line in _with_hash(head)):
        yield from _comments(source, [*scalars(source)], REQUIRED[entry.kind])
    if ("!" in head or "&" in head) and SIGN.search(head):
        yield from _beginnings(source, head)


def _with_hash(head: str) -> list[str]:
    return [line for line in head.split("\n") if "#" in line and HASH.search(line)]


def _comments(source: Source, known: Sequence[Scalar], needed: Sequence[str]) -> Iterator[Diagnostic]:
    for number, text in enumerate((source.head or source.text).split("\n"), 1):
        for match in HASH.finditer(text):
            line = Line(number, text, match.start())
            if any(_holds(scalar.span, line) for scalar in known):
                continue
            span = _meant(source, line, known, needed)
            if span is not None:
                yield _comment(source, line, span)
            break


def _holds(span: Span, line: Line) -> bool:
    place = (line.number, line.column + 1)
    return (span.line, span.column) <= place < (span.end_line, span.end_column)


def _meant(source: Source, line: Line, known: Sequence[Scalar], needed: Sequence[str]) -> Span | None:
    """The place of the text that goes on in the comment, or None when it is one."""
    before = line.text[: line.column].rstrip()
    end = (line.number, len(before) + 1)
    if before and EMPTY.fullmatch(before):
        alone = Span(line.number, line.column + 1, line.number, line.end + 1)
        keys = [path for path, span in source.keys.items() if (span.end_line, span.end_column + 1) == end]
        # A note behind an empty field is a note; where the field is needed, that it is empty is said already.
        if line.is_apart or any(key in needed and _is_empty(source, key) for key in keys):
            return None
        return alone if before.endswith("-") or any(_shows_signs(names(key)) for key in keys) else None
    for scalar in known:
        span = scalar.span
        if (span.end_line, span.end_column) == end and scalar.is_bare and _shows_signs(scalar.keys):
            return Span(span.line, span.column, line.number, line.end + 1)
    return None


def _is_empty(source: Source, key: str) -> bool:
    """Whether nothing is left of the value of `key`."""
    return key not in source.values and not any(path.startswith(f"{key}.") for path in source.keys)


def _shows_signs(keys: Sequence[str]) -> bool:
    """Whether a `#` can be meant there."""
    return is_text(keys) and keys[-1] not in ADDRESSES


def _comment(source: Source, line: Line, span: Span) -> Diagnostic:
    lost = line.text[line.column : line.end]
    at = Location(source.path, Span(line.number, line.column + 1, line.number, line.end + 1))
    text = quoted(source.written(span))
    template = NUMBER_HINT if span == at.span or line.is_apart else COMMENT_HINT
    hint = Text(template, {"text": " ".join(text.split())})
    fix = Fix((Edit(span, text),), is_safe=False)
    return Diagnostic(at, NAME, Severity.ERROR, Text(COMMENT, {"lost": lost}), hint, lost, fix)


def _beginnings(source: Source, head: str) -> Iterator[Diagnostic]:
    for scalar in scalars(source):
        match = ANCHOR.match(scalar.written)
        if match is None or (match["name"] and f"*{match['name']}" in head):
            continue
        lost, span, text = match[0], scalar.span, quoted(scalar.written)
        at = Location(source.path, Span(span.line, span.column, span.line, span.column + len(lost)))
        message = Text(BEGINS, {"lost": lost, "sign": lost[0]})
        hint = Text(BEGINS_HINT, {"text": " ".join(text.split())})
        yield Diagnostic(at, NAME, Severity.ERROR, message, hint, lost, Fix((Edit(span, text),), is_safe=False))


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", entry=find, fix="unsafe")
