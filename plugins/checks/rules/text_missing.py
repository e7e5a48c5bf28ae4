"""text-missing: a post or a page with nothing in it.

What it finds: a post or a page that has no text below its front matter, no picture and no video; drafts pass.
Why it matters: readers come from a list or a search, and find a title with an empty page below it.
What to do: write the text; or keep it as a draft with `draft: true` until it is there.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "text-missing"
FRONT = """---
title: Agua limpia para todos
date: 2026-03-02 09:00:00 -0300
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
---
"""
EXAMPLE = Example(FRONT, f"{FRONT}El agua llegó al barrio el lunes por la mañana.\n", "file")
MESSAGE = translatable("Below the front matter stands no text.")
HINT = translatable("Write it, or add `draft: true` until it is there.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """A document of `entry` that would be published empty."""
    document = entry.document
    if entry.facts.plain.strip() or document is None or entry.kind not in ("post", "page") or document.draft:
        return
    # A comment, or code, is not nothing: whoever wrote it meant something.
    if not entry.source.body.strip() and not entry.pictures and entry.video is None:
        at = entry.source.at("title")
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE), Text(HINT), "")


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
