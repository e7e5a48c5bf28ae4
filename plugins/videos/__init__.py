"""Videos: what is wrong with an address that should play one."""

from plugins.core.room import Room

ROOM = Room("videos")


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
