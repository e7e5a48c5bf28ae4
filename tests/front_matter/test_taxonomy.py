"""`data/taxonomy.yaml`: what is read, and what is said where it cannot be."""

import pytest

from plugins.core.diagnostic import Span
from plugins.core.taxonomy import Category, Term
from plugins.front_matter.taxonomy import read_taxonomy

LANGUAGES = ("es", "en")
GOOD = """
categories:
  - es: {name: Proyectos, slug: proyectos, description: Lo que hacemos}
    en: {name: Projects}
  - es:
      name: Salud pública
"""


def test_names_slugs_and_descriptions_are_read_per_language() -> None:
    taxonomy, found = read_taxonomy(GOOD.encode(), LANGUAGES)
    assert found == ()
    assert taxonomy.categories == (
        Category(
            "category-0",
            {"es": Term("Proyectos", "proyectos", "Lo que hacemos"), "en": Term("Projects", "projects")},
            {"es": Span(3, 16, 3, 25), "en": Span(4, 16, 4, 24)},
        ),
        Category("category-1", {"es": Term("Salud pública", "salud-publica")}, {"es": Span(6, 13, 6, 26)}),
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "no list called `categories`"),
        ("categories: []\n", 1, "no list called `categories`"),
        ("- a\n", 1, "no list called `categories`"),
        ("categories:\n  - es: Agua\n", 2, "a language of the site with a `name`"),
        ("categories:\n  - fr: {name: Eau}\n    es: {name: Agua}\n", 2, "a language of the site with a `name`"),
        ("categories:\n  - es: {name: Agua, slug: a/b}\n", 2, "A slug takes small letters"),
        ("categories:\n  - es: {name: Agua}\n  - es: {name: agua}\n", 3, "“Agua” and “agua” have the same slug"),
        ("categories:\n  - es: {name: Agua}\n  - Luz\n", 3, "has no name in any language"),
        ("categories:\n  - es: {name: Agua\n", 3, "cannot be read from here on"),
        ("categories:\n\t- es\n", 2, "cannot be read from here on"),
    ],
)
def test_a_fault_is_named_at_its_line(text: str, line: int, words: str) -> None:
    _, found = read_taxonomy(text.encode(), LANGUAGES)
    assert (line, True) in [(one.location.span.line, words in one.message.said(str)) for one in found]
    assert {one.rule for one in found} == {"taxonomy-unreadable"}


def test_what_is_sound_is_read_beside_what_is_not() -> None:
    taxonomy, found = read_taxonomy(b"categories:\n  - Luz\n  - es: {name: Agua}\n", LANGUAGES)
    assert [category.terms["es"].name for category in taxonomy.categories] == ["Agua"] and found


def test_bytes_that_are_no_text_are_named() -> None:
    _, found = read_taxonomy("categories: año".encode("latin-1"), LANGUAGES)
    assert "UTF-8" in found[0].message.said(str)
