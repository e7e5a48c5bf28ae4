"""The sentences of tasks.py in three languages."""

from string import Formatter

import pytest

from tools.messages import LANGUAGES, catalogue, language, too_old


def fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_every_sentence_with_the_same_blanks(lang: str) -> None:
    ours, spanish = catalogue(lang), catalogue("es")
    assert {name: fields(text) for name, text in ours.items()} == {name: fields(text) for name, text in spanish.items()}
    assert all(text.strip() == text and text for text in ours.values())


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "es"),
        ({"LANG": "pt_BR.UTF-8"}, "pt"),
        ({"LANG": "pt_BR.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "es_CL", "LC_ALL": ""}, "es"),
        ({"LANG": "C.UTF-8"}, "es"),
        ({"LANG": "de_DE.UTF-8"}, "es"),
    ],
)
def test_the_language_is_that_of_the_locale_else_spanish(environ: dict[str, str], lang: str) -> None:
    assert language(environ) == lang


def test_a_new_python_is_fine() -> None:
    assert not too_old((3, 11, 0)) and not too_old((3, 14, 1)) and not too_old((4, 0, 0))
