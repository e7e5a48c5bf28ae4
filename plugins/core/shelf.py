"""The documents of one language in the orders in which readers see them, and where these orders are known already."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from operator import attrgetter
from typing import Any, Literal, TypeVar

from msgspec import Struct

from plugins.core.document import AnyDocument, Campaign, Experience, Page, Post
from plugins.core.slug import slugify
from plugins.core.taxonomy import Taxonomy, Term

D = TypeVar("D", bound=AnyDocument)


class Group(Struct, frozen=True):
    """Posts of one language that share a category, tag or year, newest first; `key` is the same across languages."""

    key: str
    term: Term
    members: tuple[Post, ...]


class Shelf(Struct, frozen=True):
    """All documents of one language, each list in the order in which readers see it."""

    posts: tuple[Post, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    experiences: tuple[Experience, ...] = ()
    pages: tuple[Page, ...] = ()
    categories: tuple[Group, ...] = ()
    tags: tuple[Group, ...] = ()
    years: tuple[Group, ...] = ()

    @property
    def documents(self) -> tuple[AnyDocument, ...]:
        """Everything on the shelf."""
        return (*self.posts, *self.campaigns, *self.experiences, *self.pages)


class Places(Struct, frozen=True, array_like=True):
    """A shelf without its documents: each stands as its number in the order of the paths of all documents.

    They hold as long as the structure of the site (`plugins.core.record`) is the same.
    """

    posts: tuple[int, ...]
    campaigns: tuple[int, ...]
    experiences: tuple[int, ...]
    pages: tuple[int, ...]
    groups: tuple[tuple[tuple[str, Term, tuple[int, ...]], ...], ...]


def places_of(shelf: Shelf, number: Mapping[str, int]) -> Places:
    """The places of `shelf`, with the `number` of each document by path."""

    def of(documents: Iterable[AnyDocument]) -> tuple[int, ...]:
        return tuple([number[document.path] for document in documents])

    groups = [
        tuple((group.key, group.term, of(group.members)) for group in groups)
        for groups in (shelf.categories, shelf.tags, shelf.years)
    ]
    return Places(of(shelf.posts), of(shelf.campaigns), of(shelf.experiences), of(shelf.pages), tuple(groups))


def shelf_at(places: Places, documents: Sequence[Any]) -> Shelf:
    """The shelf of which `places_of` made `places`, with today's `documents` in the order of their paths."""

    def at(numbers: tuple[int, ...]) -> tuple[Any, ...]:
        return tuple([documents[number] for number in numbers])

    groups = [tuple(Group(key, term, at(members)) for key, term, members in groups) for groups in places.groups]
    return Shelf(at(places.posts), at(places.campaigns), at(places.experiences), at(places.pages), *groups)


def make_shelf(lang: str, documents: Sequence[AnyDocument], taxonomy: Taxonomy) -> Shelf:
    """What there is in `lang` of `documents`, which are in the order of their paths."""
    own = [document for document in documents if document.lang == lang]
    posts = _newest_first([document for document in own if isinstance(document, Post)])
    return Shelf(
        posts,
        _newest_first([document for document in own if isinstance(document, Campaign)]),
        _newest_first([document for document in own if isinstance(document, Experience)]),
        tuple(document for document in own if isinstance(document, Page)),
        _categories(lang, posts, taxonomy),
        _grouped(posts, "tags"),
        _years(posts),
    )


def _newest_first(documents: Iterable[D]) -> tuple[D, ...]:
    """`documents`, in the order of their paths, by date: equal instants stay so, and two builds never differ."""
    return tuple(sorted(documents, key=_instant, reverse=True))


def _instant(document: AnyDocument) -> float:
    return document.date.when.timestamp() if document.date else -inf


def _categories(lang: str, posts: Sequence[Post], taxonomy: Taxonomy) -> tuple[Group, ...]:
    if not taxonomy.categories:
        return _grouped(posts, "categories")
    found = {name: taxonomy.find(name) for name in {name for post in posts for name in post.categories}}
    keys = {name: one.key for name, one in found.items() if one and lang in one.terms}
    members: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for key in dict.fromkeys(keys[name] for name in post.categories if name in keys):
            members[key].append(post)
    return tuple(
        Group(category.key, category.terms[lang], tuple(members[category.key]))
        for category in taxonomy.categories
        if members.get(category.key)
    )


def _grouped(posts: Sequence[Post], field: Literal["categories", "tags"]) -> tuple[Group, ...]:
    names = attrgetter(field)
    counts = Counter(name for post in posts for name in names(post))
    slugs = {name: slugify(name) for name in counts}
    spellings: dict[str, list[str]] = defaultdict(list)
    for name, slug in slugs.items():
        spellings[slug].append(name)
    members: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for slug in dict.fromkeys(slugs[name] for name in names(post)):
            members[slug].append(post)
    groups = [
        Group("", Term(min(spellings[slug], key=lambda name: (-counts[name], name)), slug), tuple(found))
        for slug, found in members.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.term.slug))


def _years(posts: Sequence[Post]) -> tuple[Group, ...]:
    members: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        # ISO 8601 begins with the year.
        members[post.date.iso[:4]].append(post)
    return tuple(Group(year, Term(year, year), tuple(found)) for year, found in sorted(members.items(), reverse=True))
