"""The reference of the fields for editors: one page in every language, made from the models."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.build.speech import FOLDER
from plugins.core.needed import REQUIRED
from plugins.front_matter.document import COARSEST
from plugins.front_matter.faults import inner_model
from plugins.front_matter.fields import ListOf, takes
from plugins.front_matter.schema import CHOICES, NETWORKS, SCHEMA, Common
from plugins.languages.catalogue import translations
from tools.reference.field_words import (
    CHECKED,
    CODE,
    COLUMNS,
    COMMON,
    COMMON_INTRO,
    DAY,
    HEADINGS,
    HELD,
    IN_NAME,
    INTRO,
    KINDS,
    LIMIT,
    NEEDS,
    NETWORK,
    ONE_OF,
    OWN,
    PARTS,
    SAME,
    TEMPLATES,
    TITLE,
    WORDS,
    YEAR,
)
from tools.reference.schemas import DATES, choices

Said = Callable[[str], str]

PAGES = {"es": "campos.md", "en": "fields.md", "pt": "campos.md"}

# An address, a number, a date, a name of ours: the same in every language.
SIGNS = re.compile(r"[\W\d_]*|(?:/|https?:|tag:).*|\S+@\S+|true|false")

QUOTED = re.compile(r"(?<=[:-] )'(.*)'$", re.MULTILINE)
QUOTED_SIGNS = re.compile(r"'([\w.,:+ -]+)'")


class Dumper(yaml.SafeDumper):
    """Writes lists indented, as the editors' pages do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never without a blank before the hyphen."""
        super().increase_indent(flow, indentless=False)


def texts(lang: str) -> Said:
    """The texts of the page in `lang`; English is what the code says."""
    path = FOLDER / lang / "LC_MESSAGES" / "fields.po"
    return translations(path.read_bytes(), None).gettext if lang != "en" else str


def models() -> dict[str, type[BaseModel]]:
    """What a field holds when it is more than a text, by name, in the order in which fields need them."""
    every = [field for model in SCHEMA.values() for field in model.model_fields.values()]
    return {part.__name__: part for field in every if (part := inner_model(field.annotation))}


def sayings() -> set[str]:
    """Every text of the pages."""
    fields = [field for model in (*SCHEMA.values(), *models().values()) for field in model.model_fields.values()]
    found = {str(field.description) for field in fields} | {_limit(field) for field in fields} - {""}
    return found | set(WORDS) | {leaf for field in fields for leaf in _leaves(field.examples)}


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _leaves(one)
    elif not SIGNS.fullmatch(value):
        yield value


def _limit(field: FieldInfo) -> str:
    about = field.json_schema_extra
    return str(about["limit"]) if isinstance(about, dict) else ""


def field_page(lang: str) -> str:
    """The page in `lang`."""
    said = texts(lang)
    return "\n".join(_page(said)) + "\n"


def _page(said: Said) -> Iterator[str]:
    yield from (
        f"# {said(TITLE)}",
        "",
        said(INTRO),
        "",
        said(CHECKED),
        "",
        f"## {said(COMMON)}",
        "",
        said(COMMON_INTRO),
    )
    yield from _table(said, "", Common, list(Common.model_fields), ("title",))
    for kind, model in SCHEMA.items():
        names = ", ".join(f"`{name}`" for name in REQUIRED[kind])
        dated = f" {said(IN_NAME)}" if "date" in REQUIRED[kind] else ""
        yield from ("", f"## {said(HEADINGS[kind])}", "", said(NEEDS).format(names=names) + dated)
        own = [name for name in model.model_fields if name not in Common.model_fields]
        yield from _table(said, kind, model, own, REQUIRED[kind])
    for name, part in models().items():
        yield from ("", f"## {said(PARTS[name])}", "", said(HELD).format(names=", ".join(_holders(part))))
        fields = part.model_fields
        yield from _table(said, "", part, list(fields), [key for key, field in fields.items() if field.is_required()])


def _holders(part: type[BaseModel]) -> list[str]:
    every = [pair for model in SCHEMA.values() for pair in model.model_fields.items()]
    return list(dict.fromkeys(f"`{name}`" for name, field in every if inner_model(field.annotation) is part))


def _table(
    said: Said, kind: str, model: type[BaseModel], names: Sequence[str], required: Sequence[str]
) -> Iterator[str]:
    yield from ("", f"| {' | '.join(map(said, COLUMNS))} |", f"|{' --- |' * len(COLUMNS)}")
    for name in names:
        field = model.model_fields[name]
        about = field.json_schema_extra
        limit = f" {said(LIMIT).format(limit=said(_limit(field)))}" if _limit(field) else ""
        cells = (
            f"**`{name}`**" if name in required else f"`{name}`",
            said(str(field.description)) + limit,
            _written(said, kind, model, name),
            said(SAME if isinstance(about, dict) and about["shared"] else OWN),
            "<br>".join(f"`{line}`" for line in _example(said, name, field)),
        )
        yield f"| {' | '.join(cells)} |"


def _written(said: Said, kind: str, model: type[BaseModel], name: str) -> str:
    field = model.model_fields[name]
    if issubclass(model, Common):
        if name in DATES:
            return said(YEAR if COARSEST.get((kind, name)) == "year" else DAY)
        names = CHOICES[name] if name in CHOICES else choices(kind, name)
        if names:
            return said(ONE_OF).format(names=_names(names))
    reader, part = takes(field), inner_model(field.annotation)
    if name == "language":
        return said(CODE)
    if isinstance(reader, str):
        return said(KINDS[reader])
    if part is None:
        return said(NETWORK).format(names=_names(NETWORKS))
    template = said(TEMPLATES[isinstance(reader, ListOf), reader.short not in (None, NEVER_ALONE)])
    return template.format(link=f"#{_anchor(said(PARTS[part.__name__]))}", short=reader.short)


# A picture without words about it is an error.
NEVER_ALONE = "img"


def _anchor(title: str) -> str:
    """The id that a viewer of Markdown gives to a heading."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _example(said: Said, name: str, field: FieldInfo) -> Iterator[str]:
    """The lines that a writer would write."""
    (example,) = field.examples or [""]
    written = yaml.dump({name: _said(said, example)}, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)
    # Numbers and the like need no quotes here: a value stays the text that was written.
    yield from QUOTED.sub(r'"\1"', QUOTED_SIGNS.sub(r"\1", written)).rstrip("\n").split("\n")


def _said(said: Said, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(said, one) for key, one in value.items()}
    if isinstance(value, list):
        return [_said(said, one) for one in value]
    return value if SIGNS.fullmatch(value) else said(value)


def write_fields(root: Path) -> None:
    """Write the pages into the project at `root`."""
    for lang, name in PAGES.items():
        (root / "docs" / "editors" / lang / name).write_text(field_page(lang), "utf-8")
