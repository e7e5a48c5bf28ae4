"""Why front matter cannot be read, with the likely cause: the findings of `front-matter-unreadable`."""

import re

from plugins.core.diagnostic import Diagnostic, Fix, Location, Severity, Span, Text, translatable
from plugins.core.source import span_in
from plugins.front_matter.cause import Front
from plugins.front_matter.causes import likely_cause

# What a word processor or a hurried hand makes of three hyphens.
ALMOST = re.compile(r"\n[ \t]{0,8}(?P<end>[-‐‑‒–—−_]{2,6}|—)[ \t]{0,8}(?=\n|\Z)")
RULE = "front-matter-unreadable"


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
        _end_hint(text, start + 3),
    )


def _end_hint(text: str, start: int) -> Text:
    match = ALMOST.search(text, start)
    if match is None:
        return Text(translatable("Put a line `---` after the last field, before the text."))
    line = text.count("\n", 0, match.start("end")) + 1
    return Text(
        translatable("Line {line}, `{text}`, looks like its end: write three hyphens there, `---`."),
        {"line": line, "text": match["end"]},
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


def utf_16(path: str) -> Diagnostic:
    """The mark at the front says that the bytes are UTF-16, which old Windows programs call Unicode."""
    return _finding(
        path,
        Span(),
        Text(translatable("This file is stored as UTF-16, which is not read.")),
        Text(translatable("Open it in your editor and save it with the encoding UTF-8.")),
    )


def not_yaml(path: str, text: str, error: Exception | None, first_line: int) -> Diagnostic:
    """YAML that does not parse; the place is the likely cause where one is found, else where YAML gave up."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(first_line + mark.line, len(lines)) if mark is not None else first_line + (error is None)
    page = Front(lines, first_line)
    cause = likely_cause(page, min(line, page.closing - 1), error, mark.column if mark is not None else 0)
    number = cause.span.line
    offence = lines[number - 1].strip() if number <= len(lines) else ""
    fix = Fix(cause.edits) if cause.edits else None
    return Diagnostic(Location(path, cause.span), RULE, Severity.ERROR, cause.message, cause.hint, offence, fix)
