"""Who can correct a finding: a machine, who writes, several who write, or who looks after the site."""

from enum import StrEnum
from pathlib import PurePath

from plugins.core.diagnostic import Diagnostic
from plugins.core.rule import Rule


class Whose(StrEnum):
    """In the order in which it is best done: what a machine corrects need not be read."""

    MACHINE = "machine"
    WRITER = "writer"
    TOGETHER = "together"
    KEEPER = "keeper"


def whose(found: Diagnostic, rule: Rule | None) -> Whose:
    """Who can correct `found`, a finding of `rule` (None where it has no page of its own)."""
    if found.is_fixable:
        return Whose.MACHINE
    topic = rule.topic if rule is not None else ""
    if topic == "settings" or is_kept(found.location.path):
        return Whose.KEEPER
    return Whose.TOGETHER if topic == "documents" else Whose.WRITER


def is_kept(path: str) -> bool:
    """Whether the file is none of the site's texts and pictures: its lists, its settings, the theme."""
    return PurePath(path).is_absolute() or path.startswith(("data/", ".")) or path.endswith(".py")
