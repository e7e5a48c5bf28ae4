"""Dates in words are understood, in three languages, and never guessed."""

import pytest

from plugins.front_matter.worded_dates import without_words
from tests.front_matter.reading import post, read


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
        ("martes 5 de mayo de 2026", "2026-05-05"),
        ("Terça-feira, 5 de maio de 2026", "2026-05-05"),
        ("20/05/2026", "2026-05-20"),
        ("20.5.2026", "2026-05-20"),
        ("05-20-2026", "2026-05-20"),
        ("05/05/2026", "2026-05-05"),
        ("2026-05-02 9:00 pm", "2026-05-02 21:00"),
        ("2026/05/02 9:00 p. m.", "2026-05-02 21:00"),
        ("2026-05-02 12:30 a.m. -0300", "2026-05-02 00:30 -0300"),
        ("2026-05-02 12 PM", "2026-05-02 12:00"),
        ("2026-05-03 a las 19:30", "2026-05-03 19:30"),
        ("3 de mayo de 2026 a las 7 de la tarde", "2026-05-03 19:00"),
        ("3 de maio de 2026, às 19h30", "2026-05-03 19:30"),
        ("2026-05-03 9 hrs", "2026-05-03 09:00"),
    ],
)
def test_a_date_in_words_is_written_with_numbers(text: str, meant: str) -> None:
    assert without_words(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", "marzo", "el 2 de marzo", "12 de foo de 2026", "2 de marzo de 26", "02/03/2026", "2026", "may " * 99),
        *("lunes 5 de mayo de 2026", "2026-05-02 13 am", "2026-05-02 12 de la noche", "2026-05-02 9", "a las 9:00"),
    ],
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31 de abril de 2026", "`2026-04` has 30 days: write one of them."),
        ("2026-02-30 09:00", "`2026-02` has 28 days: write one of them."),
        ("0000-02-30", "There is no such day or hour"),
        ("2026-05-02 9:00 pmm", "“pmm” at the end is too much: write `2026-05-02 9:00`."),
    ],
)
def test_what_cannot_be_offered_is_explained(text: str, said: str) -> None:
    (found,) = post(f"date: {text}\n").diagnostics
    assert found.hint is not None and found.hint.said(str).startswith(said) and found.fix is None


@pytest.mark.parametrize("years", ["2012-2014", "2012 – 2014", "2012 a 2014"])
def test_of_two_years_the_first_is_the_date_of_an_experience(years: str) -> None:
    made = read(f"title: a\nentity: b\ncountry: c\ndate: {years}\n", path="experiences/plaza.md")
    hints = [one.hint.said(str) for one in made.diagnostics if one.rule == "date-malformed" and one.hint]
    assert hints == ["Write the year in which it began, `2012`, and tell the rest in the text."]
