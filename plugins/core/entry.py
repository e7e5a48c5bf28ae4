"""An entry: everything that is known of one file by itself, which is what the rules about one file see."""

from typing import Literal

from msgspec import Struct

from plugins.core.diagnostic import Location, Span
from plugins.core.document import AnyDocument, Picture, Video
from plugins.core.norms import Norms
from plugins.core.source import Source


class BodyPicture(Struct, frozen=True):
    """A picture in the body; `title` is the Markdown title, its caption; in a figure it may be `captioned` as HTML."""

    src: str
    alt: str
    title: str
    decorative: bool
    span: Span
    captioned: bool = False


class BodyVideo(Struct, frozen=True):
    """An address that was pasted to be played: an iframe's, or one on a line of its own."""

    url: str
    span: Span
    pasted: Literal["iframe", "line"]
    title: str = ""


class BodyMarkup(Struct, frozen=True):
    """Raw HTML that is not published: `what` is the tag, attribute or address; unsafe or only not allowed.

    `tag` is that which an address stands in.
    """

    what: str
    kind: Literal["tag", "attribute", "address", "iframe"]
    unsafe: bool
    span: Span
    tag: str = ""


class BrokenLink(Struct, frozen=True):
    """Text that was meant to be a link, or a picture, and is none: `[text] (address)`, or `(address)[text]`."""

    text: str
    address: str
    span: Span
    is_picture: bool = False
    is_reversed: bool = False


class BodyLink(Struct, frozen=True):
    """A link: its text as readers see it, its address as written; where all of it, its text and its address stand.

    An address that was pasted alone (`<https://…>`) is its own text.
    """

    text: str
    href: str
    span: Span
    label: Span
    address: Span


class BodyHeading(Struct, frozen=True):
    """A heading, `level` 1 to 6 as written, and where its line stands; or a whole paragraph in bold, at level 0."""

    level: int
    text: str
    span: Span


class BodyFacts(Struct, frozen=True):
    """What the Markdown room saw in a body. `plain` is the body with blanks in place of code and comments."""

    pictures: tuple[BodyPicture, ...] = ()
    videos: tuple[BodyVideo, ...] = ()
    markup: tuple[BodyMarkup, ...] = ()
    broken_links: tuple[BrokenLink, ...] = ()
    links: tuple[BodyLink, ...] = ()
    headings: tuple[BodyHeading, ...] = ()
    plain: str = ""


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
    norms: Norms = Norms()

    def at(self, start: int, end: int) -> Location:
        """The location of `source.body[start:end]`, whose places are those of `facts.plain`."""
        return Location(self.source.path, self.source.body_span(start, end))
