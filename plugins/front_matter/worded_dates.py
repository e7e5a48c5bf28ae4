"""Dates as people write them in Spanish, English and Portuguese: `2 de marzo de 2026`, `May 2026`, `20/05/2026`."""

import re
from datetime import date

from plugins.core.slug import slugify
from plugins.front_matter.worded_hours import split_hour

MONTHS = (
    "enero ene janeiro january jan",
    "febrero feb fevereiro fev february",
    "marzo mar marco march",
    "abril abr april apr",
    "mayo may maio mai",
    "junio jun junho june",
    "julio jul julho july",
    "agosto ago august aug",
    "septiembre setiembre setembro set september sept sep",
    "octubre outubro out october oct",
    "noviembre novembro november nov",
    "diciembre dic dezembro dez december dec",
)
WEEKDAYS = (
    "lunes segunda segunda-feira monday mon",
    "martes terca terca-feira tuesday tue",
    "miercoles quarta quarta-feira wednesday wed",
    "jueves quinta quinta-feira thursday thu",
    "viernes sexta sexta-feira friday fri",
    "sabado saturday sat",
    "domingo sunday sun",
)
NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
DAYS = {name: number for number, names in enumerate(WEEKDAYS) for name in names.split()}
OF = r"(?:\s+(?:de|del|of))?\s+"
DAY = r"(?P<day>\d{1,2})(?:\.?º|st|nd|rd|th)?"
# The month first only as English has it, `March 2, 2026`.
WORDED = re.compile(
    rf"(?:{DAY}{OF})?(?P<month>[^\W\d_]{{3,10}})\.?,?{OF}(?P<year>\d{{4}})"
    rf"|(?P<first>[^\W\d_]{{3,10}})\.?\s+{DAY.replace('day', 'second')},?\s+(?P<last>\d{{4}})",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"(?P<name>[^\W\d_]{3,9}(?:-feira)?)\.?,?\s+(?=\S*\d)(?P<rest>.+)", re.IGNORECASE)
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
MOST_MONTHS = 12
LONGEST = 60


def without_words(text: str) -> str:
    """The date that `text` says, as `2026-03-02`, `2026-03-02 19:30` or `2026-03`; nothing where it says none.

    It may be none of the calendar, such as `2026-04-31`.
    """
    if len(text) > LONGEST:
        return ""
    day, hour = split_hour(text.strip())
    weekday = WEEKDAY.fullmatch(day)
    number = DAYS.get(slugify(weekday["name"])) if weekday else None
    written = _day(weekday["rest"] if weekday and number is not None else day)
    if not written or (number is not None and _weekday(written) != number):
        return ""
    return f"{written} {hour}".rstrip()


def _day(text: str) -> str:
    numbers = _in_numbers(text)
    if numbers:
        year, month, day = numbers
        return f"{year}-{int(month):02}-{int(day):02}"
    match = WORDED.fullmatch(text)
    named = NUMBERS.get(slugify(match["month"] or match["first"])) if match else None
    if match is None or named is None:
        return ""
    second = match["day"] or match["second"]
    return f"{match['year'] or match['last']}-{named:02}" + (f"-{int(second):02}" if second else "")


def _in_numbers(text: str) -> tuple[str, str, str] | None:
    """Year, month and day; where the year is last, only if no more than one of the others can be the month."""
    match = YEAR_FIRST.fullmatch(text)
    if match:
        return match[1], match[2], match[3]
    match = YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    first, second, year = match.groups()
    if int(first) > MOST_MONTHS or int(first) == int(second):
        return year, second, first
    return (year, first, second) if int(second) > MOST_MONTHS else None


def _weekday(written: str) -> int | None:
    try:
        return date.fromisoformat(written).weekday()
    except ValueError:
        return None
