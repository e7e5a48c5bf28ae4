"""Assets: the theme's style sheet, script, fonts and icons, as published files."""

from plugins.assets.assets import outputs
from plugins.core.room import Room

ROOM = Room("assets", outputs=outputs)


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
