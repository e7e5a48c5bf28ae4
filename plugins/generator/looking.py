"""Looks at single Markdown files, in whatever process or machine: one with other bytes than before is read."""

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.build.bounded import TooLarge, read_bytes
from plugins.build.packets import Row
from plugins.checks.rules.file_large import file_large
from plugins.core.diagnostic import Diagnostic
from plugins.core.record import Digests, digests_of
from plugins.generator.entries import Desk, Earlier, read_entry
from plugins.generator.records import Record, decoded
from plugins.generator.scan import unreadable

SIZE = 16
LOST = Digests(b"", b"", b"")


class Unread(Struct, frozen=True):
    """A file that has to be looked at; `row` is what was known of it."""

    path: str
    stat: bytes
    context: str
    row: Row | None


class Opened(Struct, frozen=True):
    """A file that has to be read: its bytes, `told`, their digest, and what is known of its front matter."""

    path: str
    stat: bytes
    told: bytes
    context: str
    content: bytes
    known: Earlier | None = None


class Fresh(Struct, frozen=True):
    """What came of looking: a row with the bodies it brought, or why there is none."""

    row: Row | None
    html: dict[str, str] = {}
    fault: Diagnostic | None = None


class Looking:
    """Looks at the files of a chunk; runs in any process. What has another content may be read on any machine."""

    def __init__(self, content: Path, waiting: Sequence[Unread], desk: Callable[[], Desk]) -> None:
        """The files `waiting` below `content`, for a desk that `desk` makes, here or there."""
        # To join two paths takes longer than to read a small file.
        self.content, self.waiting, self.made_by = str(content), waiting, desk
        self.desk = desk()

    def __call__(self, chunk: range) -> list[Fresh]:
        """What came of the files of `chunk`."""
        found = map(self._opened, chunk)
        return [one if isinstance(one, Fresh) else _read(one, self.desk) for one in found]

    def there(self) -> Callable[[], Callable[[list[Opened]], list[Fresh]]]:
        """Reading itself, at a desk of its own."""
        return partial(_elsewhere, self.made_by)

    def pack(self, chunk: range) -> tuple[list[list[Opened]], list[Fresh]]:
        """What has to be read, and what is as it was."""
        found = [self._opened(number) for number in chunk]
        load = [one for one in found if isinstance(one, Opened)]
        return [load] if load else [], [one for one in found if isinstance(one, Fresh)]

    def unpack(self, came: list[Fresh]) -> list[Fresh]:
        """What was read elsewhere."""
        return came

    def _opened(self, number: int) -> Opened | Fresh:
        file = self.waiting[number]
        limit = self.desk.norms.limits.file_bytes
        try:
            content = read_bytes(f"{self.content}/{file.path}", limit)
        except TooLarge as found:
            return Fresh(None, fault=file_large(file.path, found.size, limit, "file_bytes"))
        except OSError as error:
            return Fresh(None, fault=unreadable(file.path, error))
        told = told_of(content)
        if file.row is not None and file.row.content == told and file.row.context == file.context:
            return Fresh(file.row._replace(stat=file.stat))
        return Opened(file.path, file.stat, told, file.context, content, _known(file))


def told_of(content: bytes) -> bytes:
    """The digest by which the bytes of a file are known again."""
    return blake2b(content, digest_size=SIZE).digest()


def _elsewhere(made_by: Callable[[], Desk]) -> Callable[[list[Opened]], list[Fresh]]:
    desk = made_by()
    return lambda opened: [_read(one, desk) for one in opened]


def _known(file: Unread) -> Earlier | None:
    """What the former reading made of the front matter, if nothing at all was wrong with the file."""
    row = file.row
    if row is None or row.context != file.context:
        return None
    record, digests = decoded(row)
    if record.document is None or record.diagnostics or not digests.front:
        return None
    return Earlier(record.document, digests.front)


def _read(file: Opened, desk: Desk) -> Fresh:
    read = read_entry(file.path, file.content, desk, file.known)
    document = read.entry.document
    record = Record(document, read.diagnostics, read.silences)
    digests = digests_of(document, read.front) if document is not None else LOST
    encode = msgspec.msgpack.encode
    row = Row(file.path, file.stat, file.told, file.context, encode(digests), encode(record))
    return Fresh(row, read.html if document is not None else {})
