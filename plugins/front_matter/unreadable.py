"""front-matter-unreadable: the file has no front matter that can be read, and the likely cause.

What it finds: no `---` at the top, no closing `---`, text that is not UTF-8, YAML that does not parse.
Why it matters: without front matter there is no title, no date and no address: the post would be lost.
Example: `caption: credits: Ana` (a second colon needs quotes around the text).
What to do: the hint names the likely cause.
"""

import re

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.source import span_in
from plugins.front_matter.tree import TooDeep

RULE = "front-matter-unreadable"
COLON = re.compile(r"^(\s*(?:- )?[\w-]+:\s+)(?![\"'|>\[{&*!])(.*?:(?:\s.*|))$")
CLOSING = {"[": "]", "{": "}"}
KEY_VALUE = re.compile(r"^\s*(?:- )?([\w-]+):\s*(.*)$")


def _finding(path: str, span: Span, message: Text, hint: Text, offence: str = "") -> Diagnostic:
    return Diagnostic(Location(path, span), RULE, Severity.ERROR, message, hint, offence)


def no_front_matter(path: str) -> Diagnostic:
    """The file does not begin with `---`."""
    return _finding(
        path,
        Span(),
        Text(translatable("This file has no front matter: it does not begin with a line `---`.")),
        Text(translatable("Begin the file with `---`, then `title: …` and the other fields, then `---` again.")),
    )


def not_closed(path: str, text: str) -> Diagnostic:
    """The second `---` is missing."""
    start = len(text) - len(text.lstrip("\n \t"))
    return _finding(
        path,
        span_in(text, start, start + 3),
        Text(translatable("The front matter begins here, but no second line `---` ends it.")),
        Text(translatable("Put a line `---` after the last field, before the text.")),
    )


def not_text(path: str, error: UnicodeDecodeError) -> Diagnostic:
    """Bytes that are not UTF-8."""
    # The error counts from behind a mark at the front.
    before = error.object[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
    return _finding(
        path,
        span_in(before + "?", len(before), len(before) + 1),
        Text(translatable("This file is not stored as UTF-8 text; accents and signs are lost from here on.")),
        Text(translatable("Open it in your editor and save it with the encoding UTF-8.")),
        error.object[error.start : error.end].hex(),
    )


def not_yaml(path: str, text: str, error: Exception | None, first_line: int) -> Diagnostic:
    """YAML that does not parse; the place is the likely cause where one is found, else where YAML gave up."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(first_line + mark.line, len(lines)) if mark is not None else first_line + (error is None)
    closing = _closing_line(lines)
    span, message, hint = _cause(lines, min(line, closing), error, mark.column if mark is not None else 0)
    return _finding(path, span, message, hint, lines[span.line - 1].strip() if span.line <= len(lines) else "")


def _closing_line(lines: list[str]) -> int:
    fences = [number for number, line in enumerate(lines, 1) if re.fullmatch(r"(-{3,}|\.{3})[ \t]*", line)]
    return fences[1] - 1 if len(fences) > 1 else len(lines)


def _cause(lines: list[str], line: int, error: Exception | None, column: int) -> tuple[Span, Text, Text]:
    for number in (line, line - 1):
        found = _cause_on(lines, number)
        if found:
            return found
    for number in range(min(line, len(lines)), 0, -1):
        found = _bracket(lines[number - 1], number)
        if found:
            return found
    at = lines[line - 1] if 0 < line <= len(lines) else ""
    span = Span(line, min(column, len(at)) + 1, line, max(len(at), min(column, len(at)) + 1) + 1)
    if error is None:
        return (
            Span(line, 1, line, len(at) + 1),
            Text(
                translatable("The front matter holds no fields: `{text}` has no `name: value`."),
                {"text": at.strip()},
            ),
            Text(translatable("Write each field on a line of its own, for example `title: My title`.")),
        )
    if isinstance(error, TooDeep | RecursionError):
        return (
            span,
            Text(translatable("The front matter is nested far too deep or far too long to be read.")),
            Text(translatable("Keep only the fields that the guide lists.")),
        )
    return (
        span,
        Text(translatable("The front matter cannot be read from here on.")),
        Text(translatable("Look at this line and the one above: quotes, brackets and indentation must match.")),
    )


def _cause_on(lines: list[str], number: int) -> tuple[Span, Text, Text] | None:
    if not 0 < number <= len(lines):
        return None
    text = lines[number - 1]
    whole = Span(number, len(text) - len(text.lstrip()) + 1, number, len(text) + 1)
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return (
            Span(number, 1, number, text.rindex("\t", 0, len(text) - len(text.lstrip())) + 2),
            Text(translatable("This line begins with a tab; front matter takes only spaces.")),
            Text(translatable("Replace the tab with two spaces.")),
        )
    return _colon(text, number) or _quote(text, number, whole) or _special(text, number)


def _colon(text: str, number: int) -> tuple[Span, Text, Text] | None:
    match = COLON.match(text)
    if not match:
        return None
    value = match[2]
    return (
        Span(number, match.start(2) + 1, number, len(text.rstrip()) + 1),
        Text(
            translatable("A colon inside the text `{text}` makes this line unreadable."),
            {"text": value.strip()},
        ),
        Text(
            translatable('Put the whole text between double quotes: "{text}".'),
            {"text": value.strip().replace('"', "'")},
        ),
    )


def _quote(text: str, number: int, whole: Span) -> tuple[Span, Text, Text] | None:
    match = KEY_VALUE.match(text)
    value = match[2].strip() if match else text.strip()
    if not value or value[0] not in "\"'":
        return None
    return (
        Span(number, text.index(value) + 1, number, whole.end_column),
        Text(translatable("The quotes of `{text}` do not match."), {"text": value}),
        Text(
            translatable(
                "Begin and end the text with the same quote; inside it, use the other kind, "
                "or write '' for ' between single quotes."
            )
        ),
    )


def _bracket(text: str, number: int) -> tuple[Span, Text, Text] | None:
    match = KEY_VALUE.match(text)
    if not match or match[2][:1] not in CLOSING or match[2].count(match[2][0]) <= match[2].count(CLOSING[match[2][0]]):
        return None
    sign = match[2][0]
    return (
        Span(number, match.start(2) + 1, number, len(text.rstrip()) + 1),
        Text(translatable("The bracket `{sign}` is opened here and never closed."), {"sign": sign}),
        Text(translatable("Write `{closing}` at the end, or put the text between quotes."), {"closing": CLOSING[sign]}),
    )


def _special(text: str, number: int) -> tuple[Span, Text, Text] | None:
    match = KEY_VALUE.match(text)
    if not match or not match[2] or match[2][0] not in "@`%&*!|>,?":
        return None
    return (
        Span(number, match.start(2) + 1, number, len(text.rstrip()) + 1),
        Text(translatable("A text that begins with `{sign}` must stand between quotes."), {"sign": match[2][0]}),
        Text(
            translatable('Put the whole text between double quotes: "{text}".'),
            {"text": match[2].strip().replace('"', "'")},
        ),
    )
