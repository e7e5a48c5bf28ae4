"""What each page template may see: plain values, one struct for a page type.

A template's context is exactly the fields of its view, so that nothing can reach a page
without being part of its fingerprint. Addresses are paths that begin with SITEURL's own path,
unless a field says *absolute*. A body is `Prose`: its digest and how its references resolve;
templates print it with the filter `prose`.
"""

from typing import TypeAlias

from plugins.core.document import Call, Contact, Figure, Moment, Participant, Partner
from plugins.core.output import Inputs
from plugins.core.prose import Heading, Prose


class Link(Inputs, frozen=True, cache_hash=True):
    """A name that leads somewhere; `lang` is the language of what it leads to."""

    title: str
    url: str
    lang: str = ""
    current: bool = False


class Switch(Inputs, frozen=True):
    """One entry of the language switch; without `url` the page does not exist in that language."""

    lang: str
    name: str
    url: str = ""
    current: bool = False


class Alternate(Inputs, frozen=True):
    """hreflang: the code and the absolute address."""

    lang: str
    url: str


class Image(Inputs, frozen=True, cache_hash=True):
    """A picture that is part of this site: never one on another host."""

    url: str
    absolute_url: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    focus: str = ""


class RemoteImage(Inputs, frozen=True):
    """A picture on another host: it is named and linked, never loaded."""

    url: str
    host: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""


AnyImage: TypeAlias = Image | RemoteImage


class Film(Inputs, frozen=True):
    """A video behind a click: `url` is the page to watch it on, `embed` the private player."""

    title: str
    url: str
    embed: str
    service: str
    poster: Image | None = None


class Share(Inputs, frozen=True):
    """One share link, already encoded: `network` is x, facebook, whatsapp, telegram, bluesky, linkedin or email."""

    network: str
    name: str
    url: str


class Card(Inputs, frozen=True, cache_hash=True):
    """What a list shows of a document."""

    kind: str
    title: str
    url: str
    lang: str
    intro: str = ""
    date: Moment | None = None
    image: Image | None = None
    labels: tuple[Link, ...] = ()
    colour: str = ""
    place: str = ""
    entity: str = ""


class Frame(Inputs, frozen=True):
    """What stands around every page: head, masthead, language switch, footer.

    `elsewhere` says whether the switch leads to any other language.
    """

    lang: str
    locale: str
    sitename: str
    tagline: str
    siteurl: str
    home: str
    title: str
    head_title: str
    description: str
    stylesheet: str
    script: str
    font: str
    icon: str
    touch_icon: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    profiles: tuple[Link, ...]
    switch: tuple[Switch, ...]
    feed: Link | None
    elsewhere: bool = False
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    og_type: str = "website"
    image: Image | None = None
    published: str = ""
    modified: str = ""
    indexed: bool = True


class Page(Inputs, frozen=True):
    """The base of every view: `frame` and nothing else is common to all."""

    frame: Frame


class HomePage(Page, frozen=True):
    """The front page of one language."""

    lead: Card | None
    highlighted: tuple[Card, ...]
    latest: tuple[Card, ...]
    campaigns: tuple[Card, ...]
    experiences: tuple[Card, ...]
    all_posts: Link | None
    all_campaigns: Link | None
    all_experiences: Link | None
    categories: tuple[Link, ...]


class PostPage(Page, frozen=True):
    """One post. `reading_minutes` counts 220 words a minute, at least 1."""

    title: str
    intro: str
    date: Moment
    updated: Moment | None
    authors: tuple[str, ...]
    categories: tuple[Link, ...]
    tags: tuple[Link, ...]
    cover: tuple[AnyImage, ...]
    video: Film | None
    body: Prose
    reading_minutes: int
    share: tuple[Share, ...]
    campaign: Card | None
    previous: Link | None
    next: Link | None
    related: tuple[Card, ...]
    draft: bool


class CampaignPage(Page, frozen=True):
    """One campaign: the poster, its figures, what belongs to it."""

    title: str
    intro: str
    goal: str
    hashtag: str
    status: str
    colour: str
    start: Moment
    end: Moment | None
    updated: Moment | None
    call: Call | None
    partners: tuple[Partner, ...]
    figures: tuple[Figure, ...]
    cover: tuple[AnyImage, ...]
    video: Film | None
    body: Prose
    share: tuple[Share, ...]
    posts: tuple[Card, ...]
    experiences: tuple[Card, ...]
    all_campaigns: Link
    draft: bool


class Tab(Inputs, frozen=True):
    """One part of an experience's story: a `##` heading and what follows it."""

    id: str
    title: str
    body: Prose


class DownloadLink(Inputs, frozen=True):
    """A file to take away; `size` in bytes and `kind` (PDF …) only when it is ours."""

    title: str
    url: str
    lang: str
    kind: str = ""
    size: int = 0


class NumberedSource(Inputs, frozen=True):
    """A numbered link at the foot of a sheet."""

    number: int
    title: str
    url: str


class ExperiencePage(Page, frozen=True):
    """One experience sheet (case study). `votes` and `average` are None when nobody was asked; `average` is 0 to 5."""

    title: str
    intro: str
    entity: str
    country: str
    city: str
    location: str
    scope: str
    topics: tuple[str, ...]
    methods: tuple[str, ...]
    status: str
    date: Moment
    updated: Moment | None
    votes: int | None
    average: float | None
    cover: tuple[AnyImage, ...]
    gallery: tuple[AnyImage, ...]
    video: Film | None
    problem: str
    solution: str
    users: str
    lessons: str
    replication: str
    cost: str
    results: tuple[Figure, ...]
    opening: Prose | None
    tabs: tuple[Tab, ...]
    downloads: tuple[DownloadLink, ...]
    participants: tuple[Participant, ...]
    contacts: tuple[Contact, ...]
    sources: tuple[NumberedSource, ...]
    share: tuple[Share, ...]
    campaign: Card | None
    related: tuple[Card, ...]
    all_experiences: Link
    draft: bool


class PlainPage(Page, frozen=True):
    """A page such as *about* or *privacy*."""

    title: str
    intro: str
    updated: Moment | None
    cover: tuple[AnyImage, ...]
    video: Film | None
    body: Prose
    headings: tuple[Heading, ...]
    draft: bool


class Pagination(Inputs, frozen=True):
    """Where this page of a list stands; numbers count from 1. In `pages` an empty link marks a gap."""

    number: int
    last: int
    previous: str
    next: str
    pages: tuple[Link, ...]


class ListPage(Page, frozen=True):
    """A list: `kind` is posts, campaigns, experiences, category, tag or archive; `term` the category, tag or year."""

    kind: str
    term: str
    description: str
    total: int
    cards: tuple[Card, ...]
    pagination: Pagination
    neighbours: tuple[Link, ...]
    feed: Link | None


class Count(Inputs, frozen=True):
    """A term and how many documents carry it."""

    title: str
    url: str
    count: int
    description: str = ""


class IndexPage(Page, frozen=True):
    """All terms of one kind: `kind` is categories, tags or archive."""

    kind: str
    terms: tuple[Count, ...]


class NotFoundPage(Page, frozen=True):
    """404: what was looked for is not here, and where to go on, in every language."""

    homes: tuple[Link, ...]
    latest: tuple[Card, ...]
