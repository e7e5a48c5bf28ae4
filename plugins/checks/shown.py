"""The pictures of a file, wherever they are written, with the words about them and where those stand."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from plugins.checks.wordings import wordings
from plugins.core.diagnostic import Location, Span
from plugins.core.entry import BodyPicture, Entry, FrontPicture
from plugins.core.source import span_in

Part = Literal["img", "alt", "caption"]


class Shown(Struct, frozen=True):
    """A picture of the file `entry`; `alt` is empty where it is decorative, for readers get none then."""

    entry: Entry
    picture: FrontPicture | BodyPicture
    address: str
    alt: str
    caption: str
    decorative: bool

    def at(self, part: Part) -> Location:
        """Where `part` stands; the address where it is not to be found."""
        if isinstance(self.picture, FrontPicture):
            return self.entry.source.at(*self.picture.keys, part)
        placed = self._placed(part)
        return self.entry.at(*placed) if placed else Location(self.entry.source.path, self.picture.span)

    def begins(self, part: Part, text: str) -> Span | None:
        """The place of `text` at the beginning of `part`; nothing where it is written in another way there."""
        source = self.entry.source
        if isinstance(self.picture, FrontPicture):
            return _found(source.text, source.span(*self.picture.keys, part), text)
        placed = self._placed(part)
        if placed is None or not source.body.startswith(text, placed[0]):
            return None
        return source.body_span(placed[0], placed[0] + len(text))

    def _placed(self, part: Part) -> tuple[int, int] | None:
        if part == "img" or not isinstance(self.picture, BodyPicture):
            return None
        found = wordings(self.entry, self.picture)
        return found.alt if part == "alt" else found.title


def _found(text: str, span: Span, wanted: str) -> Span | None:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1
    end = sum(len(line) + 1 for line in lines[: span.end_line - 1]) + span.end_column - 1
    place = text.find(wanted, start, end)
    # Quotes, or the signs of a block, stand before it.
    if place < 0 or any(map(str.isalnum, text[start:place])):
        return None
    return span_in(text, place, place + len(wanted))


def shown(entry: Entry) -> Iterator[Shown]:
    """Every picture of `entry`, the front matter's first."""
    for front in entry.pictures:
        one = front.picture
        yield Shown(entry, front, one.img, "" if one.decorative else one.alt, one.caption, one.decorative)
    for body in entry.facts.pictures:
        alt = "" if body.decorative else body.alt.strip()
        yield Shown(entry, body, body.src, alt, body.title.strip(), body.decorative)
