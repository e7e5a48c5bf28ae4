"""Dates, numbers and sizes as a language writes them (Babel's CLDR data)."""

from functools import lru_cache
from typing import Any

from plugins.core.document import Moment

UNITS = ("kB", "MB", "GB")


@lru_cache(maxsize=20_000)
def day(moment: Moment, locale: str) -> str:
    """`moment` at its precision: «2 de marzo de 2026», «enero de 2012», «2012»."""
    # Babel is slow to import, and many builds format nothing.
    from babel.dates import format_date, format_skeleton

    when = moment.when
    if moment.precision == "year":
        return f"{when.year:04}"
    if moment.precision == "month":
        return str(format_skeleton("yMMMM", when, locale=_parsed(locale)))
    return str(format_date(when, "long", locale=_parsed(locale)))


@lru_cache(maxsize=8)
def _parsed(locale: str) -> Any:
    # Babel takes the name apart anew for each part of a date.
    from babel import Locale

    return Locale.parse(locale)


@lru_cache(maxsize=20_000)
def daytime(moment: Moment, locale: str) -> str:
    """`moment` with its time of day, where it has one."""
    if moment.precision != "minute":
        return day(moment, locale)
    from babel.dates import format_time

    return f"{day(moment, locale)}, {format_time(moment.when, 'short', locale=locale)}"


def machine(moment: Moment) -> str:
    """`moment` for `<time datetime>`, at its precision."""
    length = {"year": 4, "month": 7, "day": 10}.get(moment.precision)
    return moment.iso[:length]


@lru_cache(maxsize=20_000, typed=True)
def number(value: float, locale: str) -> str:
    """`value` with the language's separators."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale))


def filesize(size: int, locale: str) -> str:
    """`size` bytes in units of 1000, with at most one decimal."""
    amount, unit = size / 1000, UNITS[0]
    for unit in UNITS:
        if amount < 1000 or unit == UNITS[-1]:
            break
        amount /= 1000
    amount = max(amount, 0.1)
    return f"{number(round(amount, 1 if amount < 10 else 0), locale)} {unit}"


def own_name(code: str) -> str:
    """What a language calls itself: Español, English, Português; what is no code of one is its own name."""
    from babel import Locale, UnknownLocaleError

    try:
        name = str(Locale.parse(code).get_display_name(code) or code)
    except (UnknownLocaleError, ValueError):
        name = code
    return name[:1].upper() + name[1:]
