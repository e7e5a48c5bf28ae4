"""The desk on which pages are made: the site, and what every page of it needs, made once."""

from plugins.core.site import Site
from plugins.pages.cards import Cards
from plugins.pages.frame import frames
from plugins.pages.related import Related
from plugins.sharing.config import SharingConfig


class Desk:
    """One site's cards, frames, related documents and share settings."""

    def __init__(self, site: Site) -> None:
        """Frames are made at once, everything else when it is asked for."""
        self.site = site
        self.cards = Cards(site)
        self.frames = frames(site)
        self.sharing, _ = SharingConfig.from_settings(site.config.settings)
        self._related: dict[str, Related] = {}

    def related(self, lang: str) -> Related:
        """What is related within one language."""
        if lang not in self._related:
            self._related[lang] = Related(self.site, lang)
        return self._related[lang]
