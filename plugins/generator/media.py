"""The media of the content folder: digests, sizes, and which pictures cannot be read."""

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.build.bounded import TooLarge, opened
from plugins.build.packets import Row
from plugins.build.parallel import Crew, spread
from plugins.build.store import Store, StoreDamaged
from plugins.build.tree import is_same
from plugins.checks.rules.file_large import file_large
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.norms import Limits
from plugins.core.site import Located, Media
from plugins.generator.scan import Found, trusted, unreadable


class Measured(Struct, frozen=True, array_like=True):
    """A file that can be published, or why it cannot."""

    media: Media | None
    fault: Diagnostic | None = None


# What travels to another machine, and what comes back: None for a file that is another one there.
Asked = list[tuple[str, bytes, bytes]]
Answered = list[tuple[str, Row | None]]
DECODER = msgspec.msgpack.Decoder(Measured)


def load_media(
    content: Path, found: Found, store: Store | None, crew: Crew, limits: Limits
) -> tuple[dict[str, Media], list[Diagnostic]]:
    """The media of `found`, as they will be published; those that have not changed are not opened.

    Raises:
        StoreDamaged: the store gave back something else than was written.
    """
    rows = {row.path: row for row in store.rows("media")} if store is not None else {}
    known = {path: row for path in found.media if (row := rows.pop(path, None)) and row.stat == found.stats[path]}
    waiting = [path for path in found.media if path not in known]
    fresh: list[Row] = []
    faults: list[Diagnostic] = []
    for chunk in spread(len(waiting), _Work(content, waiting, found, limits), crew):
        fresh += [one for one in chunk if isinstance(one, Row)]
        faults += [one for one in chunk if isinstance(one, Diagnostic)]
    if store is not None and (fresh or rows):
        store.write("media", fresh, [path for path in rows if path not in found.stats], {})
    media: dict[str, Media] = {}
    for row in (*known.values(), *fresh):
        one = _decoded(row)
        if one.fault is not None:
            faults.append(one.fault)
        elif one.media is not None:
            media[one.media.path] = one.media
    return {path: media[path] for path in found.media if path in media}, faults


def _decoded(row: Row) -> Measured:
    try:
        return DECODER.decode(row.record)
    except msgspec.DecodeError as error:
        raise StoreDamaged(row.path) from error


class _Work:
    """Measures the files of a chunk; runs in any process, and on any machine that sees them as they are here."""

    def __init__(self, content: Path, waiting: Sequence[str], found: Found, limits: Limits) -> None:
        self.content, self.waiting, self.found, self.limits = content, waiting, found, limits

    def __call__(self, chunk: range) -> list[Row | Diagnostic]:
        return [self._one(self.waiting[number]) for number in chunk]

    def there(self) -> Callable[[], Callable[[Asked], Answered]]:
        return partial(_elsewhere, self.content, self.limits)

    def pack(self, chunk: range) -> tuple[list[Asked], list[Row | Diagnostic]]:
        stats = self.found.stats
        return [[(path, stats[path], self._stat(path)) for path in map(self.waiting.__getitem__, chunk)]], []

    def unpack(self, came: Answered) -> list[Row | Diagnostic]:
        return [row or self._one(path) for path, row in came]

    def _one(self, path: str) -> Row | Diagnostic:
        try:
            return _measured(self.content, path, self._stat(path), self.limits)
        except OSError as error:
            return unreadable(path, error)

    def _stat(self, path: str) -> bytes:
        return trusted(self.found.stats[path], self.found.now)


def _elsewhere(content: Path, limits: Limits) -> Callable[[Asked], Answered]:
    return lambda asked: [(path, _seen(content, path, stat, kept, limits)) for path, stat, kept in asked]


def _seen(content: Path, path: str, stat: bytes, kept: bytes, limits: Limits) -> Row | None:
    """The measures of a file that another machine has found; nothing where it is another file here."""
    try:
        if not is_same(stat, os.stat(content / path)):
            return None
        return _measured(content, path, kept, limits)
    except OSError:
        return None


def _measured(content: Path, path: str, stat: bytes, limits: Limits) -> Row:
    """What is published of the file at `path` below `content`.

    Raises:
        OSError: it cannot be read, or is no plain file.
    """
    # Few builds have a picture to look at, and Pillow is slow to import.
    from plugins.pictures.privacy import is_looked_into, measure

    try:
        with open(opened(str(content / path), limits.media_bytes), "rb") as file:
            if not is_looked_into(path):
                told = hashlib.file_digest(file, "sha256")
                return _row(stat, told.digest(), Measured(Media(path, told.hexdigest(), file.tell(), 0, 0)), path)
            data = file.read(limits.media_bytes)
    except TooLarge as large:
        fault = file_large(path, large.size, limits.media_bytes, "media_bytes")
        return _row(stat, b"", Measured(None, fault), path)
    told, size = hashlib.sha256(data), measure(data, path, limits.picture_pixels)
    one = Measured(None, _fault(path, size.fault, limits))
    if not size.fault:
        own = size.told
        located: Located = "published" if size.tells_place else "original" if own.located else "no"
        facts = (len(data), own.format, own.maker, located)
        one = Measured(Media(path, told.hexdigest(), size.size, size.width, size.height, *facts))
    return _row(stat, told.digest(), one, path)


def _row(stat: bytes, told: bytes, one: Measured, path: str) -> Row:
    return Row(path, stat, told, "", b"", msgspec.msgpack.encode(one))


SAID = {
    "phone": translatable("This kind of picture tells where it was taken, and few browsers can show it."),
    "active": translatable("This drawing holds a program that would run in the reader's browser."),
}
LARGE = translatable("This picture has more than {limit} pixels: opening it fills the memory of a phone.")
DAMAGED = translatable("This file has the name of a picture, but it is damaged or another kind of file.")

AGAIN = translatable("Open it in a picture program and save it again as JPEG or PNG.")
SMALLER = translatable("Make it smaller in a picture program: no screen shows more than 2000 pixels of its width.")


def _fault(path: str, fault: str, limits: Limits) -> Diagnostic:
    message, hint = Text(SAID.get(fault, DAMAGED)), Text(AGAIN)
    if fault == "large":
        message, hint = Text(LARGE, {"limit": limits.picture_pixels}), Text(SMALLER)
    return Diagnostic(Location(path), "picture-unreadable", Severity.ERROR, message, hint, path)
