"""The pages' part of the plan."""

from collections.abc import Iterator

from plugins.core.output import Output
from plugins.core.site import Site
from plugins.pages.desk import Desk
from plugins.pages.documents import document_outputs
from plugins.pages.home import home_outputs
from plugins.pages.lists import list_outputs


def outputs(site: Site) -> Iterator[Output]:
    """Every HTML page but the redirects."""
    desk = Desk(site)
    yield from document_outputs(desk)
    yield from home_outputs(desk)
    yield from list_outputs(desk)
