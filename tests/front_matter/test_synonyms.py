import pytest

from plugins.core.diagnostic import Diagnostic
from plugins.front_matter.parts import Picture
from plugins.front_matter.schema import SCHEMA
from plugins.front_matter.synonyms import CALLED, meant
from tests.front_matter.reading import findings, post, read

POST = list(SCHEMA["post"].model_fields)
MEANT = {
    "fecha": "date",
    "data": "date",
    "resumen": "intro",
    "resumo": "intro",
    "Descripción": "intro",
    "etiquetas": "tags",
    "imagen": "single_image",
    "image": "single_image",
    "foto": "single_image",
    "mensaje": "share_message",
    "mensagem": "share_message",
    "categoria": "categories",
    "Categorías": "categories",
    "autores": "authors",
    "idioma": "lang",
    "subtítulo": "intro",
    "enlace permanente": "permalink",
    "enlace_permanente": "permalink",
    "Title": "title",
    "titel": "title",
}


@pytest.mark.parametrize("written", MEANT)
def test_fields_are_known_by_what_people_call_them(written: str) -> None:
    assert meant(written, POST) == MEANT[written]


def test_what_nobody_calls_a_field_is_no_field() -> None:
    assert meant("clima", POST) == ""


def test_a_name_means_what_its_group_has() -> None:
    assert meant("imagen", list(Picture.model_fields)) == "img"


def test_no_name_is_called_like_two_fields_of_one_group_and_none_is_a_field_there() -> None:
    for model in SCHEMA.values():
        words = [word for name in model.model_fields for word in CALLED.get(name, "").split()]
        assert len(words) == len(set(words))
        assert not set(words) & set(model.model_fields)


def renamings(found: tuple[Diagnostic, ...]) -> list[str]:
    named = ("field-unknown", "field-missing")
    return [edit.text for one in found if one.rule in named and one.fix for edit in one.fix.edits]


def test_of_two_names_for_one_field_one_is_renamed() -> None:
    found = read("Title: Agua\ntitulo: Agua\nintro: Lo esencial\ncategories: Agua\n").diagnostics
    assert renamings(found) == ["title"]


def test_a_field_that_is_there_is_not_written_twice() -> None:
    assert renamings(post("titulo: Otra vez\n").diagnostics) == []
    assert renamings(post("single_image:\n  img: /a.jpg\n  imagen: /b.jpg\n").diagnostics) == []


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        ("resumen: Otra vez\n", "Delete it: `intro` stands in line 3 already."),
        ("Tags: agua\n", "Write it in small letters: `tags`."),
        ("single_image:\n  img: /a.jpg\n  imagen: /b.jpg\n", "Delete it: `img` stands in line 6 already."),
        ("tags:\netiquetas: agua\n", "Write its value behind `tags:` in line 5, and delete this line."),
    ],
)
def test_the_hint_for_a_name_is_true_where_the_field_is_there(front: str, hint: str) -> None:
    (found,) = [one for one in post(front).diagnostics if one.rule == "field-unknown"]
    assert found.hint is not None and found.hint.said(str) == hint


def test_a_needed_field_with_capitals_is_one_finding() -> None:
    made = read("Title: Agua\nIntro: Lo esencial\ncategories: Agua\nTITLE: Luz\nAutores: Ana\n")
    assert sorted(findings(made)) == [
        "2:1-6 field-missing title",
        "3:1-6 field-missing intro",
        "5:1-6 field-unknown TITLE",
        "6:1-8 field-unknown Autores",
    ]
