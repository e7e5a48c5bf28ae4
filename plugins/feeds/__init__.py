"""Feeds: what is new, in RSS, for each language and each category."""

from plugins.core.room import Room
from plugins.feeds.channels import outputs

ROOM = Room(name="feeds", outputs=outputs)


def register() -> None:
    """Pelican calls this; the generator reads ROOM."""
