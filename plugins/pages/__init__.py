"""Pages: what stands on each page of the site, and its template."""

from plugins.core.room import Room
from plugins.pages.plan import outputs

ROOM = Room("pages", outputs=outputs)


def register() -> None:
    """Pelican calls this; the generator reads `ROOM`."""
