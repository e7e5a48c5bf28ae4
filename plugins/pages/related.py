"""Related documents: those that share the most tags, categories and the campaign, the nearest in time first.

Each group is looked at in a window around the document, so that the work grows with the number of
documents and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from plugins.core.document import Experience, Post
from plugins.core.site import Site

WINDOW = 6
SHOWN = 3
CAMPAIGN, TAG, CATEGORY, TOPIC = 4, 3, 1, 1
Shelved = Post | Experience


class Related:
    """What is related within one language; groups are indexed once, documents scored when asked for."""

    def __init__(self, site: Site, lang: str) -> None:
        """Index the posts and the experiences of `lang`."""
        shelf = site.shelves[lang]
        kinds: tuple[Sequence[Shelved], ...] = (shelf.posts, shelf.experiences)
        self._shelves = {one.path: (kind, place) for kind in kinds for place, one in enumerate(kind)}
        self._groups: dict[str, list[tuple[Sequence[int], int, int]]] = defaultdict(list)
        self._found: dict[str, tuple[Shelved, ...]] = {}
        self._add((group.members for group in shelf.tags), TAG)
        self._add((group.members for group in shelf.categories), CATEGORY)
        campaigns: dict[str, list[Shelved]] = defaultdict(list)
        for post in shelf.posts:
            if post.campaign:
                campaigns[post.campaign].append(post)
        self._add(campaigns.values(), CAMPAIGN)
        topics: dict[str, list[Shelved]] = defaultdict(list)
        for experience in shelf.experiences:
            for topic in dict.fromkeys(experience.topics):
                topics[topic].append(experience)
        self._add(topics.values(), TOPIC)

    def _add(self, groups: Iterable[Sequence[Shelved]], weight: int) -> None:
        """Groups never mix the two types: within one, a document is its place on the shelf."""
        for members in groups:
            places = [self._shelves[one.path][1] for one in members]
            for at, one in enumerate(members):
                self._groups[one.path].append((places, at, weight))

    def of(self, document: Shelved) -> tuple[Shelved, ...]:
        """Up to three documents of the same type that are related to `document`."""
        if document.path not in self._found:
            self._found[document.path] = self._of(document)
        return self._found[document.path]

    def _of(self, document: Shelved) -> tuple[Shelved, ...]:
        shelf, here = self._shelves[document.path]
        scores: dict[int, int] = {}
        for places, at, weight in self._groups.get(document.path, ()):
            for place in places[max(0, at - WINDOW) : at + WINDOW + 1]:
                scores[place] = scores.get(place, 0) + weight
        scores.pop(here, None)
        ranked = sorted([(-score, abs(place - here), place) for place, score in scores.items()])
        return tuple(shelf[place] for _, _, place in ranked[:SHOWN])
