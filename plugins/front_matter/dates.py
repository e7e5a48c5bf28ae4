"""Dates as YAML and Jekyll writers write them, at the precision they are meant.

`2018-12-14`, `2018-12-14 14:30`, `2018-12-14 14:30:00 -0300`, `2018-07-17 12:00:00-0300`,
`2001-12-14T21:59:43.10-05:00`, `2018-12-14 14:30:00 UTC`; where allowed also `2012-01` and `2012`.
"""

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from plugins.core.document import Moment, Precision

FINER: tuple[Precision, ...] = ("year", "month", "day", "minute")
DATE = re.compile(
    r"""(?P<year>\d{4})
    (?:-(?P<month>\d{1,2})
      (?:-(?P<day>\d{1,2})
        (?:(?:[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d*)?)?
          (?:[ \t]*(?P<zone>Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?))?
        )?
      )?
    )?""",
    re.VERBOSE | re.ASCII,
)


class NotADate(ValueError):
    """`parsed` is the leading part that is a date, `rest` what follows it; both may be empty."""

    def __init__(self, parsed: str, rest: str) -> None:
        super().__init__(rest)
        self.parsed, self.rest = parsed, rest


def parse_moment(text: str, zone: tzinfo, coarsest: Precision = "day") -> Moment:
    """The moment that `text` says; without an offset it is in `zone`, the site's.

    Raises:
        NotADate: it is no date, an impossible one, or less precise than `coarsest` (year, month, day).
    """
    match = DATE.match(text)
    if match is None:
        raise NotADate("", text)
    if match.end() != len(text):
        parse_moment(match[0], zone, coarsest)
        raise NotADate(match[0], text[match.end() :])
    precision: Precision = (
        "minute" if match["hour"] else "day" if match["day"] else "month" if match["month"] else "year"
    )
    if FINER.index(precision) < FINER.index(coarsest):
        raise NotADate("", "")
    year, month, day, hour, minute, second, _ = match.groups(0)
    try:
        offset = _offset(match["zone"]) if match["zone"] else zone
        when = datetime(int(year), int(month or 1), int(day or 1), int(hour), int(minute), int(second), tzinfo=offset)
        if when.year in (MINYEAR, MAXYEAR):
            # Sorting needs the instant in UTC; the first and the last day of all have none.
            when.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NotADate("", text) from None
    return Moment(iso=when.isoformat(), precision=precision)


@lru_cache(maxsize=100)
def _offset(text: str) -> timezone:
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        raise ValueError(text)
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(span if text[0] == "+" else -span)
