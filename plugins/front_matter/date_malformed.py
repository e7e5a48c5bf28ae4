"""Says what is wrong with a date: the findings of `date-malformed`."""

import re
from calendar import monthrange
from datetime import UTC

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.source import Source
from plugins.front_matter.dates import NotADate, parse_moment
from plugins.front_matter.worded_dates import without_words

RULE = "date-malformed"
OTHER_SIGNS = re.compile(r"(\d{4})[/.‐‑‒–—−](\d{1,2})[/.‐‑‒–—−](\d{1,2})(?!\d)", re.ASCII)
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)
YEARS = re.compile(r"(\d{4})\s*(?:[-/‐‑‒–—−]|a|to|hasta|até)\s*\d{4}", re.ASCII)
STRAY = re.compile(r"[\s()\[\]{}.,;:!'\"«»“”‘’´`]+")


def date_fault(
    source: Source, field: str, text: str, error: NotADate, *, month: bool = False, in_name: bool = False
) -> Diagnostic:
    """The finding for the value `text` of `field`, or for the date in the file's name."""
    at = Location(source.path) if in_name else source.at(field)
    if in_name:
        message = Text(
            translatable("The file name begins with “{value}”, which is no day of the calendar."),
            {"value": text},
        )
    else:
        message = Text(translatable("“{value}” is not a date."), {"value": text})
    meant = _with_hyphens(text) or _without_words(text, month)
    hint = Text(translatable("Write `{value}`."), {"value": meant}) if meant else _hint(field, text, error, month)
    fix = None
    if not in_name:
        fix = Fix((source.rewritten(at.span, meant),)) if meant else _without_stray(source, at.span, error)
    return Diagnostic(at, RULE, Severity.ERROR, message, hint, text, fix)


def _with_hyphens(text: str) -> str:
    """A date that begins with its year and has other signs than hyphens, written with them; else nothing."""
    match = OTHER_SIGNS.match(text)
    if match is None:
        return ""
    written = f"{match[1]}-{match[2]}-{match[3]}{text[match.end() :]}"
    try:
        parse_moment(written, UTC)
    except NotADate:
        return ""
    return written


def _days_of(text: str) -> Text | None:
    """How many days a month has of which another day was written."""
    match = DAY.match(text)
    if match is None or not (1 <= int(match[2]) <= 12 and int(match[1])):
        return None
    days = monthrange(int(match[1]), int(match[2]))[1]
    if 1 <= int(match[3]) <= days:
        return None
    return Text(
        translatable("`{month}` has {days} days: write one of them."),
        {"month": f"{match[1]}-{int(match[2]):02}", "days": days},
    )


def _without_words(text: str, month: bool) -> str:
    """A date in words as it is to be written, if it is one, and precise enough; else nothing."""
    meant = without_words(text)
    try:
        parse_moment(meant, UTC, "year" if month else "day")
    except NotADate:
        return ""
    return meant


def _without_stray(source: Source, span: Span, error: NotADate) -> Fix | None:
    """A date behind which stand only signs that say nothing loses them."""
    if not error.parsed or not STRAY.fullmatch(error.rest) or span.line != span.end_line:
        return None
    start = source.written(span).find(error.parsed + error.rest)
    if start < 0:
        return None
    start += span.column + len(error.parsed)
    return Fix((Edit(Span(span.line, start, span.line, start + len(error.rest)), ""),))


def _hint(field: str, text: str, error: NotADate, month: bool) -> Text:
    years = YEARS.fullmatch(text) if month and field != "end" else None
    if years:
        began = translatable("Write the year in which it began, `{year}`, and tell the rest in the text.")
        return Text(began, {"year": years[1]})
    days = _days_of(without_words(text) or text)
    if days:
        return days
    if error.parsed and error.rest.strip():
        return Text(
            translatable("“{rest}” at the end is too much: write `{date}`."),
            {"rest": error.rest.strip(), "date": error.parsed},
        )
    if not error.parsed and not error.rest:
        return Text(translatable("The day is missing: write it whole, for example `2026-03-02`."))
    if text[:4].isdigit() and len(text) >= 8:
        return Text(
            translatable(
                "There is no such day or hour: write year, month, day, for example `2026-03-02 09:00:00 -0300`."
            )
        )
    if month:
        return Text(translatable("Write a year, a month or a day: `2012`, `2012-01` or `2012-01-31`."))
    return Text(translatable("Write year, month and day with hyphens, for example `2026-03-02 09:00:00 -0300`."))
