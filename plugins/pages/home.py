"""The front page of each language, and the page for addresses that do not exist."""

from collections.abc import Iterator
from functools import partial

from plugins.core.document import AnyDocument, Post
from plugins.core.language import Language
from plugins.core.output import Output
from plugins.core.site import Site
from plugins.core.url import home_path, output_path
from plugins.pages.desk import Desk
from plugins.pages.frame import framed, listed, present
from plugins.pages.render import TEMPLATES, render_page
from plugins.pages.views import HomePage, Link, NotFoundPage

HIGHLIGHTED, CAMPAIGNS, EXPERIENCES, ON_NOT_FOUND = 4, 3, 4, 3


def home_outputs(desk: Desk) -> Iterator[Output]:
    """A home page for each language that has documents, and for the default one; `/404.html`."""
    places = _places(desk.site)
    for language in desk.site.config.languages:
        if language.code in places:
            path = home_path(language)
            chosen, latest = _chosen(desk, language)
            shelf = desk.site.shelves[language.code]
            shown: list[AnyDocument] = [
                *chosen,
                *latest,
                *shelf.campaigns[:CAMPAIGNS],
                *shelf.experiences[:EXPERIENCES],
            ]
            yield Output(
                output_path(path),
                partial(_home, desk, language, chosen, latest),
                render_page,
                listed=partial(listed, desk.site, path, places),
                shows=tuple(one.path for one in shown),
                template=TEMPLATES[HomePage],
                lang=language.code,
            )
    yield _not_found(desk, places)


def _places(site: Site) -> dict[str, str]:
    return {language.code: home_path(language) for language in present(site)}


def _chosen(desk: Desk, language: Language) -> tuple[list[Post], list[Post]]:
    """The highlighted posts, then the latest that are not among them."""
    posts = desk.site.shelves[language.code].posts
    chosen = [post for post in posts if post.highlighted][:HIGHLIGHTED]
    taken = {post.path for post in chosen}
    enough = desk.site.config.pagination + HIGHLIGHTED + 1
    latest = [post for post in posts[:enough] if post.path not in taken]
    return chosen, latest[: desk.site.config.pagination]


def _home(desk: Desk, language: Language, chosen: list[Post], latest: list[Post]) -> HomePage:
    site, cards = desk.site, desk.cards
    shelf, frame = site.shelves[language.code], desk.frames[language.code]
    lead, highlighted, others = (
        (chosen[0], chosen[1:], latest) if chosen else (latest[0] if latest else None, [], latest[1:])
    )
    return HomePage(
        frame=framed(frame, site, home_path(language), _places(site), title=frame.sitename, description=frame.tagline),
        lead=cards.card(lead) if lead else None,
        highlighted=cards.cards(highlighted),
        latest=cards.cards(others),
        campaigns=cards.cards(shelf.campaigns[:CAMPAIGNS]),
        experiences=cards.cards(shelf.experiences[:EXPERIENCES]),
        all_posts=_all(desk, language, "posts"),
        all_campaigns=_all(desk, language, "campaigns"),
        all_experiences=_all(desk, language, "experiences"),
        categories=tuple(
            Link(
                title=group.term.name,
                url=cards.term_url(language.code, "categories", group.term.slug),
                lang=language.code,
            )
            for group in shelf.categories
        ),
    )


def _all(desk: Desk, language: Language, segment: str) -> Link | None:
    if not getattr(desk.site.shelves[language.code], segment):
        return None
    return Link(title=language.labels[segment], url=desk.cards.term_url(language.code, segment), lang=language.code)


def _not_found(desk: Desk, places: dict[str, str]) -> Output:
    language = desk.site.config.default
    latest = desk.site.shelves[language.code].posts[:ON_NOT_FOUND]

    def make() -> NotFoundPage:
        frame = desk.frames[language.code]
        homes = tuple(
            Link(title=desk.site.config.language(code).name, url=desk.site.config.address.path(path), lang=code)
            for code, path in places.items()
        )
        label = language.labels["not_found"]
        made = framed(frame, desk.site, "/404.html", {}, title=label, description=frame.tagline, indexed=False)
        return NotFoundPage(frame=made, homes=homes, latest=desk.cards.cards(latest))

    shows = tuple(post.path for post in latest)
    return Output("404.html", make, render_page, shows=shows, template=TEMPLATES[NotFoundPage], lang=language.code)
