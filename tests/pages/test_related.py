"""Related documents: the quick way finds what the plain one finds."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from plugins.core.document import Experience, Post
from plugins.core.site import Site
from plugins.pages.related import CAMPAIGN, CATEGORY, SHOWN, TAG, TOPIC, WINDOW, Related
from tests.factory import experience, moment, post, site

Shelved = Post | Experience
names = st.lists(st.sampled_from("abcd"), max_size=3).map(tuple)
posts = st.lists(st.tuples(names, names, st.sampled_from(["", "x", "y"]), st.integers(1, 28)), max_size=30)
experiences = st.lists(st.tuples(names, st.integers(1, 28)), max_size=20)


def plain(ours: Site, document: Shelved) -> tuple[Shelved, ...]:
    """Every document in a window of every group that it shares, by score, nearness and place."""
    shelf = ours.shelves["es"]
    kin: tuple[Shelved, ...] = shelf.posts if isinstance(document, Post) else shelf.experiences
    groups: list[tuple[list[Shelved], int]] = []
    if isinstance(document, Post):
        groups += [(list(group.members), TAG) for group in shelf.tags]
        groups += [(list(group.members), CATEGORY) for group in shelf.categories]
        groups += [([one for one in shelf.posts if one.campaign == name], CAMPAIGN) for name in ("x", "y")]
    else:
        groups += [([one for one in shelf.experiences if topic in one.topics], TOPIC) for topic in "abcd"]
    scores: Counter[int] = Counter()
    for members, weight in groups:
        if document in members:
            at = members.index(document)
            for other in members[max(0, at - WINDOW) : at + WINDOW + 1]:
                scores[kin.index(other)] += weight
    here = kin.index(document)
    ranked = sorted(set(scores) - {here}, key=lambda place: (-scores[place], abs(place - here), place))
    return tuple(kin[place] for place in ranked[:SHOWN])


@given(posts, experiences)
def test_the_nearest_of_those_that_share_the_most_are_related(
    written: list[tuple[tuple[str, ...], tuple[str, ...], str, int]], told: list[tuple[tuple[str, ...], int]]
) -> None:
    documents: list[Shelved] = [
        post(f"p{at}", tags=tags, categories=categories, campaign=name, date=moment(f"2026-03-{day:02}T09:00:00-03:00"))
        for at, (tags, categories, name, day) in enumerate(written)
    ]
    documents += [
        experience(f"e{at}", topics=topics, date=moment(f"2026-03-{day:02}T09:00:00-03:00"))
        for at, (topics, day) in enumerate(told)
    ]
    ours = site(*documents)
    related = Related(ours, "es")
    for document in documents:
        assert related.of(document) == plain(ours, document)
