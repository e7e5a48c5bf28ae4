"""Pages that list: home, all posts, campaigns, experiences, one category, tag or year, their indexes, 404."""

from collections.abc import Iterator, Sequence

import msgspec

from plugins.core.document import AnyDocument
from plugins.core.language import Language
from plugins.core.output import Output
from plugins.core.site import Group, Site
from plugins.core.url import home_path, list_path, output_path
from plugins.pages.cards import card
from plugins.pages.frame import framed, list_places, listed
from plugins.pages.render import render_page
from plugins.pages.views import (
    Count,
    Frame,
    HomePage,
    IndexPage,
    Link,
    ListPage,
    NotFoundPage,
    Page,
    Pagination,
)

LISTS = ("posts", "campaigns", "experiences")
TERMS = (("categories", "category", "categories"), ("tags", "tag", "tags"), ("archive", "archive", "years"))


def list_outputs(site: Site, frames: dict[str, Frame]) -> Iterator[Output]:
    """Every page that lists documents."""
    for language in site.config.languages:
        frame, shelf = frames[language.code], site.shelves[language.code]
        if shelf.documents or language.is_default:
            yield _home(site, frame, language)
        for segment in LISTS:
            if getattr(shelf, segment):
                yield from _lists(site, frame, language, segment)
        for segment, kind, shelved in TERMS:
            if getattr(shelf, shelved):
                yield from _terms(site, frame, language, segment, kind, shelved)
    yield _not_found(site, frames[site.config.default.code])


def _output(path: str, view: Page) -> Output:
    return Output(output_path(path), view, render_page, listed=listed(view.frame))


def _home(site: Site, frame: Frame, language: Language) -> Output:
    shelf = site.shelves[language.code]
    chosen = [post for post in shelf.posts if post.highlighted][:4]
    latest = [post for post in shelf.posts if post not in chosen][: site.config.pagination]
    lead = chosen[0] if chosen else latest.pop(0) if latest else None
    places = {
        other.code: home_path(other)
        for other in site.config.languages
        if site.shelves[other.code].documents or other.is_default
    }
    view = HomePage(
        frame=framed(frame, site, home_path(language), places, title=frame.sitename, description=frame.tagline),
        lead=card(site, lead) if lead else None,
        highlighted=tuple(card(site, post) for post in chosen[1:]),
        latest=tuple(card(site, post) for post in latest),
        campaigns=tuple(card(site, campaign) for campaign in shelf.campaigns[:3]),
        experiences=tuple(card(site, experience) for experience in shelf.experiences[:4]),
        all_posts=_all(site, language, "posts"),
        all_campaigns=_all(site, language, "campaigns"),
        all_experiences=_all(site, language, "experiences"),
        categories=tuple(
            Link(
                title=group.term.name,
                url=site.config.address.path(list_path(language, "categories", group.term.slug)),
                lang=language.code,
            )
            for group in shelf.categories
        ),
    )
    return _output(home_path(language), view)


def _all(site: Site, language: Language, segment: str) -> Link | None:
    if not getattr(site.shelves[language.code], segment):
        return None
    return Link(
        title=language.labels[segment],
        url=site.config.address.path(list_path(language, segment)),
        lang=language.code,
    )


def _lists(site: Site, frame: Frame, language: Language, segment: str) -> Iterator[Output]:
    documents = getattr(site.shelves[language.code], segment)
    places = list_places(site, segment, segment)
    title = language.labels[segment]
    yield from _paged(site, frame, language, segment, "", documents, places, segment, title, "", ())


