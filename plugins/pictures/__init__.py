"""Pictures and other files of the content folder, published without what they tell about people and places."""

from plugins.core.room import Room
from plugins.pictures.publish import outputs

ROOM = Room("pictures", outputs=outputs)


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
