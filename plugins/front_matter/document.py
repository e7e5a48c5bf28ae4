"""From a source to a document: the schema validates, the file name fills in, every fault is reported."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Any

import msgspec
from msgspec import Struct
from pydantic import ValidationError

from plugins.core.diagnostic import Diagnostic
from plugins.core.document import AnyDocument, Campaign, Experience, Moment, Page, Post, Precision, packed
from plugins.core.prose import Body
from plugins.core.slug import slugify
from plugins.core.source import Source
from plugins.front_matter.date_malformed import date_fault
from plugins.front_matter.dates import NotADate, parse_moment
from plugins.front_matter.faults import choice_fault, choice_faults, required_faults, schema_faults
from plugins.front_matter.marks import marks
from plugins.front_matter.naming import FileName, kind_of
from plugins.front_matter.permalink_malformed import address_faults
from plugins.front_matter.rules import Rules
from plugins.front_matter.schema import SCHEMA, AnyFields
from plugins.front_matter.tongue_names import code_of, download_faults
from plugins.front_matter.unknown_names import network_faults, with_capitals

TYPES: dict[str, Any] = {"post": Post, "campaign": Campaign, "experience": Experience, "page": Page}
COARSEST: dict[tuple[str, str], Precision] = {
    ("experience", "date"): "year",
    ("campaign", "date"): "year",
    ("campaign", "start"): "year",
    ("campaign", "end"): "year",
}


class Parsed(Struct, frozen=True):
    """A source's fields as far as they are sound, its document when all of it is, and what was wrong."""

    name: FileName
    kind: str
    lang: str
    fields: AnyFields | None
    document: AnyDocument | None
    diagnostics: tuple[Diagnostic, ...]


def parse(source: Source, name: FileName, rules: Rules, body: Body) -> Parsed:
    """The document of `source`, or every reason why there is none."""
    if source.front is None:
        return Parsed(name, name.kind, name.lang or rules.default_lang, None, None, ())
    kind = kind_of(source.front, name)
    fields, found, refused = _validated(source, kind)
    if fields is None:
        return Parsed(name, kind, name.lang or rules.default_lang, None, None, tuple(found))
    moments, faults = _moments(source, kind, fields, name, rules.zone)
    found += faults
    found += choice_faults(source, kind, fields)
    found += network_faults(source, fields)
    refused |= {"date"} if "date" in moments or any(fault.rule == "date-malformed" for fault in faults) else set()
    found += required_faults(source, kind, fields, refused)
    found += _language_faults(source, fields, rules.languages)
    found += download_faults(source, fields)
    found += address_faults(source, fields, name)
    found = with_capitals(source, found)
    lang = fields.lang if fields.lang in rules.languages else name.lang or rules.default_lang
    sound = not any(fault.is_error for fault in found) and not any(key not in moments for key in _needed(kind))
    document = _document(source, kind, fields, name, lang, moments, body) if sound else None
    return Parsed(name, kind, lang, fields, document, tuple(found))


def _needed(kind: str) -> Sequence[str]:
    return {"post": ("date",), "experience": ("date",), "campaign": ("start",)}.get(kind, ())


def _validated(source: Source, kind: str) -> tuple[AnyFields | None, list[Diagnostic], set[str]]:
    front, model = dict(source.front or {}), SCHEMA[kind]
    try:
        return model.model_validate(front), [], set()
    except ValidationError as error:
        found = list(schema_faults(source, model, error))
        details = error.errors(include_url=False, include_context=False, include_input=False)
    refused = {str(detail["loc"][0]) for detail in details}
    for name in refused:
        front.pop(name, None)
    # The rest is validated again so that the rules that follow still see it.
    try:
        return model.model_validate(front), found, refused
    except ValidationError:
        return None, found, refused


def _moments(
    source: Source, kind: str, fields: AnyFields, name: FileName, zone: tzinfo
) -> tuple[dict[str, Moment], list[Diagnostic]]:
    moments: dict[str, Moment] = {}
    found: list[Diagnostic] = []
    # Pydantic is slow to say that a model has no such field.
    written = vars(fields)
    for key in ("date", "updated", "start", "end"):
        text = written.get(key)
        if not text:
            continue
        try:
            moments[key] = parse_moment(text, zone, COARSEST.get((kind, key), "day"))
        except NotADate as error:
            found.append(date_fault(source, key, text, error, month=(kind, key) in COARSEST))
    if not written.get("date") and name.date:
        try:
            moments["date"] = parse_moment(name.date, zone, COARSEST.get((kind, "date"), "day"))
        except NotADate as error:
            found.append(date_fault(source, "date", name.date, error, in_name=True))
    return moments, found


def _language_faults(source: Source, fields: AnyFields, languages: Sequence[str]) -> Iterator[Diagnostic]:
    if fields.lang and fields.lang not in languages:
        code = code_of(fields.lang)
        yield choice_fault(source, "lang", fields.lang, languages, [code] if code in languages else [])


def _document(
    source: Source,
    kind: str,
    fields: AnyFields,
    name: FileName,
    lang: str,
    moments: dict[str, Moment],
    body: Body,
) -> AnyDocument:
    values = fields.model_dump(exclude={"layout", "published", "lang", "ref", "date", "updated", "start", "end"})
    values |= {"path": source.path, "digest": source.digest, "lang": lang, "body": body, **moments}
    values["group"] = fields.ref or name.stem
    values["slug"] = slugify(fields.slug or name.rest)
    values["draft"] = fields.draft or not fields.published
    values["share_message"] = {key: text for key, text in (fields.share_message or {}).items() if text}
    values["places"] = packed(marks(source))
    if kind == "campaign" and not fields.date:
        values["date"] = moments["start"]
    made: AnyDocument = msgspec.convert(values, TYPES[kind])
    return made
