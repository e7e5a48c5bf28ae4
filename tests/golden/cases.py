"""The golden cases: every `<case>.md` of this folder, read as the generator reads a file, made comparable."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from plugins.core.diagnostic import Diagnostic, Span, sort_key
from plugins.core.prose import CLOSE, OPEN
from plugins.front_matter.rules import Rules
from plugins.generator.entries import Desk, Read, read_entry
from plugins.markdown.render import Renderer
from plugins.markdown.words import Words

FOLDER = Path(__file__).parent
SUFFIXES = (".md", ".markdown")
WORDS = {
    "es": Words("«»“”", "Ver en {service}", "Imagen en {host}", "Tabla", "Volver al texto", "Video"),
    "en": Words("“”‘’", "Watch on {service}", "Picture on {host}", "Table", "Back to the text", "Video"),
    "pt": Words("“”‘’", "Ver em {service}", "Imagem em {host}", "Tabela", "Voltar ao texto", "Vídeo"),
}
RULES = Rules(tuple(WORDS), "es", ZoneInfo("America/Santiago"))
# Digests say nothing to a reader, and places of values are shown by the findings.
LEFT_OUT = ("digest", "body", "places", "path")


def sources() -> list[Path]:
    """Every case, by name."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in SUFFIXES)


def expected(source: Path) -> dict[Path, str]:
    """The files that say what `source` must become, and what it becomes now: those that exist, or both."""
    read = _read(source)
    now = {".expected.html": _html(read), ".expected.json": _facts(read)}
    files = {source.with_name(source.stem + ending): text for ending, text in now.items()}
    there = {path: text for path, text in files.items() if path.exists()}
    return there or files


def _read(source: Path) -> Read:
    path = f"posts/{source.name}"
    return read_entry(path, source.read_bytes(), Desk(RULES, Renderer(), WORDS, (), {path}))


def _html(read: Read) -> str:
    whole = next(iter(read.html.values()))
    return whole.replace(OPEN, "⟦").replace(CLOSE, "⟧") + "\n"


def _facts(read: Read) -> str:
    """Document, facts and findings as JSON, with empty values left out."""
    entry = read.entry
    body = entry.document.body if entry.document else None
    document = msgspec.to_builtins(entry.document) if entry.document else None
    names = {name: name for name in entry.facts.__struct_fields__ if name != "plain"} | {"headings": "headings_written"}
    facts = {key: [_placed(one) for one in getattr(entry.facts, name)] for name, key in names.items()}
    shown = {
        "document": _full(document, LEFT_OUT) if document else None,
        "headings": [f"{one.level} #{one.id} {one.title}" for one in body.headings] if body else [],
        "references": [_placed(one) for one in body.references] if body else [],
        **facts,
        "diagnostics": [_finding(one) for one in sorted(read.diagnostics, key=sort_key)],
    }
    return json.dumps({key: value for key, value in shown.items() if value != []}, ensure_ascii=False, indent=2) + "\n"


def _full(value: dict[str, object], left_out: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        key: _full(inner) if isinstance(inner, dict) else inner
        for key, inner in value.items()
        if key not in left_out and inner not in ("", None, False, [], (), {})
    }


def _placed(value: msgspec.Struct) -> dict[str, object]:
    fields: dict[str, object] = {name: getattr(value, name) for name in value.__struct_fields__}
    span = fields.pop("span")
    assert isinstance(span, Span)
    plain = {name: _at(value) if isinstance(value, Span) else value for name, value in fields.items()}
    return {"at": _at(span), **_full(plain)}


def _at(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def _finding(found: Diagnostic) -> str:
    hint = f" / {found.hint.said(str)}" if found.hint else ""
    return f"{_at(found.location.span)} {found.severity.value}[{found.rule}] {found.message.said(str)}{hint}"
