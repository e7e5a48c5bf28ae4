import pytest

from plugins.core.alike import alike, grapheme_length


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Agua limpia", "agua LIMPIA."),
        ("¿Quién paga?", "Quien paga"),
        ("Educación", "Educacio\u0301n…"),
        ("«Agua»", "Agua"),
        ("Agua  limpia", "Agua limpia"),
    ],
)
def test_capitals_accents_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Agua limpia", "Agua limpia ya"), ("", ""), ("?", "!"), ("Agua", "Agua 💧"), ("Sí", "Si no"), ("水", "火")],
)
def test_another_word_makes_another_text(one: str, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("agua", 4), ("a\r\nb", 3), ("e\u0301", 1), ("👨‍👩‍👧‍👦🇨🇱", 2), ("agua\n", 5)]
)
def test_a_text_is_as_long_as_it_looks(text: str, length: int) -> None:
    assert grapheme_length(text) == length
