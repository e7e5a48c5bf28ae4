"""A site in which the text of some documents is another, and everything stands where it stood."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec import structs

from plugins.core.document import AnyDocument
from plugins.core.shelf import Group, Shelf
from plugins.core.site import Site

K = TypeVar("K")
New = Mapping[str, AnyDocument]


def replaced(site: Site, new: New) -> Site:
    """`site` with the documents `new` (by path) in place of those at these paths.

    It is what `related` would make as long as the structure (`plugins.core.record`) is the same.
    """
    langs = {document.lang for document in new.values()}
    siblings = {(document.kind, document.group) for document in new.values()}
    return structs.replace(
        site,
        documents=_by_name(site.documents, new),
        shelves={code: _shelf(shelf, new) if code in langs else shelf for code, shelf in site.shelves.items()},
        translations={**site.translations, **{key: _by_name(site.translations[key], new) for key in siblings}},
        campaigns=_by_name(site.campaigns, new),
        members={path: _all(members, new) for path, members in site.members.items()},
    )


def _by_name(documents: dict[K, Any], new: New) -> dict[K, Any]:
    return {name: new.get(document.path, document) for name, document in documents.items()}


def _shelf(shelf: Shelf, new: New) -> Shelf:
    kinds = (shelf.posts, shelf.campaigns, shelf.experiences, shelf.pages)
    groups = (shelf.categories, shelf.tags, shelf.years)
    return Shelf(*(_all(kind, new) for kind in kinds), *(tuple(_groups(kind, new)) for kind in groups))


def _groups(groups: Iterable[Group], new: New) -> Iterable[Group]:
    for group in groups:
        members = _all(group.members, new)
        yield group if members is group.members else structs.replace(group, members=members)


def _all(documents: tuple[Any, ...], new: New) -> tuple[Any, ...]:
    if new.keys().isdisjoint([document.path for document in documents]):
        return documents
    return tuple(new.get(document.path, document) for document in documents)
