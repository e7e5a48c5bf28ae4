"""The pages of the rules exist in every language, whole, and are what the code says."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from plugins.checks.about import about
from tests.checks.stages import every_rule
from tools.reference.rules import WORDS, rule_pages

ROOT = Path(__file__).parents[2]
RULES = every_rule()
LANGUAGES = ("es", "en", "pt")


def sayings() -> set[str]:
    """Every text of the pages."""
    own = {text for rule in RULES for text in vars_of(about(rule))}
    return own | set(WORDS)


def vars_of(said: object) -> list[str]:
    return [getattr(said, name) for name in ("clause", "finds", "matters", "remedy")]


def translated(lang: str) -> dict[str, str]:
    path = ROOT / "plugins" / "checks" / "translations" / lang / "LC_MESSAGES" / "rules.po"
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, abort_invalid=True) if one.id}


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_every_text_of_a_page_is_translated_and_nothing_else_is(lang: str) -> None:
    found = translated(lang)
    assert {text for text in sayings() if not found.get(text)} == set()
    assert found.keys() - sayings() == set()


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_no_page_is_the_english_again(lang: str) -> None:
    assert {text for text, said in translated(lang).items() if text == said} <= {"error"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_speaks_of_programming(lang: str) -> None:
    for text in rule_pages(RULES, lang).values():
        assert not [word for word in ("invalid", "inválid", "exception", "NoneType") if word in text.lower()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_are_those_that_the_code_makes(lang: str) -> None:
    pages = rule_pages(RULES, lang)
    folder = ROOT / "docs" / "editors"
    for name, text in pages.items():
        assert (folder / name).is_file() and (folder / name).read_text("utf-8") == text, (
            f"{name}: python3 tasks.py docs"
        )
    there = {path.relative_to(folder).as_posix() for path in (folder / lang).glob("*/*.md")}
    assert there <= pages.keys()
