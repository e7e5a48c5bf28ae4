"""translation-outdated: a translation that is older than the last change of its original.

What it finds: a translation whose `updated`, or `date` where it has none, is before the `updated` of its original: the
document in the site's own language, else the oldest one.
Why it matters: readers of this language are told something that has been corrected for the others.
What to do: compare the two, bring the translation up to date, and write the day in its `updated`.
"""

from collections.abc import Iterator, Mapping

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import AnyDocument, Moment
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "translation-outdated"
ORIGINAL = """---
title: Agua limpia para todos
date: 2026-03-02
updated: 2026-05-20
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
---
El agua llegó al barrio el lunes por la mañana, y la gente salió a la calle.
"""
EXAMPLE = Example(
    "date: 2026-03-02\nupdated: 2026-04-01",
    "date: 2026-03-02\nupdated: 2026-05-21",
    path="posts/2026-03-02-agua-limpia.en.md",
    beside={"posts/2026-03-02-agua-limpia.md": ORIGINAL},
)
MESSAGE = translatable("This translation is of {day}, and its original, `{other}`, was changed on {changed}.")
HINT = translatable("Bring it up to date, and write `updated:` with the day on which you did.")
PARTS = {"year": 1, "month": 2, "day": 3, "minute": 3}


def find(site: Site) -> Iterator[Diagnostic]:
    """Every translation that is older than its original."""
    for members in site.translations.values():
        if len(members) > 1:
            original = _original(site, members)
            if original is not None and original.updated is not None:
                yield from _of_group(members, original, original.updated)


def _original(site: Site, members: Mapping[str, AnyDocument]) -> AnyDocument | None:
    own = members.get(site.config.default.code)
    if own is not None:
        return own
    dated = [one for one in members.values() if one.date is not None]
    return min(dated, key=lambda one: (one.date.order if one.date else 0, one.path), default=None)


def _of_group(members: Mapping[str, AnyDocument], original: AnyDocument, changed: Moment) -> Iterator[Diagnostic]:
    for document in members.values():
        last = document.updated or document.date
        if document is not original and last is not None and _is_before(last, changed):
            values: dict[str, str | int] = {"day": _day(last), "other": original.path, "changed": _day(changed)}
            key = next((key for key in ("updated", "date", "start") if key in document.marks), "date")
            at = place(document, key)
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT), _day(changed))


def _is_before(one: Moment, other: Moment) -> bool:
    """Whether `one` is on an earlier day, or month or year where only that is said of either."""
    parts = min(PARTS[one.precision], PARTS[other.precision])
    return _parts(one)[:parts] < _parts(other)[:parts]


def _parts(moment: Moment) -> list[str]:
    return moment.iso[:10].split("-")


def _day(moment: Moment) -> str:
    return "-".join(_parts(moment)[: PARTS[moment.precision]])


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find)
