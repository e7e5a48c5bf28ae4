"""The pages' part of the plan."""

from collections.abc import Iterator

from plugins.core.output import Output
from plugins.core.site import Site
from plugins.pages.documents import document_outputs
from plugins.pages.frame import frames
from plugins.pages.lists import list_outputs
from plugins.sharing.config import SharingConfig


def outputs(site: Site) -> Iterator[Output]:
    """Every HTML page but the redirects."""
    made = frames(site)
    sharing, _ = SharingConfig.from_settings(site.config.settings)
    yield from document_outputs(site, made, sharing)
    yield from list_outputs(site, made)
