"""What the schema refuses, at its place, with the remedy: `field-missing`, `field-type`."""

import re
import types
import typing
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.needed import REQUIRED
from plugins.core.quoted import quoted
from plugins.core.source import Source, dotted
from plugins.front_matter.fields import ListOf, takes
from plugins.front_matter.schema import CHOICES, AnyFields
from plugins.front_matter.unknown_names import unknown_field

SHAPES = {
    "shape_text": translatable("`{field}` takes one text, and here stands a list or a group of fields."),
    "shape_texts": translatable("`{field}` takes a text or a list of texts."),
    "shape_yes_no": translatable("`{field}` takes `true` or `false`, not `{value}`."),
    "shape_whole": translatable("`{field}` takes a whole number, not `{value}`."),
    "shape_mean": translatable("`{field}` takes a number from 0 to 5, not `{value}`."),
    "list_type": translatable("`{field}` takes a list."),
    "dict_type": translatable("`{field}` takes a text, or one text for each network."),
}
SAYS = {"sí": "true", "si": "true", "sim": "true", "verdadero": "true", "verdadeiro": "true"} | {
    "não": "false",
    "nao": "false",
    "falso": "false",
}
NOTE = re.compile(r":[ \t]+(?P<text>#(?=.*\w).*?)[ \t]*$")
GROUP = translatable("`{field}` takes these fields, each on a line of its own: {names}.")

WRITTEN_SO = translatable("Write it so, each of these on a line of its own: {lines}.")
ONE_OF = translatable("Write one of these: {names}.")
MEANT = translatable("Did you mean `{name}`? It takes one of these: {names}.")


def schema_faults(source: Source, model: type[AnyFields], error: ValidationError) -> Iterator[Diagnostic]:
    """One diagnostic for each finding of Pydantic."""
    renamed: set[str] = set()
    for found in error.errors(include_url=False, include_context=False):
        loc, kind = tuple(found["loc"]), found["type"]
        if kind == "missing":
            yield missing(source, loc)
        elif kind == "extra_forbidden":
            yield unknown_field(source, list(_model_at(model, loc[:-1]).model_fields), loc, renamed)
        else:
            yield _type(source, model, loc, kind, found["input"])


def required_faults(source: Source, kind: str, fields: AnyFields, settled: set[str]) -> Iterator[Diagnostic]:
    """The fields that this type needs and that are empty; `settled` were refused, or the file name gives them."""
    for name in REQUIRED[kind]:
        if name in settled or getattr(fields, name):
            continue
        # An empty category only keeps a post out of the category pages.
        written = name == "categories" and name in source.keys
        yield missing(source, (name,), Severity.WARNING if written else Severity.ERROR)


def choice_faults(source: Source, kind: str, fields: AnyFields) -> Iterator[Diagnostic]:
    """Values that are not on a field's list."""
    for key, choices in CHOICES.items():
        name = key.rpartition(".")[2]
        value = getattr(fields, name, "") if key in (name, f"{kind}.{name}") else ""
        if value and value not in choices:
            yield choice_fault(source, name, value, choices, get_close_matches(value.lower(), choices, 1))


def choice_fault(source: Source, name: str, value: str, choices: Sequence[str], near: Sequence[str]) -> Diagnostic:
    """The `value` of the field `name` is none of `choices`; the `near` one may have been meant."""
    at, names = source.at(name), ", ".join(choices)
    return Diagnostic(
        at,
        "field-type",
        Severity.ERROR,
        Text(translatable("`{field}` cannot be `{value}`."), {"field": name, "value": value}),
        Text(MEANT, {"name": near[0], "names": names}) if near else Text(ONE_OF, {"names": names}),
        value,
        Fix((source.rewritten(at.span, near[0]),), is_safe=False) if near else None,
    )


