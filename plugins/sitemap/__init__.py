"""Sitemap: every page that may be found, for search engines, and the robots.txt that names it."""

from plugins.core.room import Room
from plugins.sitemap.maps import products

ROOM = Room(name="sitemap", products=products)


def register() -> None:
    """Pelican calls this; the generator reads ROOM."""
