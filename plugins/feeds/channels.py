"""Which feeds the site has: one for each language with posts, one for each of its categories."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial

from plugins.core.document import Moment, Post
from plugins.core.language import Language
from plugins.core.output import Output
from plugins.core.shelf import Shelf
from plugins.core.site import Site
from plugins.core.url import home_path, list_path, output_path
from plugins.feeds.feed import Feed, Item
from plugins.feeds.items import to_item
from plugins.feeds.rss import render
from plugins.feeds.xml_text import to_line

FILE = "feed.xml"


def outputs(site: Site) -> Iterator[Output]:
    """The feeds of the site; a language without posts has none."""
    for language in site.config.languages:
        shelf = site.shelves[language.code]
        if not shelf.posts:
            continue
        items = Items(site, shelf)
        sitename = site.config.sitename
        tagline = site.config.taglines.get(language.code) or sitename
        if site.wants(output_path(home_path(language) + FILE)):
            yield _output(site, language, home_path(language), sitename, tagline, shelf.posts, items)
        for group in shelf.categories:
            path = list_path(language, "categories", group.term.slug)
            if site.wants(output_path(path + FILE)):
                title = f"{sitename} — {group.term.name}"
                about = group.term.description or tagline
                yield _output(site, language, path, title, about, group.members, items)


class Items:
    """The items of the posts of one language, each made once however many feeds it is in."""

    def __init__(self, site: Site, shelf: Shelf) -> None:
        """`shelf` is that of the language."""
        self._site, self._shelf = site, shelf
        self._made: dict[str, Item] = {}

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return category_names(self._shelf)

    def item(self, post: Post) -> Item:
        """The item of `post`."""
        if post.path not in self._made:
            self._made[post.path] = to_item(self._site, post, self._names.get(post.path, ()))
        return self._made[post.path]


def category_names(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """The categories of each post, by its path, as their language names them."""
    found: dict[str, tuple[str, ...]] = {}
    for group in shelf.categories:
        for post in group.members:
            found[post.path] = (*found.get(post.path, ()), group.term.name)
    return found


def _output(
    site: Site,
    language: Language,
    home: str,
    title: str,
    description: str,
    posts: Sequence[Post],
    items: "Items",
) -> Output:
    newest = posts[: site.config.feed_items]
    make = partial(_feed, site, language, home, (title, description), newest, items)
    return Output(output_path(home + FILE), make, render, reads=tuple(post.path for post in newest))


def _feed(
    site: Site,
    language: Language,
    home: str,
    texts: tuple[str, str],
    newest: Sequence[Post],
    items: "Items",
) -> Feed:
    address, (title, description) = site.config.address, texts
    return Feed(
        lang=language.code,
        title=to_line(title),
        description=to_line(description),
        url=address.absolute(home + FILE),
        home=address.absolute(home),
        changed=last_change(newest),
        items=tuple(items.item(post) for post in newest),
    )


def last_change(posts: Sequence[Post]) -> Moment:
    """The newest date at which one of `posts` appeared or changed."""
    return max((moment for post in posts for moment in (post.date, post.updated) if moment), key=_order)


def _order(moment: Moment) -> tuple[float, str]:
    return (moment.order.timestamp(), moment.iso)
