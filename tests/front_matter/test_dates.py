"""Dates as people write them, at the precision they mean."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.document import Precision
from plugins.front_matter.dates import NotADate, parse_moment

SANTIAGO = ZoneInfo("America/Santiago")


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("2018-12-14", "2018-12-14T00:00:00-03:00", "day"),
        ("2018-7-4", "2018-07-04T00:00:00-04:00", "day"),
        ("2018-12-14 14:30", "2018-12-14T14:30:00-03:00", "minute"),
        ("2018-12-14 14:30:00", "2018-12-14T14:30:00-03:00", "minute"),
        ("2018-12-14 14:30:00 -0300", "2018-12-14T14:30:00-03:00", "minute"),
        ("2018-07-17 12:00:00-0300", "2018-07-17T12:00:00-03:00", "minute"),
        ("2018-12-14 14:30:00 -03:00", "2018-12-14T14:30:00-03:00", "minute"),
        ("2018-12-14 14:30:00 -3", "2018-12-14T14:30:00-03:00", "minute"),
        ("2018-12-14 14:30:00 +0530", "2018-12-14T14:30:00+05:30", "minute"),
        ("2001-12-14t21:59:43.10-05:00", "2001-12-14T21:59:43-05:00", "minute"),
        ("2001-12-14T21:59:43Z", "2001-12-14T21:59:43+00:00", "minute"),
        ("2018-12-14 14:30:00 UTC", "2018-12-14T14:30:00+00:00", "minute"),
        ("2018-12-14 14:30:00 GMT", "2018-12-14T14:30:00+00:00", "minute"),
    ],
)
def test_every_form_of_yaml_and_jekyll_is_read(text: str, iso: str, precision: str) -> None:
    moment = parse_moment(text, SANTIAGO)
    assert (moment.iso, moment.precision) == (iso, precision)


@pytest.mark.parametrize(("text", "precision"), [("2012", "year"), ("2012-01", "month"), ("2012-01-31", "day")])
def test_a_coarse_date_is_read_where_it_may_be_coarse(text: str, precision: str) -> None:
    moment = parse_moment(text, SANTIAGO, "year")
    assert (moment.iso[:4], moment.precision) == ("2012", precision)


@pytest.mark.parametrize("text", ["2012", "2012-01"])
def test_a_coarse_date_is_refused_where_a_day_is_needed(text: str) -> None:
    with pytest.raises(NotADate) as caught:
        parse_moment(text, SANTIAGO)
    assert (caught.value.parsed, caught.value.rest) == ("", "")


def test_a_stray_sign_is_told_from_the_date_before_it() -> None:
    with pytest.raises(NotADate) as caught:
        parse_moment("2019-03-29 12:00:00 -0300)", SANTIAGO)
    assert (caught.value.parsed, caught.value.rest) == ("2019-03-29 12:00:00 -0300", ")")


@pytest.mark.parametrize(
    "text",
    [
        *("", "mañana", "2019-25-03", "2019-02-30", "2019-03-29 25:00", "2019-03-29 12:00 +1500", "0000-01-01"),
        *("0001-01-01 00:00 +1400", "9999-12-31 23:59 -1200", "29/03/2019", "٢٠١٩-٠٣-٢٩", "2019-03-29 12:00 -0375"),
    ],
)
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        parse_moment(text, UTC)


offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=offsets).map(
    lambda when: when.replace(microsecond=0)
)


@settings(deadline=None, database=None)
@given(moments, st.sampled_from("T t "), st.sampled_from(["", " "]), st.booleans())
def test_a_moment_that_is_written_is_read_again(when: datetime, between: str, blank: str, colon: bool) -> None:
    day, _, rest = when.isoformat().partition("T")
    zone = rest[8:] if colon else rest[8:].replace(":", "")
    read = parse_moment(f"{day}{between}{rest[:8]}{blank}{zone}", SANTIAGO)
    assert read.when == when
    assert read.when.utcoffset() == when.utcoffset()
    assert read.order == when.astimezone(UTC)


@settings(deadline=None, database=None)
@given(moments, st.sampled_from(["year", "month", "day", "minute"]))
def test_what_it_says_in_iso_is_the_same_moment(when: datetime, precision: Precision) -> None:
    lengths = {"year": 4, "month": 7, "day": 10, "minute": None}
    read = parse_moment(when.isoformat()[: lengths[precision]], when.tzinfo or UTC, "year")
    assert read.precision == precision
    assert parse_moment(read.iso, SANTIAGO, "year").iso == read.iso
