"""The media of the content folder: digests, sizes, and which pictures cannot be read."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.build.parallel import Crew, spread
from plugins.build.store import Row, Store, StoreDamaged
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.site import Media
from plugins.generator.scan import Found, trusted, unreadable
from plugins.pictures.privacy import measure


class Measured(Struct, frozen=True, array_like=True):
    """A file that can be published, or why it cannot."""

    media: Media | None
    fault: Diagnostic | None = None


DECODER = msgspec.msgpack.Decoder(Measured)


def load_media(
    content: Path, found: Found, store: Store | None, crew: Crew
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

    def work(chunk: range) -> list[Row | Diagnostic]:
        return [_measured(content, waiting[number], found) for number in chunk]

    for chunk in spread(len(waiting), work, crew):
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


def _measured(content: Path, path: str, found: Found) -> Row | Diagnostic:
    try:
        data = (content / path).read_bytes()
    except OSError as error:
        return unreadable(path, error)
    told = hashlib.sha256(data)
    size = measure(data, path)
    one = Measured(None, _fault(path, size.fault))
    if not size.fault:
        one = Measured(Media(path, told.hexdigest(), size.size, size.width, size.height))
    stat = trusted(found.stats[path], found.now)
    return Row(path, stat, told.digest(), "", b"", msgspec.msgpack.encode(one))


SAID = {
    "phone": translatable("This kind of picture tells where it was taken, and few browsers can show it."),
    "active": translatable("This drawing holds a program that would run in the reader's browser."),
}
DAMAGED = translatable("This file has the name of a picture, but it is damaged or another kind of file.")


def _fault(path: str, fault: str) -> Diagnostic:
    return Diagnostic(
        Location(path),
        "picture-unreadable",
        Severity.ERROR,
        Text(SAID.get(fault, DAMAGED)),
        Text(translatable("Open it in a picture program and save it again as JPEG or PNG.")),
        path,
    )
