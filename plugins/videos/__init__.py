"""Videos: what is wrong with an address that should play one, and with how it is written."""

from plugins.core.room import Room
from plugins.videos import iframe_video, video_address, video_untitled

ROOM = Room("videos", rules=(video_address.RULE, iframe_video.RULE, video_untitled.RULE))


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
