"""The schema: each field is documented, has its place in the documents, and refuses what it cannot hold."""

from collections.abc import Iterator
from typing import get_args

import msgspec
import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.core import document as documents
from plugins.core.needed import REQUIRED
from plugins.front_matter import parts
from plugins.front_matter.document import COARSEST, TYPES
from plugins.front_matter.marks import MARKED
from plugins.front_matter.schema import CHOICES, SCHEMA
from tests.front_matter.reading import findings, post, read

# What the file itself answers, or what becomes another value of the document.
TURNED_INTO_OTHERS = {"layout", "published", "ref"}
PARTS = [part for part in vars(parts).values() if isinstance(part, type) and issubclass(part, parts.Fields)]
PARTS.remove(parts.Fields)


def fields() -> Iterator[tuple[str, FieldInfo]]:
    for model in (*SCHEMA.values(), *PARTS):
        for name, field in model.model_fields.items():
            yield f"{model.__name__}.{name}", field


@pytest.mark.parametrize(("name", "field"), list(fields()), ids=lambda value: value if isinstance(value, str) else "")
def test_each_field_says_what_it_is_for_and_gives_an_example(name: str, field: FieldInfo) -> None:
    assert field.description and field.description.endswith((".", "`"))
    assert field.examples and field.examples[0]
    about = field.json_schema_extra
    assert isinstance(about, dict) and isinstance(about["shared"], bool) and isinstance(about["limit"], str)


@pytest.mark.parametrize("kind", SCHEMA)
def test_each_field_has_its_place_in_the_document(kind: str) -> None:
    kept = set(SCHEMA[kind].model_fields) - TURNED_INTO_OTHERS
    assert kept <= set(TYPES[kind].__struct_fields__)


@pytest.mark.parametrize("kind", SCHEMA)
def test_the_document_has_no_field_that_nobody_can_write(kind: str) -> None:
    made_here = {"path", "digest", "group", "body", "places"}
    assert set(TYPES[kind].__struct_fields__) - made_here <= set(SCHEMA[kind].model_fields)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_each_group_of_fields_is_a_value_of_the_same_name(part: type[BaseModel]) -> None:
    value = getattr(documents, part.__name__)
    assert set(part.model_fields) == set(value.__struct_fields__)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_what_a_group_needs_its_value_needs(part: type[BaseModel]) -> None:
    value = getattr(documents, part.__name__)
    needed = {field.name for field in msgspec.structs.fields(value) if field.required}
    assert needed <= {name for name, field in part.model_fields.items() if field.is_required()}


def test_what_is_said_of_fields_is_said_of_fields_that_exist() -> None:
    for kind, names in REQUIRED.items():
        assert set(names) <= set(SCHEMA[kind].model_fields)
    for kind, name in COARSEST:
        assert name in SCHEMA[kind].model_fields
    for key in CHOICES:
        kind, _, name = key.rpartition(".")
        assert name in SCHEMA[kind or "post"].model_fields
    assert set().union(*(model.model_fields for model in SCHEMA.values())) >= MARKED
    assert {kind.__name__.lower() for kind in get_args(documents.AnyDocument)} == set(SCHEMA)


@pytest.mark.parametrize(
    ("front", "finding"),
    [
        ("titel: x\n", "5:1-6 field-unknown titel"),
        ("1: x\n", "5:1-2 field-unknown 1"),
        ("true: x\n", "5:1-5 field-unknown true"),
        ("? [a, b]\n: x\n", "5:3-9 field-unknown ?"),
        ("highlighted: quizás\n", "5:14-20 field-type highlighted"),
        ("highlighted: [yes]\n", "5:14-19 field-type highlighted"),
        ("slug: [a, b]\n", "5:7-13 field-type slug"),
        ("lang: fr\n", "5:7-9 field-type fr"),
        ("tags: {a: b}\n", "5:1-5 field-type tags"),
        ("tags: [a, [b]]\n", "5:11-14 field-type tags"),
        ("share_message: [a]\n", "5:16-19 field-type share_message"),
        ("share_message:\n  x: [a]\n", "6:6-9 field-type share_message › x"),
        ("video: [a]\n", "5:8-11 field-type video"),
        ("video:\n  title: a\n", "5:1-6 field-missing video › url"),
        ("single_image:\n  - caption: a\n", "6:5-6 field-missing single_image › img"),
        ("single_image:\n  - img:\n    alt: a\n", "6:5-8 field-missing single_image › img"),
        ("single_image:\n    alt: a\n", "5:1-13 field-missing single_image › img"),
        ("single_image:\n  - img: a\n    captoin: b\n", "7:5-12 field-unknown captoin"),
        ("single_image:\n  - img: a\n  - img: b\n    alt: {c: d}\n", "8:5-8 field-type single_image › alt"),
        ("date: 2019-03-29 12:00)\n", "5:7-24 date-malformed 2019-03-29 12:00)"),
        ("updated: ayer\n", "5:10-14 date-malformed ayer"),
        ("title: Otra\n", "5:1-6 field-repeated title"),
        ('intro: "a\\ab"\n', "5:8-14 character-unprintable \\x07"),
    ],
)
def test_a_fault_stands_where_it_was_written(front: str, finding: str) -> None:
    assert finding in findings(post(front))


@pytest.mark.parametrize(
    ("front", "finding"),
    [
        ("rating: muchos\n", "5:9-15 field-type rating › votes"),
        ("rating: {votes: 1, average: nan}\n", "5:29-32 field-type rating › average"),
        ("rating: {votes: 1, average: 1e400}\n", "5:29-34 field-type rating › average"),
        ("rating: {votes: 1, average: 5.1}\n", "5:29-32 field-type rating › average"),
        ("rating: {votes: 1, average: -1}\n", "5:29-31 field-type rating › average"),
        ("results:\n- number: 7\n", "6:3-4 field-missing results › unit"),
    ],
)
def test_numbers_are_numbers_and_have_a_unit_and_a_source(front: str, finding: str) -> None:
    sheet = f"title: a\nentity: b\ncountry: c\n{front}"
    assert finding in findings(read(sheet, path="experiences/2012-plaza.md"))


def test_one_fault_hides_no_other() -> None:
    found = findings(read("title: [a]\nhighlighted: x\ndate: y\npermalink: z\n"))
    assert found == [
        "2:8-11 field-type title",
        "3:14-15 field-type highlighted",
        "4:7-8 date-malformed y",
        "1:1-4 field-missing intro",
        "1:1-4 field-missing categories",
        "5:12-13 permalink-malformed z",
    ]


def test_an_empty_category_is_a_warning_and_an_absent_one_an_error() -> None:
    empty, absent = read("title: a\nintro: b\ncategories:\n"), read("title: a\nintro: b\n")
    assert empty.entry.document and [found.is_error for found in empty.diagnostics] == [False]
    assert not absent.entry.document and [found.is_error for found in absent.diagnostics] == [True]


def test_the_nearest_field_is_offered() -> None:
    hints = [found.hint.said(str) for found in post("etiquetas: x\nzzz: y\n").diagnostics if found.hint]
    assert hints[0] == "Did you mean `tags`?"
    assert hints[1].startswith("Delete it, or use one of these: layout, title")
