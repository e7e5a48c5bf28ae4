"""title-repeated: two documents with the same title.

What it finds: a title that another document of the same language has too; capitals, accents and signs do not count.
Why it matters: in lists, searches and shares readers cannot tell one from the other, and open the wrong one.
What to do: say in the title what makes this one different: the place, the year, what is new.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.slug import slugify

NAME = "title-repeated"
OTHER = """---
title: «Agua limpia para todos»
intro: Hace un año el agua todavía no llegaba al cerro.
categories: Proyectos
---
Hace un año las vecinas subían el agua en bidones, dos veces por día.
"""
EXAMPLE = Example(
    "title: Agua limpia para todos",
    "title: Agua limpia para todos, un año después",
    beside={"posts/2025-03-02-agua-para-el-cerro.md": OTHER},
)
MESSAGE = translatable("The title “{title}” is also that of `{other}`: in a list nobody can tell them apart.")
HINT = translatable("Say in the title what is different here: the place, the year, what is new.")
# A longer one is cut off in a slug.
LONGEST = 100
NEVER = datetime.min.replace(tzinfo=UTC)


def find(site: Site) -> Iterator[Diagnostic]:
    """Every document whose title an earlier one in its language has."""
    first: dict[tuple[str, str], AnyDocument] = {}
    repeated: list[AnyDocument] = []
    for document in site.documents.values():
        if first.setdefault((document.lang, _said(document.title)), document) is not document:
            repeated.append(document)
    if repeated:
        yield from _findings(site, {(one.lang, _said(one.title)) for one in repeated})


def _findings(site: Site, repeated: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], AnyDocument] = {}
    for document in sorted(site.documents.values(), key=_order):
        key = (document.lang, _said(document.title))
        other = first.setdefault(key, document) if key in repeated else document
        if other is not document and not _is_told(site, document, other):
            values: dict[str, str | int] = {"title": document.title, "other": other.path}
            at = place(document, "title")
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT), document.title)


def _said(title: str) -> str:
    return slugify(title) if len(title) <= LONGEST else title.casefold()


def _order(document: AnyDocument) -> tuple[datetime, str]:
    return document.date.order if document.date else NEVER, document.path


def _is_told(site: Site, one: AnyDocument, other: AnyDocument) -> bool:
    """Whether another rule says already that the two are one."""
    if (one.kind, one.group) == (other.kind, other.group):
        return True
    return site.paths[one.path].casefold() == site.paths[other.path].casefold()


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", site=find)
