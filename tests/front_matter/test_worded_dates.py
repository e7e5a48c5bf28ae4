"""Dates in words are understood, in three languages, and never guessed."""

import pytest

from plugins.front_matter.worded_dates import without_words
from tests.front_matter.reading import post


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 de marzo de 2026", "2026-03-02"),
        ("2 de MARZO del 2026", "2026-03-02"),
        ("12 de setiembre 2026", "2026-09-12"),
        ("1º de março de 2026", "2026-03-01"),
        ("March 2, 2026", "2026-03-02"),
        ("3rd of June 2026", "2026-06-03"),
        ("2 Mar. 2026", "2026-03-02"),
        ("mayo 2026", "2026-05"),
        ("maio de 2026", "2026-05"),
        ("Sept. 2026", "2026-09"),
    ],
)
def test_a_date_in_words_is_written_with_numbers(text: str, meant: str) -> None:
    assert without_words(text) == meant


@pytest.mark.parametrize(
    "text", ["", "marzo", "el 2 de marzo", "12 de foo de 2026", "2 de marzo de 26", "02/03/2026", "2026", "may " * 99]
)
def test_what_is_no_whole_date_is_not_guessed(text: str) -> None:
    assert without_words(text) == ""


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2 de marzo de 2026", "2026-03-02"),
        ("mayo 2026", None),  # a post has a day
        ("31 de febrero de 2026", None),
    ],
)
def test_the_hint_and_the_fix_write_it_out(text: str, hint: str | None) -> None:
    (found,) = post(f"date: {text}\n").diagnostics
    assert found.rule == "date-malformed" and found.hint is not None
    assert found.hint.values.get("value") == hint
    assert (found.fix is not None and found.fix.is_safe) == bool(hint)
