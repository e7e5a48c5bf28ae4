"""The reference of the fields exists in every language, whole, and is what the models say."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po
from jsonschema import Draft7Validator

from plugins.core.norms import Limits
from plugins.front_matter.parts import Picture
from plugins.front_matter.schema import SCHEMA, Common
from tools.reference.fields import PAGES, field_page, models, sayings
from tools.reference.schemas import schema

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?:\*\*)?`(\w+)`(?:\*\*)? \|.*\| ([^|]*) \|$", re.MULTILINE)
VALUES = re.compile(r"\{\w+\}|`[^`]+`")


def translated(lang: str) -> dict[str, str]:
    path = ROOT / "plugins" / "checks" / "translations" / lang / "LC_MESSAGES" / "fields.po"
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, abort_invalid=True) if one.id}


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_every_text_of_the_page_is_translated_and_nothing_else_is(lang: str) -> None:
    found = translated(lang)
    assert {text for text in sayings() if not found.get(text)} == set()
    assert found.keys() - sayings() == set()


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_every_sentence_is_in_the_language_of_its_page(lang: str) -> None:
    same = {text for text, said in translated(lang).items() if text == said and text.endswith(".")}
    assert same <= {"E-mail."}


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_a_translation_fills_in_the_same_values(lang: str) -> None:
    for text, said in translated(lang).items():
        assert VALUES.findall(text) == VALUES.findall(said)


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_is_the_one_that_the_code_makes(lang: str) -> None:
    path = ROOT / "docs" / "editors" / lang / PAGES[lang]
    assert path.is_file() and path.read_text("utf-8") == field_page(lang), "python3 tasks.py docs"


@pytest.mark.parametrize("lang", PAGES)
def test_every_field_of_every_type_and_group_has_its_row(lang: str) -> None:
    own = [name for model in SCHEMA.values() for name in model.model_fields if name not in Common.model_fields]
    parts = [name for part in models().values() for name in part.model_fields]
    assert [name for name, _ in ROW.findall(field_page(lang))] == [*Common.model_fields, *own, *parts]


@pytest.mark.parametrize("lang", PAGES)
def test_every_example_can_be_copied(lang: str) -> None:
    whole = {kind: schema(kind) for kind in SCHEMA}
    places: list[dict[str, Any]] = list(whole.values())
    for made in whole.values():
        places += [{**one, "definitions": made["definitions"]} for one in made["definitions"].values()]
    for name, cell in ROW.findall(field_page(lang)):
        example = yaml.safe_load("\n".join(re.findall(r"`([^`]*)`", cell)))
        value = str(example[name]) if name in ("date", "updated", "start", "end") else example[name]
        holders = [place for place in places if name in place["properties"]]
        validators = [
            Draft7Validator({**place["properties"][name], "definitions": place.get("definitions")}) for place in holders
        ]
        assert any(not list(validator.iter_errors(value)) for validator in validators), (name, cell)


def test_the_limits_that_the_page_names_are_those_of_the_rules() -> None:
    limits = Limits()
    for model, name in ((Common, "title"), (Common, "intro"), (Picture, "alt")):
        about = model.model_fields[name].json_schema_extra
        assert isinstance(about, dict) and about["limit"] == f"{getattr(limits, name)} characters"
