"""translation-repeated: two translations of one document into the same language.

What it finds: two files of one type that belong together (by `ref` or by file name) in the same language, for example
`agua.md` beside `agua.es.md` where Spanish is the default.
Why it matters: the switch of languages can lead to only one of them; the other would be lost.
What to do: delete one, or correct its `lang`, or give it a `ref` of its own.
"""

from collections.abc import Iterator

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "translation-repeated"
OTHER = """---
title: El agua llegó al barrio
intro: Lo que cuentan las vecinas un mes después de la obra.
categories: Proyectos
ref: agua
---
El agua llegó un lunes, y la plaza se llenó de gente que quería verla salir.
"""
EXAMPLE = Example("ref: agua", "ref: agua-limpia", beside={"posts/2026-02-01-agua.md": OTHER})
MESSAGE = translatable("This document exists twice in {language}: the other one is `{other}`.")
HINT = translatable("Delete one of the two, or correct its `lang`, or give it a `ref` of its own.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every document whose type, translation group and language an earlier path has."""
    first: dict[tuple[str, str, str], AnyDocument] = {}
    for _, document in sorted(site.documents.items()):
        other = first.setdefault((document.kind, document.group, document.lang), document)
        if other is not document:
            yield _finding(document, other, site.language(document).name)


def _finding(document: AnyDocument, other: AnyDocument, language: str) -> Diagnostic:
    at = place(document, "ref" if "ref" in document.marks else "lang")
    message = Text(MESSAGE, {"language": language, "other": other.path})
    return Diagnostic(at, NAME, Severity.ERROR, message, Text(HINT), other.path)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "documents", site=find, firm=True)
