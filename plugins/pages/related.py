"""Related documents: those that share the most tags, categories and the campaign, the nearest in time first.

Each group is looked at in a window around the document, so that the work grows with the number of
documents and not with its square. Only paths are kept: which documents are related follows from the structure
of the site, and holds while their texts change.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from plugins.core.document import Experience, Post
from plugins.core.shelf import Shelf
from plugins.core.site import Site

WINDOW = 6
SHOWN = 3
CAMPAIGN, TAG, CATEGORY, TOPIC = 4, 3, 1, 1
Shelved = Post | Experience


class Related:
    """What is related within one language; groups are indexed at the first question, documents when asked for."""

    def __init__(self, site: Site, lang: str) -> None:
        """The posts and the experiences of `lang`."""
        shelf = site.shelves[lang]
        kinds: tuple[Sequence[Shelved], ...] = (shelf.posts, shelf.experiences)
        self._shelves = {one.path: place for kind in kinds for place, one in enumerate(kind)}
        self._paths = [[one.path for one in kind] for kind in kinds]
        self._weighed = [*_of_posts(shelf), *_of_experiences(shelf)]
        self._found: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _groups(self) -> dict[str, list[tuple[Sequence[int], int, int]]]:
        """The groups of each document: the places of their members on the shelf, its own among them, the weight."""
        found: dict[str, list[tuple[Sequence[int], int, int]]] = defaultdict(list)
        for members, weight in self._weighed:
            # Groups never mix the two types: within one, a document is its place on the shelf.
            places = [self._shelves[path] for path in members]
            for at, path in enumerate(members):
                found[path].append((places, at, weight))
        return found

    def of(self, document: Shelved) -> tuple[str, ...]:
        """The paths of up to three documents of the same type that are related to `document`."""
        if document.path not in self._found:
            self._found[document.path] = self._of(document)
        return self._found[document.path]

    def _of(self, document: Shelved) -> tuple[str, ...]:
        here, paths = self._shelves[document.path], self._paths[isinstance(document, Experience)]
        scores: dict[int, int] = {}
        for places, at, weight in self._groups.get(document.path, ()):
            for place in places[max(0, at - WINDOW) : at + WINDOW + 1]:
                scores[place] = scores.get(place, 0) + weight
        scores.pop(here, None)
        ranked = sorted([(-score, abs(place - here), place) for place, score in scores.items()])
        return tuple(paths[place] for _, _, place in ranked[:SHOWN])


def _of_posts(shelf: Shelf) -> Iterable[tuple[list[str], int]]:
    for groups, weight in ((shelf.tags, TAG), (shelf.categories, CATEGORY)):
        for group in groups:
            yield [post.path for post in group.members], weight
    campaigns: dict[str, list[str]] = defaultdict(list)
    for post in shelf.posts:
        if post.campaign:
            campaigns[post.campaign].append(post.path)
    for members in campaigns.values():
        yield members, CAMPAIGN


def _of_experiences(shelf: Shelf) -> Iterable[tuple[list[str], int]]:
    topics: dict[str, list[str]] = defaultdict(list)
    for experience in shelf.experiences:
        for topic in dict.fromkeys(experience.topics):
            topics[topic].append(experience.path)
    for members in topics.values():
        yield members, TOPIC
