"""The corpus: posts, campaigns, experiences and pages that are the same each time, as values.

Post `i` is in Spanish, English or Portuguese in turn. Of thirty posts in a row the first three are
translations of each other. Everything else about a post depends on its number alone, but for its date: dates
are spread over the same years however many posts there are, so that the archive always has its pages.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from tools.bench.document import Document, Front
from tools.bench.sheets import campaign_count, campaign_file, cover, ending, sheets
from tools.bench.words import AUTHORS, CATEGORIES, LANGUAGES, TAGS
from tools.bench.writing import Writer, plain

FIRST, LAST = datetime(2013, 1, 2, 9, 0), datetime(2025, 12, 20, 9, 0)
TRANSLATED_OF, CYCLE = 3, 30
LINKED_TO, FREE = 4, 5
"""Other posts link to those whose number leaves 4 when divided by 7; nobody links to those that leave 5."""


def documents(posts: int) -> Iterator[Document]:
    """The whole corpus."""
    yield from (post(number, posts) for number in range(posts))
    yield from sheets(posts)


def post(number: int, posts: int) -> Document:
    """The post of that number among so many."""
    lang = LANGUAGES[number % 3]
    chance = Random(f"post/{number}")
    leader = number - number % CYCLE
    group = leader if number % CYCLE < TRANSLATED_OF else number
    writer = Writer(lang, f"post/{number}", _links(number, posts) if chance.random() < 0.2 else ())
    shared = Random(f"group/{group}")
    title = writer.title()
    front: Front = {
        "layout": "post",
        "title": title,
        "slug": f"{plain(title)}-{number}",
        "date": _stamp(_date(group, posts)),
        "intro": writer.line(4, 5),
        "categories": [shared.choice(CATEGORIES)[1][number % 3]],
        "tags": sorted(chance.sample(TAGS[lang], chance.randint(2, 5))),
        "authors": sorted(shared.sample(AUTHORS, shared.randint(1, 2))),
    }
    if number % 10 == 7:
        front["updated"] = _stamp(_date(group, posts) + timedelta(days=5))
    if group % 50 == 0:
        front["highlighted"] = True
    if group % 25 == 3:
        front["campaign"] = campaign_file(group // 25 % campaign_count(posts))
    if number % 4 != 3:
        front["share_message"] = f"{writer.line(3, 5)} #{plain(title).split('-')[0]}"
    if number % 20 == 11:
        front["redirect_from"] = [f"/blog/{number}/"]
    if shared.random() < 0.6:
        front["single_image"] = [cover(writer)]
    return Document("post", lang, post_path(number, posts), front, writer.body())


def post_path(number: int, posts: int) -> str:
    """The file of a post; translations of each other have one name and an ending of their language."""
    group = number - number % CYCLE if number % CYCLE < TRANSLATED_OF else number
    return f"posts/{_date(group, posts):%Y-%m-%d}-nota-{group:06}{ending(LANGUAGES[number % 3])}"


def _links(number: int, posts: int) -> tuple[str, ...]:
    near = range(max(0, number - 84), number)
    targets = [other for other in near if other % 7 == LINKED_TO and other % 3 == number % 3]
    return tuple(post_path(other, posts).removeprefix("posts/") for other in targets)


def _date(number: int, posts: int) -> datetime:
    return FIRST + timedelta(minutes=int((LAST - FIRST).total_seconds() / 60 * number / max(posts, 1)))


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} -0300"
