"""Related documents: those that share the most tags, categories and the campaign, the nearest in time first.

Each group is looked at in a window around the document, so that the work grows with the number of
documents and not with its square.
"""

from collections import Counter, defaultdict
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
        self._order = {one.path: place for kind in (shelf.posts, shelf.experiences) for place, one in enumerate(kind)}
        self._groups: dict[str, list[tuple[Sequence[Shelved], int, int]]] = defaultdict(list)
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
        for members in groups:
            for place, one in enumerate(members):
                self._groups[one.path].append((members, place, weight))

    def of(self, document: Shelved) -> tuple[Shelved, ...]:
        """Up to three documents of the same type that are related to `document`."""
        scores: Counter[str] = Counter()
        found: dict[str, Shelved] = {}
        for members, place, weight in self._groups.get(document.path, ()):
            for other in members[max(0, place - WINDOW) : place + WINDOW + 1]:
                if other is not document:
                    scores[other.path] += weight
                    found[other.path] = other
        order, here = self._order, self._order[document.path]
        ranked = sorted(scores, key=lambda path: (-scores[path], abs(order[path] - here), order[path]))
        return tuple(found[path] for path in ranked[:SHOWN])
