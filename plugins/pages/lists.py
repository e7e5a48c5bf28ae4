"""Pages that list: all posts, campaigns, experiences; one category, tag or year; and their indexes."""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec
from msgspec import Struct

from plugins.core.document import AnyDocument
from plugins.core.language import Language
from plugins.core.output import Output
from plugins.core.shelf import Group
from plugins.core.site import Site
from plugins.core.url import home_path, list_path, output_path
from plugins.pages.desk import Desk
from plugins.pages.frame import framed, list_places, listed, near
from plugins.pages.pagination import pagination
from plugins.pages.render import TEMPLATES, render_page
from plugins.pages.views import Count, IndexPage, Link, ListPage

LISTS = ("posts", "campaigns", "experiences")
TERMS = (("categories", "category", "categories"), ("tags", "tag", "tags"), ("archive", "archive", "years"))


class Listing(Struct, frozen=True):
    """One list before it is cut into pages. `places` is where it stands in every language that has it."""

    language: Language
    segment: str
    kind: str
    title: str
    documents: Sequence[AnyDocument]
    places: dict[str, str]
    slug: str = ""
    name: str = ""
    description: str = ""
    neighbours: tuple[Link, ...] = ()


def list_outputs(desk: Desk) -> Iterator[Output]:
    """Every page that lists documents, and the indexes of categories, tags and years."""
    for language in desk.site.config.languages:
        shelf = desk.site.shelves[language.code]
        for segment in LISTS:
            documents = getattr(shelf, segment)
            if documents and _wanted(desk, list_path(language, segment)):
                places = list_places(desk.site, segment, segment)
                title = language.labels[segment]
                yield from _pages(desk, Listing(language, segment, segment, title, documents, places))
        for segment, kind, shelved in TERMS:
            groups = getattr(shelf, shelved)
            if groups and _wanted(desk, list_path(language, segment)):
                if desk.site.wants(output_path(list_path(language, segment))):
                    yield _index(desk, language, segment, shelved, groups)
                twins = _twins(desk.site, shelved)
                for place, group in enumerate(groups):
                    if _wanted(desk, list_path(language, segment, group.term.slug)):
                        yield from _pages(desk, _group(desk, language, (segment, kind), groups, place, twins))


def _wanted(desk: Desk, path: str) -> bool:
    """Whether anything at the site path `path` or below it is asked for."""
    return desk.folders is None or path.lstrip("/") in desk.folders


def _twins(site: Site, shelved: str) -> dict[str, dict[str, str]]:
    """For each key that languages share, the slug of its group in each of them."""
    found: dict[str, dict[str, str]] = {}
    for code, shelf in site.shelves.items():
        for group in getattr(shelf, shelved):
            if group.key:
                found.setdefault(group.key, {})[code] = group.term.slug
    return found


def _group(
    desk: Desk,
    language: Language,
    kinds: tuple[str, str],
    groups: Sequence[Group],
    place: int,
    twins: dict[str, dict[str, str]],
) -> Listing:
    """The list of one category, tag or year; tags are words of one language only."""
    (segment, kind), group = kinds, groups[place]
    slugs = twins.get(group.key) or {language.code: group.term.slug}
    near = [groups[other] for other in (place + 1, place - 1) if kind == "archive" and 0 <= other < len(groups)]
    return Listing(
        language,
        segment,
        kind,
        f"{group.term.name} · {language.labels[segment]}",
        group.members,
        {code: list_path(desk.site.config.language(code), segment, slug) for code, slug in slugs.items()},
        group.term.slug,
        group.term.name,
        group.term.description,
        tuple(
            Link(title=other.term.name, url=desk.cards.term_url(language.code, segment, other.term.slug))
            for other in near
        ),
    )


def _pages(desk: Desk, listing: Listing) -> Iterator[Output]:
    size = desk.site.config.pagination
    last = max(1, -(-len(listing.documents) // size))
    further = _wanted(desk, list_path(listing.language, listing.segment, listing.slug, 2).removesuffix("2/"))
    for number in range(1, (last if further else 1) + 1):
        path = list_path(listing.language, listing.segment, listing.slug, number)
        if not desk.site.wants(output_path(path)):
            continue
        documents = listing.documents[(number - 1) * size : number * size]
        # Only the first page has counterparts in other languages.
        places = listing.places if number == 1 else {}
        yield Output(
            output_path(path),
            partial(_page, desk, listing, documents, number, last),
            render_page,
            listed=partial(listed, desk.site, path, places),
            shows=tuple(document.path for document in documents),
            template=TEMPLATES[ListPage],
            lang=listing.language.code,
            near=near(documents[0]) if documents else "",
        )


def _page(desk: Desk, listing: Listing, documents: Sequence[AnyDocument], number: int, last: int) -> ListPage:
    language, frame = listing.language, desk.frames[listing.language.code]
    path = list_path(language, listing.segment, listing.slug, number)
    title = listing.title
    if number > 1:
        title = f"{title} · {language.labels['page'].format(number=number)}"
    made = framed(
        frame,
        desk.site,
        path,
        {**listing.places, language.code: path},
        title=title,
        description=listing.description or frame.tagline,
    )
    return ListPage(
        frame=made if number == 1 else msgspec.structs.replace(made, alternates=()),
        kind=listing.kind,
        term=listing.name,
        description=listing.description if number == 1 else "",
        total=len(listing.documents),
        cards=desk.cards.cards(list(documents)),
        pagination=pagination(desk.site.config.address, language, (listing.segment, listing.slug), number, last),
        neighbours=listing.neighbours,
        feed=_feed(desk, listing),
    )


def _feed(desk: Desk, listing: Listing) -> Link | None:
    language = listing.language
    if listing.kind == "category":
        path = list_path(language, listing.segment, listing.slug)
    elif listing.kind == "posts":
        path = home_path(language)
    else:
        return None
    url = desk.site.config.address.absolute(f"{path}feed.xml")
    return Link(title=listing.name or listing.title, url=url, lang=language.code)


def _index(desk: Desk, language: Language, segment: str, shelved: str, groups: Sequence[Group]) -> Output:
    path = list_path(language, segment)
    places = list_places(desk.site, segment, shelved)

    def make() -> IndexPage:
        frame = desk.frames[language.code]
        title = language.labels[segment]
        return IndexPage(
            frame=framed(frame, desk.site, path, places, title=title, description=frame.tagline),
            kind=segment,
            terms=tuple(
                Count(
                    title=group.term.name,
                    url=desk.cards.term_url(language.code, segment, group.term.slug),
                    count=len(group.members),
                    description=group.term.description,
                )
                for group in groups
            ),
        )

    return Output(
        output_path(path),
        make,
        render_page,
        listed=partial(listed, desk.site, path, places),
        template=TEMPLATES[IndexPage],
        lang=language.code,
    )
