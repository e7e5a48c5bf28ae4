"""The site: every document and every relation between them, a pure function of all documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct, structs

from plugins.core.document import AnyDocument, Campaign, Experience, Post
from plugins.core.language import Language
from plugins.core.norms import Norms
from plugins.core.published import NOTHING, Published
from plugins.core.shelf import Places, Shelf, make_shelf, shelf_at
from plugins.core.taxonomy import Taxonomy
from plugins.core.url import Address, document_path

Located = Literal["no", "original", "published"]


class Media(Struct, frozen=True):
    """A file that is published as it is. `path` is relative to the content folder; sizes in bytes and pixels.

    What else is known is of a picture as it lies in the content folder: its bytes (`original`), what it is by its
    contents (`format`, empty where we do not look), whom it names as its `maker`, and whether it tells where it was
    taken: the original alone, or what is published of it too.
    """

    path: str
    digest: str
    size: int
    width: int = 0
    height: int = 0
    original: int = 0
    format: str = ""
    maker: str = ""
    located: Located = "no"


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
    norms: Norms = Norms()

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


class Site(Struct, frozen=True):
    """Documents by path, and how they belong together. `held` maps the paths that are not published to a reason.

    `focus` are the outputs that are wanted (None: all), `examined` the documents that rules look at (None: all):
    in an everyday build everything else is known to be as it was. `kept` holds what rooms have worked out from the
    structure of the site (`plugins.core.record`) and nothing else, under their own names. `published` are the addresses
    that readers may have.
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
    published: Published = NOTHING
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


def gathered(
    config: SiteConfig,
    documents: Iterable[AnyDocument],
    media: Mapping[str, Media],
    theme: tuple[Mapping[str, Asset], Mapping[str, str]],
    taxonomy: Taxonomy,
    held: Mapping[str, str],
    published: Published = NOTHING,
) -> Site:
    """A site of `documents` in the order of their paths, whatever the order they come in, that are not related yet.

    `theme` is its assets, and its static files' digests by path.
    """
    ordered = sorted(documents, key=attrgetter("path"))
    languages = {language.code: language for language in config.languages}
    return Site(
        config,
        {document.path: document for document in ordered},
        {document.path: document_path(document, languages[document.lang]) for document in ordered},
        {},
        {},
        {},
        {},
        dict(media),
        dict(theme[0]),
        dict(theme[1]),
        taxonomy,
        dict(held),
        published,
    )


def related(site: Site, places: Mapping[str, Places] = {}) -> Site:
    """The `gathered` site with its relations; `places` of each language's documents, where they are known."""
    ordered = tuple(site.documents.values())
    shelves = {
        language.code: shelf_at(places[language.code], ordered)
        if language.code in places
        else make_shelf(language.code, ordered, site.taxonomy)
        for language in site.config.languages
    }
    translations: dict[tuple[str, str], dict[str, AnyDocument]] = defaultdict(dict)
    for document in ordered:
        translations[(document.kind, document.group)].setdefault(document.lang, document)
    campaigns = _campaigns(shelves, translations)
    members: dict[str, list[AnyDocument]] = defaultdict(list)
    for shelf in shelves.values():
        belonging: tuple[Post | Experience, ...] = (*shelf.posts, *shelf.experiences)
        for member in belonging:
            campaign = campaigns.get((member.lang, member.campaign)) if member.campaign else None
            if campaign:
                members[campaign.path].append(member)
    return structs.replace(
        site,
        shelves=shelves,
        translations=dict(translations),
        campaigns=campaigns,
        members={path: tuple(found) for path, found in members.items()},
    )


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
