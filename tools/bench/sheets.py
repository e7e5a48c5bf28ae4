"""The documents of the corpus that are not posts: campaigns, experiences and pages, with translations."""

from collections.abc import Iterator

from tools.bench.document import Document, Front
from tools.bench.picture import PICTURES
from tools.bench.words import LANGUAGES, PAGES, PLACES, SUBJECTS
from tools.bench.writing import Writer, plain

STATUSES = ("active", "won", "closed")
COLOURS = ("red", "blue", "green", "ochre", "violet", "teal")


def sheets(posts: int) -> Iterator[Document]:
    """All of them, in the numbers that suit so many posts; two of three are translated."""
    for number in range(campaign_count(posts)):
        yield from (_campaign(number, lang) for lang in _languages(number))
    for number in range(max(6, posts // 50)):
        yield from (_experience(number, lang) for lang in _languages(number))
    for number in range(len(PAGES)):
        yield from (_page(number, lang) for lang in LANGUAGES)


def campaign_count(posts: int) -> int:
    """How many campaigns there are, translations not counted."""
    return max(3, posts // 250)


def campaign_file(number: int) -> str:
    """What posts call a campaign: its file's name without language."""
    return f"2024-campana-{number:04}"


def ending(lang: str) -> str:
    """The end of a file's name."""
    return ".md" if lang == LANGUAGES[0] else f".{lang}.md"


def cover(writer: Writer) -> dict[str, str]:
    """A picture with everything that it needs."""
    return {
        "img": f"../images/{writer.chance.choice(PICTURES)}",
        "alt": writer.line(2, 3),
        "caption": writer.line(3, 5),
        "credit": "Plaza Abierta",
        "licence": "CC BY 4.0",
    }


def _languages(number: int) -> tuple[str, ...]:
    return LANGUAGES if number % 3 else LANGUAGES[:1]


def _campaign(number: int, lang: str) -> Document:
    writer = Writer(lang, f"campaign/{number}")
    title = writer.title()
    front: Front = {
        "layout": "campaign",
        "title": title,
        "slug": f"{plain(title)}-{number}",
        "start": f"2024-{number % 12 + 1:02}-10",
        "end": f"2025-{number % 12 + 1:02}-20",
        "status": STATUSES[number % 3],
        "colour": COLOURS[number % 6],
        "hashtag": f"#Plaza{number}",
        "goal": writer.line(3, 5),
        "intro": writer.line(4, 5),
        "share_message": writer.line(3, 5),
        "single_image": [cover(writer)],
        "partners": [{"name": writer.title()} for _ in range(3)],
        "figures": [
            {"number": str(writer.chance.randrange(5000)), "unit": writer.phrase(1, 2), "source": writer.title()}
            for _ in range(3)
        ],
    }
    return Document("campaign", lang, f"campaigns/{campaign_file(number)}{ending(lang)}", front, writer.body(300))


def _experience(number: int, lang: str) -> Document:
    writer = Writer(lang, f"experience/{number}")
    title = writer.title()
    country, city = PLACES[number % len(PLACES)]
    when = f"{2013 + number % 12}-{number % 12 + 1:02}"
    front: Front = {
        "layout": "experience",
        "title": title,
        "slug": f"{plain(title)}-{number}",
        "date": when,
        "entity": writer.title(),
        "country": country,
        "city": city,
        "topics": sorted(writer.chance.sample(SUBJECTS[lang], 2)),
        "methods": [writer.phrase(1, 2)],
        "intro": writer.line(4, 5),
        "problem": writer.line(8, 12),
        "solution": writer.line(8, 12),
        "users": writer.line(3, 4),
        "lessons": writer.line(3, 4),
        "share_message": writer.line(3, 5),
        "single_image": [cover(writer)],
        "results": [
            {"number": str(writer.chance.randrange(5000)), "unit": writer.phrase(1, 2), "source": writer.title()}
            for _ in range(3)
        ],
        "participants": [writer.title() for _ in range(4)],
        "sources": [{"title": writer.title(), "url": f"https://example.org/{number}/{place}"} for place in range(3)],
    }
    return Document("experience", lang, f"experiences/{when}-ficha-{number:05}{ending(lang)}", front, writer.body(300))


def _page(number: int, lang: str) -> Document:
    name, titles = PAGES[number]
    writer = Writer(lang, f"page/{number}")
    title = titles[LANGUAGES.index(lang)]
    front: Front = {"layout": "page", "title": title, "slug": plain(title), "intro": writer.line(4, 5)}
    return Document("page", lang, f"pages/{name}{ending(lang)}", front, writer.body(300))
