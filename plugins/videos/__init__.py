"""Videos: what is wrong with an address that should play one."""

from plugins.core.room import Room
from plugins.videos.video_address import RULE

ROOM = Room("videos", rules=(RULE,))


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