def missing(source: Source, keys: tuple[str | int, ...], severity: Severity = Severity.ERROR) -> Diagnostic:
    """`keys` is absent or empty. An absent key is reported where the fields begin, at the opening `---`."""
    written = dotted(keys) in source.keys
    if written and (note := NOTE.match(_rest(source, source.keys[dotted(keys)]))):
        return _commented(source, keys, severity, note)
    inside = len(keys) > 1
    span = source.key_span(*keys) if written or inside else _opening(source)
    return Diagnostic(
        Location(source.path, span),
        "field-missing",
        severity,
        Text(
            translatable("`{field}` is empty.") if written else translatable("`{field}` is missing."),
            {"field": _shown(keys)},
        ),
        Text(translatable("Write it in the front matter: `{name}: …`."), {"name": str(keys[-1])}),
        _shown(keys),
    )


def _rest(source: Source, key: Span) -> str:
    """What stands behind a key in its line."""
    return source.lines[key.end_line - 1][key.end_column - 1 :]


def _commented(source: Source, keys: tuple[str | int, ...], severity: Severity, note: re.Match[str]) -> Diagnostic:
    """The whole value stands behind a `#`, and was hardly meant as a comment."""
    key = source.keys[dotted(keys)]
    start, end = key.end_column + note.start("text"), key.end_column + note.end("text")
    at = Location(source.path, Span(key.end_line, start, key.end_line, end))
    text = quoted(note["text"])
    message = translatable("`{field}` is empty: “{lost}” is taken for a comment and is not published.")
    hint = translatable("Put the whole text between double quotes: {text}.")
    # What reads like a note is for the writer to decide.
    fix = None if note["text"][1:2] in " \t" else Fix((Edit(at.span, text),), is_safe=False)
    values: dict[str, str | int] = {"field": _shown(keys), "lost": note["text"]}
    return Diagnostic(
        at, "field-missing", severity, Text(message, values), Text(hint, {"text": text}), _shown(keys), fix
    )


def _opening(source: Source) -> Span:
    line = source.text[: source.text.find("---")].count("\n") + 1
    return Span(line, 1, line, 4)


def _type(source: Source, model: type[BaseModel], loc: tuple[str | int, ...], kind: str, value: object) -> Diagnostic:
    shown = _shown(loc)
    if kind in SHAPES:
        written = str(value) if isinstance(value, str | int | float) else "…"
        message = Text(SHAPES[kind], {"field": shown, "value": written})
    else:
        names = ", ".join(_model_at(model, loc).model_fields)
        message = Text(GROUP, {"field": shown, "names": names})
    at = source.at(*loc)
    hint = Text(translatable("Correct the value of `{field}`."), {"field": shown})
    if kind not in SHAPES and isinstance(loc[0], str):
        hint = Text(WRITTEN_SO, {"lines": ", ".join(f"`{line}`" for line in _lines(model, loc[0]))})
    meant = SAYS.get(value.strip().lower(), "") if kind == "shape_yes_no" and isinstance(value, str) else ""
    return Diagnostic(
        at,
        "field-type",
        Severity.ERROR,
        message,
        Text(translatable("Write `{value}`."), {"value": meant}) if meant else hint,
        shown,
        Fix((source.rewritten(at.span, meant),), is_safe=False) if meant else None,
    )


def _lines(model: type[BaseModel], name: str) -> Iterator[str]:
    """The lines of the field `name` that holds groups, with what each needs, or at least its first two."""
    field = model.model_fields[name]
    inner = inner_model(field.annotation)
    fields = inner.model_fields if inner else {}
    needed = [key for key, one in fields.items() if one.is_required()]
    keys = needed if len(needed) > 1 else list(fields)[:2]
    is_list = isinstance(takes(field), ListOf)
    yield f"{name}:"
    for number, key in enumerate(keys):
        yield f"  {'- ' if is_list and not number else '  ' if is_list else ''}{key}: …"


def _shown(loc: tuple[str | int, ...]) -> str:
    return " › ".join(str(key) for key in loc if isinstance(key, str)) or "?"


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    for key in loc:
        if isinstance(key, str) and key in model.model_fields:
            inner = inner_model(model.model_fields[key].annotation)
            model = inner or model
    return model


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model that `annotation` holds, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, types.UnionType | types.GenericAlias) or typing.get_origin(annotation):
        for part in typing.get_args(annotation):
            found = inner_model(part)
            if found:
                return found
    return None
