"""translation-repeated: two translations of one document into the same language.

What it finds: two files of one type that belong together (by `ref` or by file name) in the same language.
Why it matters: the switch of languages can lead to only one of them; the other would be lost.
Example: `agua.en.md` beside `agua-en.md`; `agua.md` beside `agua.es.md` where Spanish is the default.
What to do: delete one, or correct its `lang`, or give it a `ref` of its own.
"""

from collections.abc import Iterator

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.rule import Rule
from plugins.core.site import Site

NAME = "translation-repeated"
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


RULE = Rule(name=NAME, severity=Severity.ERROR, site=find)
