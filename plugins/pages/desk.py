"""The desk on which pages are made: the site, and what every page of it needs, made once."""

from functools import cached_property

from plugins.core.document import AnyDocument
from plugins.core.site import Site
from plugins.core.url import output_path, site_path
from plugins.pages.cards import Cards
from plugins.pages.frame import frames
from plugins.pages.related import Related, Shelved
from plugins.sharing.config import SharingConfig


class Desk:
    """One site's cards, frames, related documents and share settings."""

    def __init__(self, site: Site) -> None:
        """Frames are made at once, everything else when it is asked for."""
        self.site = site
        self.cards = Cards(site)
        self.frames = frames(site)
        self.sharing, _ = SharingConfig.from_settings(site.config.settings)

    def related(self, document: Shelved) -> tuple[AnyDocument, ...]:
        """The documents of the same type and language that are related to `document`."""
        known = ("pages.related", document.lang)
        if known not in self.site.kept:
            self.site.kept[known] = Related(self.site, document.lang)
        paths: tuple[str, ...] = self.site.kept[known].of(document)
        return tuple(self.site.documents[path] for path in paths)

    @cached_property
    def asked(self) -> frozenset[str] | None:
        """The documents whose own pages are wanted; None: all of them."""
        focus = self.site.focus
        if focus is None:
            return None
        places = {path for one in focus for path in (site_path(one), f"/{one}")}
        found = [name for name, place in self.site.paths.items() if place in places]
        return frozenset(name for name in found if output_path(self.site.paths[name]) in focus)

    @cached_property
    def folders(self) -> frozenset[str] | None:
        """The folders, with `/` at their end, in which something is wanted; None: all of them."""
        if self.site.focus is None:
            return None
        parts = (path.split("/")[:-1] for path in self.site.focus)
        return frozenset("".join(f"{part}/" for part in part[:end]) for part in parts for end in range(len(part) + 1))
