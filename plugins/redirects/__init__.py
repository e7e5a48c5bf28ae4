"""Redirects: each former address of a document leads to where it is now."""

from plugins.core.room import Room
from plugins.redirects.former import outputs
from plugins.redirects.redirect_loop import RULE

ROOM = Room(name="redirects", rules=(RULE,), outputs=outputs)


def register() -> None:
    """Pelican calls this; the generator reads ROOM."""
