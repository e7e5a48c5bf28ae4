"""Every sentence a diagnostic or a report can say exists in every language, whole."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

LANGUAGES = ("es", "en", "pt")
KEYWORDS = {"translatable": None, "countable": (1, 2)}
# Words that really are the same, or made only of signs and field names.
SAME_IN = {
    "es": {"error"},
    "pt": set[str](),
}
TYPE = re.compile(r"\b(?:str|int|float|bool|dict|tuple|None)\b")
# Classes are called so; and some people's works.
HUMPS = re.compile(r"\b[A-Z]\w*[a-z]\w*[A-Z]\w*\b")
PROPER_NAMES = {"Sao_Paulo", "YouTube", "LinkedIn", "WhatsApp", "PeerTube", "GitHub"}
Key = str | tuple[str, ...]


def sentences() -> dict[Key, str]:
    """Every template in the code, and where it stands."""
    found: dict[Key, str] = {}
    for path in sorted(Path("plugins").rglob("*.py")):
        with path.open("rb") as file:
            for line, text, _, _ in extract("python", file, KEYWORDS):
                found.setdefault(text, f"{path.as_posix()}:{line}")
    return found


def catalogue(lang: str) -> Catalog:
    path = Path(f"plugins/checks/translations/{lang}/LC_MESSAGES/diagnostics.po")
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def messages(lang: str) -> Iterator[Message]:
    return (message for message in catalogue(lang) if message.id)


def forms(text: Key | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_in_the_catalogue(lang: str) -> None:
    known = {message.id for message in messages(lang)}
    missing = {text: place for text, place in sentences().items() if text not in known}
    assert not missing, f"diagnostics.po of {lang} lacks {len(missing)}: {missing}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_catalogue_holds_a_sentence_that_nothing_says(lang: str) -> None:
    said = sentences()
    assert [message.id for message in messages(lang) if message.id not in said] == []
    assert not catalogue(lang).obsolete


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_translated_with_the_same_places(lang: str) -> None:
    for message in messages(lang):
        translated = forms(message.string)
        assert all(text.strip() for text in translated), message.id
        assert not message.fuzzy, message.id
        for text in translated:
            assert places(text) == places(forms(message.id)[-1]), text


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_a_translation_is_not_the_english_again(lang: str) -> None:
    same = {message.id for message in messages(lang) if forms(message.string) == forms(message.id)}
    assert same == SAME_IN[lang]


def test_the_english_catalogue_says_what_the_code_says() -> None:
    assert [message.id for message in messages("en") if forms(message.string) != forms(message.id)] == []


@pytest.mark.parametrize(("lang", "quotes"), [("es", "“”"), ("pt", "«»")])
def test_each_language_has_its_own_quotes(lang: str, quotes: str) -> None:
    foreign = [text for message in messages(lang) for text in forms(message.string) if set(quotes) & set(text)]
    assert foreign == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_speaks_of_programming(lang: str) -> None:
    words = ("invalid", "inválid", "exception", "null", "nonetype", "traceback", "regex", "boolean")
    for message in messages(lang):
        for text in forms(message.string):
            assert not [word for word in words if word in text.lower()], text
            assert not TYPE.findall(text), text
            assert set(HUMPS.findall(text)) <= PROPER_NAMES, text
