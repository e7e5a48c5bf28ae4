"""A slug is plain ASCII, stays what it is, and is never empty."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unidecode import unidecode

from plugins.core.slug import PLAIN, slugify

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@settings(deadline=None, database=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_slug_is_ascii_words_joined_by_hyphens_and_its_own_slug(text: str) -> None:
    slug = slugify(text)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= 120
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("¡El Ñandú, la cigüeña y el corazón!", "el-nandu-la-ciguena-y-el-corazon"),
        ("Água & Saúde — já", "agua-saude-ja"),
        ("  --a__b--  ", "a-b"),
        ("2026-03-02-agua", "2026-03-02-agua"),
        ("水", "shui"),
    ],
)
def test_accents_signs_and_other_scripts_become_plain_words(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_two_texts_without_a_word_get_names_of_their_own() -> None:
    assert slugify("¿?") != slugify("…!") != ""


def test_a_cut_slug_does_not_end_in_a_hyphen() -> None:
    assert slugify("a" * 119 + " b") == "a" * 119


@settings(deadline=None, database=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_each_character_is_made_plain_by_itself(text: str) -> None:
    assert text.translate(PLAIN) == unidecode(text)
