"""The JSON Schemas are what the code says, accept what `check` accepts, and refuse what it refuses."""

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from plugins.front_matter.faults import inner_model
from plugins.front_matter.fields import takes
from plugins.front_matter.naming import KINDS, kind_of, parse_name
from plugins.front_matter.schema import NETWORKS, SCHEMA
from tests.front_matter.reading import LANGUAGES, read
from tools.reference.schemas import schema, schema_files

ROOT = Path(__file__).parents[2]
FOLDERS = {kind: folder for folder, kind in KINDS.items()}
VALIDATORS = {kind: Draft7Validator(schema(kind)) for kind in SCHEMA}
SITES = (
    "content",
    *(f"tests/fixtures/{one}" for one in ("plaza/content", "gobierno-abierto/content", "jekyll/repaired")),
)
# What a schema can know: how a value looks, not whether there is such a day, such a picture or such a category.
RULES = {"field-missing", "field-type", "field-unknown", "date-malformed", "permalink-malformed"}


class Yaml12(yaml.SafeLoader):
    """What a YAML 1.2 parser makes of plain texts, as the server of an editor does."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), list(first))


def front_matter(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8").split("---\n")[1], Yaml12)
    return loaded


def faults(kind: str, front: dict[str, Any]) -> list[str]:
    return [f"{'.'.join(map(str, one.absolute_path))}: {one.message}" for one in VALIDATORS[kind].iter_errors(front)]


def documents(*folders: str) -> list[str]:
    every = [path for folder in folders for path in sorted((ROOT / folder).rglob("*"))]
    found = [path for path in every if path.suffix in (".md", ".markdown")]
    return [path.relative_to(ROOT).as_posix() for path in found]


@pytest.mark.parametrize("kind", SCHEMA)
def test_a_schema_is_a_schema_of_draft_7(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize("name", schema_files())
def test_the_schema_in_the_repository_is_the_one_that_the_code_makes(name: str) -> None:
    assert (ROOT / name).is_file() and (ROOT / name).read_text("utf-8") == schema_files()[name], "python3 tasks.py docs"


def test_no_schema_stands_for_a_type_that_is_no_more() -> None:
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "schema").iterdir()} == set(schema_files())


@pytest.mark.parametrize("path", documents(*SITES))
def test_what_is_on_a_site_without_errors_is_what_the_schema_expects(path: str) -> None:
    front = front_matter(ROOT / path)
    folder = next(one for one in (*KINDS, "pages") if f"/{one}/" in path)
    kind = kind_of({key: str(value) for key, value in front.items()}, parse_name(f"{folder}/x.md", LANGUAGES, ()))
    assert faults(kind, front) == []


BROKEN = {
    "2026-01-02-sin-resumen.md": "'intro' is a required property",
    "2026-01-03-quizas.md": "highlighted: 'tal vez' does not match",
    "2026-01-04-campo.md": "'share_mesage' was unexpected",
    "2026-01-05-parentesis.md": "date: '2026-01-05 09:00:00 -0300)' does not match",
}
# No YAML.
UNREADABLE = "2026-01-01-dos-puntos.md"


@pytest.mark.parametrize("path", documents("tests/fixtures/broken"))
def test_what_is_wrong_in_a_field_is_refused_and_what_is_wrong_elsewhere_is_not(path: str) -> None:
    name = Path(path).name
    if name != UNREADABLE:
        found = faults("post", front_matter(ROOT / path))
        assert len(found) == (name in BROKEN) and BROKEN.get(name, "") in "".join(found)


@pytest.mark.parametrize("kind", SCHEMA)
def test_every_example_is_accepted(kind: str) -> None:
    made = schema(kind)
    for place in (made, *made["definitions"].values()):
        for name, field in place["properties"].items():
            whole = {"definitions": made["definitions"], **field}
            for example in field["examples"]:
                assert not list(Draft7Validator(whole).iter_errors(example)), name


def test_no_schema_names_a_place_on_the_internet() -> None:
    for text in schema_files().values():
        assert json.loads(text)["$id"].startswith("urn:")


DATES = ("2026-03-02", "2026-03-02 09:00:00 -0300", "2026-3-2)", "2012-01", "2012")
WORDS = ("agua", "Ana Ruiz", "yes", "No", "88", "1.100", "4,5", "/agua/", "active", "blue", "en", "fr")
PLAIN = st.one_of(
    st.sampled_from([*DATES, *WORDS]), st.none(), st.booleans(), st.sampled_from([0, 1, 7, 2012, 4.5, 1.25])
)


def values(model: Any, name: str) -> st.SearchStrategy[Any]:
    """Values for a field, sound and unsound."""
    field = model.model_fields[name]
    part = inner_model(field.annotation)
    if part is None and isinstance(takes(field), str):
        return st.one_of(PLAIN, st.lists(PLAIN, max_size=2), st.just({"x": "a"}), st.just([["a"]]))
    names = list(part.model_fields) if part else ["", *NETWORKS]
    one = st.dictionaries(st.sampled_from([*names, "otro"]), PLAIN, max_size=4).map(
        # `check` lets a group be that holds nothing, whatever its keys; an editor should see what is misspelt.
        lambda group: {key: "texto" if key == "otro" else value for key, value in group.items()}
    )
    return st.one_of(PLAIN, one, st.lists(st.one_of(one, PLAIN), max_size=2))


@st.composite
def fronts(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A sound document with up to three fields that may be anything, and now and then one that is missing."""
    front: dict[str, Any] = {"title": "Agua", "date": "2026-03-02", "intro": "Uno.", "categories": "Datos"}
    front |= {"start": "2026-03-02", "entity": "Liceo", "country": "Chile"}
    model = SCHEMA[kind]
    front = {name: value for name, value in front.items() if name in model.model_fields}
    for name in draw(st.lists(st.sampled_from([one for one in model.model_fields if one != "layout"]), max_size=3)):
        front[name] = draw(values(model, name))
    dropped = draw(st.sampled_from([None, None, None, *front, "otro"]))
    if dropped == "otro":
        front["otro"] = "texto"
    elif dropped:
        front.pop(dropped)
    return front


@pytest.mark.parametrize("kind", SCHEMA)
@given(data=st.data())
def test_a_schema_and_check_are_of_one_mind(kind: str, data: st.DataObject) -> None:
    front = data.draw(fronts(kind))
    text = "".join(f"{json.dumps(name)}: {json.dumps(value)}\n" for name, value in front.items())
    found = read(text, path=f"{FOLDERS[kind]}/2026-03-02-agua.md").diagnostics
    told = [one for one in found if one.rule in RULES and (one.is_error or one.offence != "categories")]
    assert bool(faults(kind, front)) == bool(told), (front, faults(kind, front), told)
