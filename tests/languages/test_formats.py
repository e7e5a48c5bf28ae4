"""Names of languages."""

from plugins.languages.formats import own_name


def test_what_is_no_code_of_a_language_is_its_own_name() -> None:
    assert [own_name(code) for code in ("español", "x", "", "es")] == ["Español", "X", "", "Español"]
