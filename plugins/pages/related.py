"""Related posts: those that share the most tags, categories and the campaign, the nearest in time first.

Each tag, category and campaign is looked at in a window around the post, so that the work grows
with the number of posts and not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from plugins.core.document import Post
from plugins.core.site import Site

WINDOW = 12
SHOWN = 3


def related_posts(site: Site, lang: str) -> dict[str, tuple[Post, ...]]:
    """For each post of `lang`, by path, up to three that are related."""
    shelf = site.shelves[lang]
    order = {post.path: number for number, post in enumerate(shelf.posts)}
    scores: dict[str, Counter[str]] = {post.path: Counter() for post in shelf.posts}
    campaigns: dict[str, list[Post]] = defaultdict(list)
    for post in shelf.posts:
        if post.campaign:
            campaigns[post.campaign].append(post)
    _score(scores, (group.members for group in shelf.tags), 3)
    _score(scores, campaigns.values(), 4)
    _score(scores, (group.members for group in shelf.categories), 1)
    by_path = {post.path: post for post in shelf.posts}
    return {path: tuple(by_path[other] for other in _best(found, order, order[path])) for path, found in scores.items()}


def _score(scores: dict[str, Counter[str]], groups: Iterable[Sequence[Post]], weight: int) -> None:
    for members in groups:
        for place, post in enumerate(members):
            for other in members[max(0, place - WINDOW) : place + WINDOW + 1]:
                if other is not post:
                    scores[post.path][other.path] += weight


def _best(found: Counter[str], order: dict[str, int], here: int) -> list[str]:
    ranked = sorted(found, key=lambda path: (-found[path], abs(order[path] - here), order[path]))
    return ranked[:SHOWN]
