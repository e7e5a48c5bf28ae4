"""A file's text read as the generator reads it, and what a finding's carets stand under."""

from zoneinfo import ZoneInfo

from plugins.core.diagnostic import Diagnostic
from plugins.core.document import AnyDocument
from plugins.core.entry import Entry
from plugins.front_matter.rules import Rules
from plugins.generator.entries import Desk, read_entry
from plugins.markdown.render import Renderer
from plugins.markdown.words import Words

LANGUAGES = ("es", "en", "pt")
PATH = "posts/2026-03-02-agua.md"
FRONT = """---
title: Agua limpia
intro: Lo esencial
categories: Proyectos
"""
RULES = Rules(LANGUAGES, "es", ZoneInfo("America/Santiago"))


def entry(front: str = "", body: str = "Texto.\n", path: str = PATH) -> Entry:
    """The entry of a post with the fields `front` besides the required ones."""
    desk = Desk(RULES, Renderer(), {lang: Words() for lang in LANGUAGES}, (), {path})
    return read_entry(path, f"{FRONT}{front}---\n{body}".encode(), desk).entry


def document(front: str = "", body: str = "Texto.\n", path: str = PATH) -> AnyDocument:
    """The document of such an entry."""
    made = entry(front, body, path).document
    assert made is not None
    return made


def marked(found: Diagnostic, text: str) -> str:
    """What `found` points at in `text`."""
    span = found.location.span
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def names(found: list[Diagnostic]) -> list[tuple[str, str]]:
    """Rule and severity of each finding."""
    return [(one.rule, one.severity.value) for one in found]


def said(found: Diagnostic) -> str:
    """Message and hint in English."""
    hint = found.hint.said(str) if found.hint else ""
    return f"{found.message.said(str)} {hint}"
