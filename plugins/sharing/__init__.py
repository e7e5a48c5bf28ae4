"""Sharing: links that hand a page to the networks, and messages that fit into them."""

from plugins.core.room import Room
from plugins.sharing.config import SharingConfig
from plugins.sharing.share_message_long import RULE

ROOM = Room(
    "sharing",
    settings=("SHARE_NETWORKS", "SOCIAL_HANDLES"),
    configure=SharingConfig.from_settings,
    rules=(RULE,),
)


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
