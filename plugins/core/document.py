"""Documents: what editors wrote, validated and frozen. The schema (`plugins.front_matter`) makes them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

import msgspec
from msgspec import Struct

from plugins.core.diagnostic import Span
from plugins.core.prose import Body

MARKS = msgspec.msgpack.Decoder(dict[str, Span])
Precision = Literal["year", "month", "day", "minute"]


class Value(Struct, frozen=True, kw_only=True, tag=True):
    """The base of the plain values below; all text is as the editor wrote it."""


class Moment(Value, frozen=True):
    """A point in time and how precisely it is meant; `iso` is ISO 8601 with the writer's own UTC offset."""

    iso: str
    precision: Precision = "minute"

    @property
    def when(self) -> datetime:
        """The point in time, aware, in the writer's own zone."""
        return datetime.fromisoformat(self.iso)

    @property
    def order(self) -> datetime:
        """The instant in UTC, for sorting."""
        return self.when.astimezone(UTC)


class Picture(Value, frozen=True):
    """`img` is an address relative to the file, from the content root (`/…`), or on another host."""

    img: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    decorative: bool = False
    focus: str = ""


class Video(Value, frozen=True):
    """A video's public address and its title."""

    url: str
    title: str = ""


class Figure(Value, frozen=True):
    """A number that matters, as text (`1.100`, `88 %`), never without its source."""

    number: str
    unit: str = ""
    date: str = ""
    source: str = ""


class Partner(Value, frozen=True):
    """Who stands behind a campaign."""

    name: str
    url: str = ""


class Call(Value, frozen=True):
    """What a campaign asks the reader to do."""

    label: str
    url: str


class Rating(Value, frozen=True):
    """What people thought of an experience: how many voted, and the mean from 0 to 5."""

    votes: int
    average: float | None = None


class Download(Value, frozen=True):
    """A file to take away, ours (`file`) or somebody else's (`url`)."""

    title: str
    file: str = ""
    url: str = ""
    language: str = ""


class Participant(Value, frozen=True):
    """An entity or a person that took part."""

    name: str
    role: str = ""


class Contact(Value, frozen=True):
    """Whom to ask."""

    name: str
    role: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""


class Reference(Value, frozen=True):
    """A source that an experience names."""

    title: str
    url: str = ""


class Document(Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every type has. `path` is relative to the content folder; `url` a site path from `/`.

    `group` names the translation group within the type. `places` are its `marks`, packed: few are ever looked at.
    """

    path: str
    digest: str
    lang: str
    group: str
    slug: str
    title: str
    intro: str = ""
    permalink: str = ""
    redirect_from: tuple[str, ...] = ()
    id: str = ""
    date: Moment | None = None
    updated: Moment | None = None
    draft: bool = False
    share_message: dict[str, str] = {}
    single_image: tuple[Picture, ...] = ()
    video: Video | None = None
    authors: tuple[str, ...] = ()
    body: Body
    places: bytes = b""

    @property
    def kind(self) -> str:
        """post, campaign, experience or page."""
        return str(self.__struct_config__.tag)

    @property
    def marks(self) -> dict[str, Span]:
        """Where the values that are checked against other documents stand, by dotted key (`categories.0`)."""
        return MARKS.decode(self.places) if self.places else {}


def packed(marks: Mapping[str, Span]) -> bytes:
    """`marks` as a document keeps them."""
    return msgspec.msgpack.encode(marks) if marks else b""


class Post(Document, frozen=True, kw_only=True, tag="post"):
    """News, dated."""

    date: Moment
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    highlighted: bool = False
    campaign: str = ""


class Campaign(Document, frozen=True, kw_only=True, tag="campaign"):
    """A demand with a beginning; gathers posts and experiences."""

    start: Moment
    end: Moment | None = None
    hashtag: str = ""
    goal: str = ""
    status: str = ""
    colour: str = ""
    call_to_action: Call | None = None
    partners: tuple[Partner, ...] = ()
    figures: tuple[Figure, ...] = ()


class Experience(Document, frozen=True, kw_only=True, tag="experience"):
    """A case-study sheet."""

    date: Moment
    entity: str
    country: str
    city: str = ""
    location: str = ""
    scope: str = ""
    topics: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    status: str = ""
    campaign: str = ""
    rating: Rating | None = None
    gallery: tuple[Picture, ...] = ()
    problem: str = ""
    solution: str = ""
    users: str = ""
    results: tuple[Figure, ...] = ()
    lessons: str = ""
    replication: str = ""
    cost: str = ""
    downloads: tuple[Download, ...] = ()
    participants: tuple[Participant, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sources: tuple[Reference, ...] = ()


class Page(Document, frozen=True, kw_only=True, tag="page"):
    """A plain page, undated."""


AnyDocument = Post | Campaign | Experience | Page