def _terms(site: Site, frame: Frame, language: Language, segment: str, kind: str, shelved: str) -> Iterator[Output]:
    groups: Sequence[Group] = getattr(site.shelves[language.code], shelved)
    path = list_path(language, segment)
    index = IndexPage(
        frame=framed(
            frame,
            site,
            path,
            list_places(site, segment, shelved),
            title=language.labels[segment],
            description=frame.tagline,
        ),
        kind=segment,
        terms=tuple(
            Count(
                title=group.term.name,
                url=site.config.address.path(list_path(language, segment, group.term.slug)),
                count=len(group.members),
                description=group.term.description,
            )
            for group in groups
        ),
    )
    yield _output(path, index)
    for place, group in enumerate(groups):
        near = [groups[other] for other in (place + 1, place - 1) if kind == "archive" and 0 <= other < len(groups)]
        neighbours = tuple(
            Link(
                title=other.term.name,
                url=site.config.address.path(list_path(language, segment, other.term.slug)),
            )
            for other in near
        )
        places = _group_places(site, language, segment, shelved, group)
        title = f"{group.term.name} · {language.labels[segment]}"
        yield from _paged(
            site, frame, language, segment, group.term.slug, group.members, places, kind, title,
            group.term.description, neighbours, group.term.name,
        )  # fmt: skip


def _group_places(site: Site, language: Language, segment: str, shelved: str, group: Group) -> dict[str, str]:
    """Where the same category or year stands in other languages; tags are words of one language only."""
    places = {language.code: list_path(language, segment, group.term.slug)}
    if not group.key:
        return places
    for other in site.config.languages:
        for twin in getattr(site.shelves[other.code], shelved):
            if twin.key == group.key:
                places[other.code] = list_path(other, segment, twin.term.slug)
    return places


def _paged(
    site: Site,
    frame: Frame,
    language: Language,
    segment: str,
    term: str,
    documents: Sequence[AnyDocument],
    places: dict[str, str],
    kind: str,
    title: str,
    description: str,
    neighbours: tuple[Link, ...],
    name: str = "",
) -> Iterator[Output]:
    size = site.config.pagination
    last = max(1, -(-len(documents) // size))
    for number in range(1, last + 1):
        path = list_path(language, segment, term, number)
        here = places if number == 1 else {**places, language.code: path}
        full = title if number == 1 else f"{title} · {language.labels['page'].format(number=number)}"
        made = framed(frame, site, path, here, title=full, description=description or frame.tagline)
        view = ListPage(
            # Only the first page has counterparts in other languages.
            frame=made if number == 1 else _alone(made),
            kind=kind,
            term=name,
            description=description if number == 1 else "",
            total=len(documents),
            cards=tuple(card(site, document) for document in documents[(number - 1) * size : number * size]),
            pagination=_pagination(site, language, segment, term, number, last),
            neighbours=neighbours,
            feed=_feed(site, language, segment, term, name or title) if kind in ("posts", "category") else None,
        )
        yield _output(path, view)


def _alone(frame: Frame) -> Frame:
    return msgspec.structs.replace(frame, alternates=())


def _feed(site: Site, language: Language, segment: str, term: str, title: str) -> Link:
    path = f"{list_path(language, segment, term)}feed.xml" if term else f"{home_path(language)}feed.xml"
    return Link(title=title, url=site.config.address.absolute(path), lang=language.code)


def _pagination(site: Site, language: Language, segment: str, term: str, number: int, last: int) -> Pagination:
    def url(wanted: int) -> str:
        return site.config.address.path(list_path(language, segment, term, wanted)) if 0 < wanted <= last else ""

    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    pages: list[Link] = []
    for place, wanted in enumerate(shown):
        if place and wanted - shown[place - 1] > 1:
            pages.append(Link(title="", url=""))
        pages.append(Link(title=str(wanted), url=url(wanted), current=wanted == number))
    return Pagination(number=number, last=last, previous=url(number - 1), next=url(number + 1), pages=tuple(pages))


def _not_found(site: Site, frame: Frame) -> Output:
    language = site.config.default
    shelf = site.shelves[language.code]
    view = NotFoundPage(
        frame=framed(
            frame,
            site,
            "/404.html",
            {},
            title=language.labels["not_found"],
            description=frame.tagline,
            indexed=False,
        ),
        homes=tuple(
            Link(title=other.name, url=site.config.address.path(home_path(other)), lang=other.code)
            for other in site.config.languages
            if site.shelves[other.code].documents or other.is_default
        ),
        latest=tuple(card(site, post) for post in shelf.posts[:3]),
    )
    return _output("/404.html", view)
