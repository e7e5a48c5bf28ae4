"""ref-unknown: a `ref` that names no other document, and nearly names one.

What it finds: a `ref` that no other document of the type has, where one without a translation into this language has
nearly that name: one letter, capitals, the plural or the date at its front make the difference.
Why it matters: the two are not known as translations of each other, and readers are told that there is none.
What to do: write the same `ref` in both, or the file name of the other without its language and ending.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from plugins.checks.place import place, replacing, words_at
from plugins.checks.spelling import Spellings
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "ref-unknown"
ORIGINAL = """---
title: Agua limpia para todos
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
---
El agua llegó al barrio el lunes por la mañana, y la gente salió a la calle.
"""
EXAMPLE = Example(
    "ref: 2026-02-27-agua-limpa",
    "ref: 2026-02-27-agua-limpia",
    path="posts/2026-03-02-clean-water.en.md",
    beside={"posts/2026-02-27-agua-limpia.md": ORIGINAL},
)
MESSAGE = translatable("No other document has the `ref` «{name}»; `{other}` has nearly the same name, «{near}».")
HINT = translatable("If this is its translation, write `ref: {near}` here too.")
# A `ref` is several words: where all others are the same, one of four letters says enough.
SHORTEST = 4
DATE = re.compile(r"\d{4}(?:-\d{1,2}){0,2}-(?=\D)")


class Group(Struct, frozen=True):
    """A translation group and one of its members."""

    name: str
    member: AnyDocument


def find(site: Site) -> Iterator[Diagnostic]:
    """Every lone `ref` that is nearly the name of another group which lacks this language."""
    lone = [
        one for members in site.translations.values() if len(members) == 1 for one in members.values() if _says(one)
    ]
    said: set[tuple[str, str]] = set()
    for kind in sorted({document.kind for document in lone}):
        names, near = _names(site, kind)
        # Of two that miss each other, the translation is to follow.
        for document in sorted((one for one in lone if one.kind == kind), key=lambda one: _rank(site, one)):
            group = _nearest(site, document, names, near)
            if group is not None and (group.name, document.group) not in said:
                said.add((document.group, group.name))
                yield _finding(document, group)


def _says(document: AnyDocument) -> bool:
    """Whether it has a `ref` of its own."""
    # Most are called like their file, and unpacking the marks of each takes longer.
    name = document.path.rpartition("/")[2]
    return not name.startswith(document.group) and "ref" in document.marks


def _rank(site: Site, document: AnyDocument) -> tuple[bool, str]:
    return site.language(document).is_default, document.path


def _names(site: Site, kind: str) -> tuple[Mapping[str, list[str]], Spellings]:
    """The groups of a type by their names, with and without the date; and these names to compare with."""
    names: dict[str, list[str]] = {}
    for group_kind, group in site.translations:
        if group_kind == kind:
            for name in dict.fromkeys((group, DATE.sub("", group, count=1))):
                names.setdefault(name, []).append(group)
    return names, Spellings(names, SHORTEST)


def _nearest(site: Site, document: AnyDocument, names: Mapping[str, list[str]], near: Spellings) -> Group | None:
    for name in (document.group, *near.near(document.group)):
        for group in names.get(name, ()):
            members = site.translations[(document.kind, group)]
            if group != document.group and document.lang not in members:
                return Group(group, next(iter(members.values())))
    return None


def _finding(document: AnyDocument, group: Group) -> Diagnostic:
    written = document.group
    values: dict[str, str | int] = {"name": written, "other": group.member.path, "near": group.name}
    fix = replacing(words_at(document, written, "ref"), group.name)
    at = place(document, "ref")
    return Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT, values), written, fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find, fix="unsafe")
