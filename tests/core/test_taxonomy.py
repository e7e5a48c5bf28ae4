"""A category is found by what people write."""

import pytest

from plugins.core.taxonomy import Category, Taxonomy, Term

TAXONOMY = Taxonomy(
    (
        Category("1", {"es": Term("Proyectos", "proyectos"), "en": Term("Projects", "projects")}),
        Category("2", {"es": Term("Salud pública", "salud")}),
    )
)


@pytest.mark.parametrize("written", ["Proyectos", "proyectos", "PROYECTOS", "Projects", " proyectos "])
def test_case_and_language_do_not_matter(written: str) -> None:
    found = TAXONOMY.find(written)
    assert found and found.key == "1"


@pytest.mark.parametrize("written", ["Salud publica", "salud", "SALUD PÚBLICA"])
def test_accents_do_not_matter_and_the_slug_is_a_name(written: str) -> None:
    found = TAXONOMY.find(written)
    assert found and found.key == "2"


@pytest.mark.parametrize("written", ["Proyecto", "", "Otra"])
def test_another_word_is_no_category(written: str) -> None:
    assert TAXONOMY.find(written) is None


def test_only_names_of_the_language_are_offered() -> None:
    assert TAXONOMY.names("es") == ["Proyectos", "Salud pública"]
    assert TAXONOMY.names("en") == ["Projects"]
