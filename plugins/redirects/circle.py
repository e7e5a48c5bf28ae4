"""Former addresses that lead in a circle: to where the document itself stands, or two documents to each other."""

from collections.abc import Mapping

from plugins.core.document import AnyDocument
from plugins.core.site import Site
from plugins.core.url import with_slash

Circles = Mapping[tuple[str, int], str]


def circles(site: Site) -> Circles:
    """By path and number in `redirect_from`, the document that stands at each address that is no former one."""
    asked = [document for document in site.documents.values() if document.redirect_from]
    if not asked:
        return {}
    owners = {address: path for path, address in site.paths.items()}
    found: dict[tuple[str, int], str] = {}
    for document in asked:
        for number, former in enumerate(document.redirect_from):
            owner = owners.get(with_slash(former))
            if owner == document.path or (owner is not None and _leads_back(site, owner, document)):
                found[(document.path, number)] = owner
    return found


def _leads_back(site: Site, owner: str, document: AnyDocument) -> bool:
    address = site.paths[document.path]
    return any(with_slash(former) == address for former in site.documents[owner].redirect_from)
