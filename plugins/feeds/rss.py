"""A feed as RSS 2.0, written by feedgen."""

from functools import lru_cache
from html import escape
from typing import Any

from plugins.core.output import RenderContext
from plugins.core.prose import resolve
from plugins.feeds.feed import Feed, Item

GENERATOR = "Pregón"
MIME_TYPE = "application/rss+xml"
# Posts that are in the feed of their language and of their categories: as many as are new in a few dozen feeds.
REMEMBERED = 500


def render(feed: Feed, context: RenderContext) -> bytes:
    """The RSS document of `feed`."""
    # Slow to import, and most builds change no feed.
    from feedgen.feed import FeedGenerator

    channel = FeedGenerator()
    channel.load_extension("dc")
    channel.title(feed.title)
    channel.description(feed.description)
    # feedgen takes the last link for the channel's page.
    channel.link(href=feed.url, rel="self", type=MIME_TYPE)
    channel.link(href=feed.home, rel="alternate")
    channel.language(feed.lang)
    channel.generator(GENERATOR)
    # feedgen would stamp the moment of the build.
    channel.lastBuildDate(feed.changed.when)
    for item in feed.items:
        body = resolve(context.body(item.body.digest), item.body.targets)
        _fill(channel.add_entry(order="append"), item, _encoded(item, body))
    return bytes(channel.rss_str(pretty=True))


@lru_cache(maxsize=REMEMBERED)
def _encoded(item: Item, body: str) -> str:
    from plugins.feeds.encoded import to_encoded

    return to_encoded(item, body)


def _fill(entry: Any, item: Item, encoded: str) -> None:
    entry.title(item.title)
    entry.link(href=item.url)
    entry.guid(item.id, permalink=False)
    entry.pubDate(item.date.when)
    # RSS's own `author` wants an e-mail address.
    entry.dc.dc_creator(list(item.authors))
    entry.category([{"term": name} for name in item.categories])
    # Readers take a description for HTML; feedgen writes `content:encoded` only beside one.
    entry.description(escape(item.intro, quote=False), isSummary=True)
    if encoded:
        entry.content(encoded)
    if item.enclosure:
        entry.enclosure(item.enclosure.url, item.enclosure.size, item.enclosure.mime)
