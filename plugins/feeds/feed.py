"""What a feed is made of: plain values, whose texts XML can hold; no documents."""

from typing import TypeAlias

from plugins.core.document import Moment
from plugins.core.output import Inputs
from plugins.core.prose import Prose


class Photo(Inputs, frozen=True):
    """A picture of this site. `caption` is one text: caption, credit and licence."""

    url: str
    alt: str
    caption: str
    width: int
    height: int


class RemotePhoto(Inputs, frozen=True):
    """A picture on another host: the feed links to it, and says where it leads."""

    url: str
    host: str
    alt: str
    caption: str


AnyPhoto: TypeAlias = Photo | RemotePhoto


class Film(Inputs, frozen=True):
    """A video, as a link: its public address, host and title."""

    url: str
    host: str
    title: str


class Enclosure(Inputs, frozen=True):
    """The cover as a file of its own: true size in bytes and MIME type."""

    url: str
    size: int
    mime: str


class Item(Inputs, frozen=True, cache_hash=True):
    """One post. `id` never changes once the post is out; `url` and what `body` resolves to are absolute."""

    id: str
    url: str
    title: str
    intro: str
    date: Moment
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    photos: tuple[AnyPhoto, ...]
    film: Film | None
    enclosure: Enclosure | None
    body: Prose


class Feed(Inputs, frozen=True):
    """One feed. `url` is its own absolute address, `home` that of the page it belongs to.

    `changed` is the newest date in it, never the moment of the build. `items` are newest first.
    """

    lang: str
    title: str
    description: str
    url: str
    home: str
    changed: Moment
    items: tuple[Item, ...]
