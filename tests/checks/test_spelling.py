"""Two spellings of one name are found among thousands, and other names are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.checks.spelling import PLURALS, Spellings, is_same, is_slip, trunk

WORDS = st.text("abceilmnosyz", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("país", "Países"),
        ("voz", "voces"),
        ("educação", "Educações"),
        ("capital", "capitais"),
        ("jovem", "jovens"),
        ("city", "cities"),
        ("derecho humano", "Derechos Humanos"),
        ("¡agua!", "agua"),
    ],
)
def test_capitals_accents_signs_and_plural_make_no_other_name(one: str, other: str) -> None:
    assert is_same(one, other) and is_same(other, one)
    assert Spellings([other, "otra"]).near(one) == [other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trasparencia", "transparencia"),
        ("trasnparencia", "transparencia"),
        ("presupuesto partcipativo", "presupuesto participativo"),
        ("gobiermo", "gobierno"),
        ("communidades", "comunidades"),
    ],
)
def test_one_letter_of_a_long_word_is_a_slip(one: str, other: str) -> None:
    assert is_slip(one, other) and is_slip(other, one)
    assert Spellings(["otra", other]).near(one) == [other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ministra", "ministro"),
        ("ministras", "ministros"),
        ("policy", "police"),
        ("votación", "dotación"),
        ("elecciones 2024", "elecciones 2025"),
        ("voto", "veto"),
        ("transparencia pública", "transparencia"),
        ("trasparecia", "transparencia"),
    ],
)
def test_other_words_are_other_names(one: str, other: str) -> None:
    assert not is_same(one, other) and not is_slip(one, other)
    assert Spellings([other]).near(one) == []


def test_the_most_alike_comes_first() -> None:
    assert Spellings(["participasión", "participaciones", "Participación"]).near("participacion") == [
        "Participación",
        "participaciones",
        "participasión",
    ]


@given(WORDS, st.sampled_from(PLURALS))
def test_a_word_and_its_plural_have_one_trunk(stem: str, forms: tuple[str, str]) -> None:
    assert trunk(stem + forms[0]) == trunk(stem + forms[1])


@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_near_is_found_without_comparing_with_all(one: str, other: str) -> None:
    alike = one != other and (is_same(one, other) or is_slip(one, other))
    assert (Spellings([other]).near(one) == [other]) is alike


@given(st.text("abd n", min_size=8, max_size=12), st.integers(1, 6), st.sampled_from("abd"))
def test_slips_are_found_from_both_sides(name: str, at: int, letter: str) -> None:
    other = name[:at] + letter + name[at + 1 :]
    assert (
        is_slip(name, other)
        == is_slip(other, name)
        == (Spellings([name]).near(other) == [name] and not is_same(name, other))
    )
