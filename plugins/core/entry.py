"""An entry: everything that is known of one file by itself, which is what the rules about one file see."""

from typing import Literal

from msgspec import Struct

from plugins.core.diagnostic import Span
from plugins.core.document import AnyDocument, Picture, Video
from plugins.core.source import Source


class BodyPicture(Struct, frozen=True):
    """A picture in the body; `title` is the Markdown title, which becomes the caption."""

    src: str
    alt: str
    title: str
    decorative: bool
    span: Span


class BodyVideo(Struct, frozen=True):
    """An address that was pasted to be played: an iframe's, or one on a line of its own."""

    url: str
    span: Span
    pasted: Literal["iframe", "line"]


class BodyMarkup(Struct, frozen=True):
    """Raw HTML that is not published: `what` is the tag, attribute or address; unsafe or only not allowed."""

    what: str
    kind: Literal["tag", "attribute", "address", "iframe"]
    unsafe: bool
    span: Span


class BrokenLink(Struct, frozen=True):
    """Text that was meant to be a link and is none: `[text] (address)`."""

    text: str
    address: str
    span: Span


class BodyFacts(Struct, frozen=True):
    """What the Markdown room saw in a body."""

    pictures: tuple[BodyPicture, ...] = ()
    videos: tuple[BodyVideo, ...] = ()
    markup: tuple[BodyMarkup, ...] = ()
    broken_links: tuple[BrokenLink, ...] = ()


class FrontPicture(Struct, frozen=True):
    """A picture of the front matter, and under which keys it stands."""

    keys: tuple[str | int, ...]
    picture: Picture


class Entry(Struct, frozen=True):
    """One file; `document` is None when it cannot become one, the rest is there as far as it is sound."""

    source: Source
    kind: str
    lang: str
    title: str
    pictures: tuple[FrontPicture, ...]
    share_message: dict[str, str]
    video: Video | None
    facts: BodyFacts
    document: AnyDocument | None
