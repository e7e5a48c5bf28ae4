"""Checks: the rules about content that read one file, or all documents together."""

from plugins.checks.rules import RULES
from plugins.core.room import Room

ROOM = Room(name="checks", rules=RULES)


def register() -> None:
    """Pelican calls this; the generator reads ROOM."""
