"""The site: every document and every relation between them, a pure function of all documents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from operator import attrgetter
from typing import Any, Literal, TypeVar

from msgspec import Struct

from plugins.core.document import AnyDocument, Campaign, Experience, Page, Post
from plugins.core.language import Language
from plugins.core.slug import slugify
from plugins.core.taxonomy import Taxonomy, Term
from plugins.core.url import Address, document_path

D = TypeVar("D", bound=AnyDocument)


class Media(Struct, frozen=True):
    """A file that is published as it is. `path` is relative to the content folder; sizes in bytes and pixels."""

    path: str
    digest: str
    size: int
    width: int = 0
    height: int = 0


class Asset(Struct, frozen=True):
    """A file of the theme under its published path, whose name carries its digest where it may be kept for ever."""

    path: str
    digest: str
    sources: tuple[str, ...]


class SiteConfig(Struct, frozen=True):
    """The settings that the whole site shares; `settings` are those that rooms read themselves."""

    siteurl: str
    sitename: str
    languages: tuple[Language, ...]
    timezone: str
    taglines: dict[str, str] = {}
    pagination: int = 12
    feed_items: int = 20
    profiles: tuple[tuple[str, str], ...] = ()
    drafts: bool = False
    settings: dict[str, Any] = {}

    @property
    def address(self) -> Address:
        """SITEURL, for making addresses."""
        return Address(self.siteurl)

    @property
    def default(self) -> Language:
        """The language that stands at `/`."""
        return next(language for language in self.languages if language.is_default)

    def language(self, code: str) -> Language:
        """The language called `code`."""
        return next(language for language in self.languages if language.code == code)


class Group(Struct, frozen=True):
    """Posts of one language that share a category, tag or year, newest first; `key` is the same across languages."""

    key: str
    term: Term
    members: tuple[Post, ...]


class Shelf(Struct, frozen=True):
    """All documents of one language, each list in the order in which readers see it."""

    posts: tuple[Post, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    experiences: tuple[Experience, ...] = ()
    pages: tuple[Page, ...] = ()
    categories: tuple[Group, ...] = ()
    tags: tuple[Group, ...] = ()
    years: tuple[Group, ...] = ()

    @property
    def documents(self) -> tuple[AnyDocument, ...]:
        """Everything on the shelf."""
        return (*self.posts, *self.campaigns, *self.experiences, *self.pages)


class Site(Struct, frozen=True):
    """Documents by path, and how they belong together. `held` maps the paths that are not published to a reason.

    `focus` are the outputs that are wanted (None: all), `examined` the documents that rules look at (None: all):
    in an everyday build everything else is known to be as it was. `kept` holds what rooms have worked out from the
    structure of the site (`plugins.core.record`) and nothing else, under their own names.
    """

    config: SiteConfig
    documents: dict[str, AnyDocument]
    paths: dict[str, str]
    shelves: dict[str, Shelf]
    translations: dict[tuple[str, str], dict[str, AnyDocument]]
    campaigns: dict[tuple[str, str], Campaign]
    members: dict[str, tuple[AnyDocument, ...]]
    media: dict[str, Media]
    assets: dict[str, Asset]
    theme_files: dict[str, str]
    taxonomy: Taxonomy
    held: dict[str, str] = {}
    focus: frozenset[str] | None = None
    examined: frozenset[str] | None = None
    kept: dict[tuple[str, str], Any] = {}

    def wants(self, output: str) -> bool:
        """Whether the output at the path `output` is asked for; a room may skip the others."""
        return self.focus is None or output in self.focus

    def examinees(self) -> Iterable[AnyDocument]:
        """The documents that a rule about single documents has to look at."""
        if self.examined is None:
            return self.documents.values()
        return [self.documents[path] for path in sorted(self.examined) if path in self.documents]

    def language(self, document: AnyDocument) -> Language:
        """The language of a document."""
        return self.config.language(document.lang)

    def siblings(self, document: AnyDocument) -> dict[str, AnyDocument]:
        """The document in every language in which it exists, itself included."""
        return self.translations[(document.kind, document.group)]

    def campaign_of(self, document: AnyDocument) -> Campaign | None:
        """The campaign that a post or an experience names, in its own language."""
        name = getattr(document, "campaign", "")
        return self.campaigns.get((document.lang, name)) if name else None


def make_site(
    config: SiteConfig,
    documents: Iterable[AnyDocument],
    media: Mapping[str, Media],
    theme: tuple[Mapping[str, Asset], Mapping[str, str]],
    taxonomy: Taxonomy,
    held: Mapping[str, str],
) -> Site:
    """The site of `documents`, in the order of their paths whatever the order they come in.

    `theme` is its assets, and its static files' digests by path.
    """
    ordered = sorted(documents, key=lambda document: document.path)
    by_path = {document.path: document for document in ordered}
    shelves = {language.code: _shelf(language.code, ordered, taxonomy) for language in config.languages}
    translations: dict[tuple[str, str], dict[str, AnyDocument]] = defaultdict(dict)
    for document in ordered:
        translations[(document.kind, document.group)].setdefault(document.lang, document)
    campaigns = _campaigns(shelves, translations)
    members: dict[str, list[AnyDocument]] = defaultdict(list)
    for shelf in shelves.values():
        belonging: tuple[Post | Experience, ...] = (*shelf.posts, *shelf.experiences)
        for member in belonging:
            campaign = campaigns.get((member.lang, member.campaign))
            if campaign:
                members[campaign.path].append(member)
    return Site(
        config,
        by_path,
        {document.path: document_path(document, config.language(document.lang)) for document in ordered},
        shelves,
        dict(translations),
        campaigns,
        {path: tuple(found) for path, found in members.items()},
        dict(media),
        dict(theme[0]),
        dict(theme[1]),
        taxonomy,
        dict(held),
    )


def _newest_first(documents: Iterable[D]) -> tuple[D, ...]:
    """`documents`, in the order of their paths, by date: equal instants stay so, and two builds never differ."""
    return tuple(sorted(documents, key=_instant, reverse=True))


def _instant(document: AnyDocument) -> float:
    return document.date.when.timestamp() if document.date else -inf


def _shelf(lang: str, documents: Sequence[AnyDocument], taxonomy: Taxonomy) -> Shelf:
    """What there is in `lang` of `documents`, which are in the order of their paths."""
    own = [document for document in documents if document.lang == lang]
    posts = _newest_first([document for document in own if isinstance(document, Post)])
    return Shelf(
        posts,
        _newest_first([document for document in own if isinstance(document, Campaign)]),
        _newest_first([document for document in own if isinstance(document, Experience)]),
        tuple(document for document in own if isinstance(document, Page)),
        _categories(lang, posts, taxonomy),
        _grouped(posts, "tags"),
        _years(posts),
    )


def _categories(lang: str, posts: Sequence[Post], taxonomy: Taxonomy) -> tuple[Group, ...]:
    if not taxonomy.categories:
        return _grouped(posts, "categories")
    found = {name: taxonomy.find(name) for name in {name for post in posts for name in post.categories}}
    keys = {name: one.key for name, one in found.items() if one and lang in one.terms}
    members: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for key in dict.fromkeys(keys[name] for name in post.categories if name in keys):
            members[key].append(post)
    return tuple(
        Group(category.key, category.terms[lang], tuple(members[category.key]))
        for category in taxonomy.categories
        if members.get(category.key)
    )


def _grouped(posts: Sequence[Post], field: Literal["categories", "tags"]) -> tuple[Group, ...]:
    names = attrgetter(field)
    counts = Counter(name for post in posts for name in names(post))
    slugs = {name: slugify(name) for name in counts}
    spellings: dict[str, list[str]] = defaultdict(list)
    for name, slug in slugs.items():
        spellings[slug].append(name)
    members: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for slug in dict.fromkeys(slugs[name] for name in names(post)):
            members[slug].append(post)
    groups = [
        Group("", Term(min(spellings[slug], key=lambda name: (-counts[name], name)), slug), tuple(found))
        for slug, found in members.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.term.slug))


def _years(posts: Sequence[Post]) -> tuple[Group, ...]:
    members: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        # ISO 8601 begins with the year.
        members[post.date.iso[:4]].append(post)
    return tuple(Group(year, Term(year, year), tuple(found)) for year, found in sorted(members.items(), reverse=True))


def _campaigns(
    shelves: Mapping[str, Shelf], translations: Mapping[tuple[str, str], Mapping[str, AnyDocument]]
) -> dict[tuple[str, str], Campaign]:
    """A campaign answers, in each of its languages, to its group, and to the slug of any translation."""
    found: dict[tuple[str, str], Campaign] = {}
    for shelf in shelves.values():
        for campaign in shelf.campaigns:
            for sibling in translations[("campaign", campaign.group)].values():
                found.setdefault((campaign.lang, sibling.slug), campaign)
            found[(campaign.lang, campaign.group)] = campaign
    return found
