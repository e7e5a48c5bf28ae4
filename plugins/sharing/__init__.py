"""Sharing: links that hand a page to the networks, and messages that fit into them."""

from plugins.core.room import Room
from plugins.sharing import (
    handle_unknown,
    share_message_address,
    share_message_empty,
    share_message_like_title,
    share_message_long,
    share_message_spacing,
)
from plugins.sharing.config import SharingConfig

ROOM = Room(
    "sharing",
    settings=("SHARE_NETWORKS", "SOCIAL_HANDLES"),
    configure=SharingConfig.from_settings,
    rules=(
        handle_unknown.RULE,
        share_message_address.RULE,
        share_message_empty.RULE,
        share_message_like_title.RULE,
        share_message_long.RULE,
        share_message_spacing.RULE,
    ),
)


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
