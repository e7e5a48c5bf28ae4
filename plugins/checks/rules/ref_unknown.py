"""ref-unknown: a `ref` that names no other document, and nearly names one.

What it finds: a `ref` that no other document of the type has, where one without a translation into this language has
nearly that name: one letter, capitals, the plural or the date at its front make the difference.
Why it matters: the two are not known as translations of each other, and readers are told that there is none.
What to do: write the same `ref` in both, or the file name of the other without its language and ending.
"""

import re
from collections.abc import Iterator

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
MESSAGE = translatable("No other document has the `ref` “{name}”; `{other}` has nearly the same name, “{near}”.")
HINT = translatable("If this is its translation, write `ref: {near}` here too.")
# A `ref` is several words: where all others are the same, one of four letters says enough.
SHORTEST = 4
DATE = re.compile(r"\d{4}(?:-\d{1,2}){0,2}-(?=\D)")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every lone `ref` that is nearly the name of another group which lacks this language."""
    alone = [next(iter(members.values())) for members in site.translations.values() if len(members) == 1]
    lone = [document for document in alone if _says(document)]
    groups = {key: _Groups(site, *key) for key in {(document.kind, document.lang) for document in lone}}
    said: set[tuple[str, str]] = set()
    # Of two that miss each other, the translation is to follow.
    for document in sorted(lone, key=lambda one: (site.language(one).is_default, one.path)):
        near = groups[(document.kind, document.lang)].nearest(document.group)
        if near and (document.kind, near) not in said:
            said.add((document.kind, document.group))
            yield _finding(document, near, next(iter(site.translations[(document.kind, near)].values())))


def _says(document: AnyDocument) -> bool:
    """Whether it has a `ref`: without one, its group is called like its file."""
    return not document.path.rpartition("/")[2].startswith(document.group)


class _Groups:
    """The groups of a type that lack a language, by their names with the date and without it."""

    def __init__(self, site: Site, kind: str, lang: str) -> None:
        self._groups: dict[str, str] = {}
        for (other, group), members in site.translations.items():
            if other == kind and lang not in members:
                for name in (group, DATE.sub("", group, count=1)):
                    self._groups.setdefault(name, group)
        self._spellings = Spellings(self._groups, SHORTEST)

    def nearest(self, ref: str) -> str:
        """The group that was probably meant; empty where none is near."""
        if not self._groups:
            return ""
        return next((self._groups[name] for name in (ref, *self._spellings.near(ref)) if name in self._groups), "")


def _finding(document: AnyDocument, near: str, other: AnyDocument) -> Diagnostic:
    written = document.group
    values: dict[str, str | int] = {"name": written, "other": other.path, "near": near}
    fix = replacing(words_at(document, written, "ref"), near)
    at = place(document, "ref")
    return Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT, values), written, fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find, fix="unsafe")
