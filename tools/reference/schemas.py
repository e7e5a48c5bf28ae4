"""The JSON Schemas of front matter: what an editor's YAML server may expect of writers, made from the models.

The models read texts, because front matter is composed and not interpreted (`plugins/front_matter/tree.py`). A YAML
server sees what YAML makes of them: numbers, yes and no, nothing. So a schema is made from the kind of each field and
not by Pydantic, which would describe what stands behind the validators. Keywords are those of draft 7, which every YAML
server knows, and `patternErrorMessage`, which others pass over.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

import pelicanconf
from plugins.core.needed import REQUIRED
from plugins.front_matter.dates import DATE
from plugins.front_matter.document import COARSEST
from plugins.front_matter.faults import inner_model
from plugins.front_matter.fields import FALSE, HIGHEST, TRUE, ListOf, Mapping, takes
from plugins.front_matter.schema import CHOICES, NETWORKS, SCHEMA

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "docs/schema"
DATES = {"date", "updated", "start", "end"}
PATHS = {"permalink", "redirect_from"}
PATH = "^(/.*)?$"

WRITTEN = ["string", "number", "boolean"]
"""What becomes of a text that is written without quotes."""


def _any_case(words: Iterable[str]) -> str:
    letters = (f"[{sign.upper()}{sign}]" if sign.isalpha() else sign for word in sorted(words) for sign in f"{word}|")
    return f"^({''.join(letters).rstrip('|')})?$"


def _pattern(pattern: str, message: str) -> Schema:
    return {"pattern": pattern, "patternErrorMessage": message}


TEXT: Schema = {"type": [*WRITTEN, "null"]}
TEXTS: Schema = {"type": [*WRITTEN, "array", "null"], "items": TEXT}
KINDS: dict[str, Schema] = {
    "text": TEXT,
    "texts": TEXTS,
    "commas": TEXTS,
    "yes or no": {
        "type": ["boolean", "string", "integer", "null"],
        **_pattern(_any_case(TRUE | FALSE), "Write true or false."),
        "minimum": 0,
        "maximum": 1,
    },
    "whole number": {
        "type": ["number", "string"],
        "minimum": 0,
        **_pattern("^[0-9. ]*[0-9][0-9. ]*$", "Write a whole number."),
    },
    "mean": {
        "type": ["number", "string", "null"],
        "minimum": 0,
        "maximum": HIGHEST,
        **_pattern("^(0*([0-4]([.,][0-9]{1,9})?|5([.,]0{1,9})?))?$", "Write a number from 0 to 5."),
    },
}
BLANK: Schema = {"additionalProperties": {"type": ["null", "string"], "maxLength": 0}}
"""What is left of a copied template that nobody filled in."""


def schema(kind: str) -> Schema:
    """The schema of the front matter of documents of type `kind`."""
    model = SCHEMA[kind]
    # The name of the file may say the date.
    required = [name for name in REQUIRED[kind] if name != "date"]
    parts = {part.__name__: part for field in model.model_fields.values() if (part := inner_model(field.annotation))}
    return {
        "$schema": DRAFT,
        "$id": f"urn:pregon:schema:{kind}",
        "title": f"Front matter: {kind}",
        "description": model.__doc__,
        "type": "object",
        "required": required,
        "additionalProperties": False,
        "properties": {
            name: _described(_of_document(kind, name, field, name in required), field)
            for name, field in model.model_fields.items()
        },
        "definitions": {name: _part(model, parts[name]) for name in sorted(parts)},
    }


def _of_document(kind: str, name: str, field: FieldInfo, is_required: bool) -> Schema:
    if name in DATES:
        return _date(COARSEST.get((kind, name), "day"), is_required)
    # Another layout makes it a document of another type, which another schema describes.
    listed = (kind,) if name == "layout" else choices(kind, name)
    if listed:
        return {"enum": [*listed, None]}
    made = _field(field)
    if name in PATHS:
        path: Schema = {"type": ["string", "null"], **_pattern(PATH, "Write the whole path from /.")}
        made = {**path, "type": ["string", "array", "null"], "items": path} if "items" in made else path
    # An empty category is a warning.
    return _filled(made) if is_required and name != "categories" else made


def choices(kind: str, name: str) -> tuple[str, ...]:
    """All that the field `name` may hold in documents of type `kind`; empty where it may be anything."""
    if name == "lang":
        return tuple(pelicanconf.LANGUAGES)
    return CHOICES.get(f"{kind}.{name}", ())


def _field(field: FieldInfo) -> Schema:
    kind = takes(field)
    if isinstance(kind, str):
        return dict(KINDS[kind])
    part = inner_model(field.annotation)
    if part is None:
        return _object({name: TEXT for name in ("", *NETWORKS)}, [*WRITTEN, "object", "null"])
    one = {"$ref": f"#/definitions/{part.__name__}"}
    return {"anyOf": [one, {"type": "array", "items": one}]} if isinstance(kind, ListOf) else {"allOf": [one]}


def _part(model: type[BaseModel], part: type[BaseModel]) -> Schema:
    """The schema of what a field of `model` holds when it is more than a text."""
    kinds = [takes(field) for field in model.model_fields.values() if inner_model(field.annotation) is part]
    kind = next(kind for kind in kinds if isinstance(kind, ListOf | Mapping))
    fields = part.model_fields
    required = [name for name, field in fields.items() if field.is_required()]
    filled = {name: _filled(_field(fields[name])) for name in required}
    own = {name: _described(_field(field), field) for name, field in fields.items()}
    bare = _field(fields[kind.short]) if kind.short else {"type": []}
    types = list(dict.fromkeys(["object", "null", *bare["type"]]))
    limits = {key: value for key, value in bare.items() if key != "type"}
    made = {"description": part.__doc__, **_object(own, types), **limits}
    if not isinstance(kind, ListOf):
        return {**made, "required": required, "properties": {**own, **{n: {**own[n], **filled[n]} for n in required}}}
    return {**made, "if": BLANK, "else": {"required": required, "properties": filled}}


def _object(properties: Schema, types: list[str]) -> Schema:
    return {"type": types, "properties": properties, "additionalProperties": False}


def _filled(made: Schema) -> Schema:
    return {**made, "type": [one for one in made["type"] if one != "null"], "minLength": 1} if "type" in made else made


def _date(coarsest: str, is_required: bool) -> Schema:
    # ECMAScript has no verbose form, and writes the names of groups differently.
    pattern = re.sub(r"\(\?P<\w+>", "(?:", re.sub(r"\n\s*", "", DATE.pattern))
    if coarsest == "day":
        pattern = rf"(?=\d{{4}}-\d{{1,2}}-\d){pattern}"
    whole = f"^{pattern}$" if is_required else f"^({pattern})?$"
    made: Schema = {"type": ["string"], **_pattern(whole, "Write a date: 2026-03-02, or 2026-03-02 09:00:00 -0300.")}
    if coarsest == "year":
        # YAML takes 2012 for a number.
        made = {**made, "type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
    return made if is_required else {**made, "type": [*made["type"], "null"]}


def _described(made: Schema, field: FieldInfo) -> Schema:
    about = field.json_schema_extra
    assert isinstance(about, dict)
    limit = f" Limit: {about['limit']}." if about["limit"] else ""
    shared = "The same in every translation." if about["shared"] else "Each translation has its own."
    examples: Any = field.examples
    if "enum" in made:
        examples = [one for one in made["enum"] if one]
    elif field.annotation is bool:
        examples = [one in TRUE for one in examples]
    return {"description": f"{field.description}{limit} {shared}", **made, "examples": examples}


def schema_files() -> dict[str, str]:
    """The schemas by their paths in the project."""
    return {
        f"{FOLDER}/{kind}.schema.json": json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n" for kind in SCHEMA
    }


def write_schemas(root: Path) -> None:
    """Write them into the project at `root`."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (root / name).write_text(text, "utf-8")
