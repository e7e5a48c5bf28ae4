"""Reads the Markdown files of the content folder, each once: what the store remembers of the same bytes is not read."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from plugins.build.packets import Row
from plugins.build.parallel import Crew, spread
from plugins.build.store import Store, StoreDamaged
from plugins.core.diagnostic import Diagnostic
from plugins.core.document import AnyDocument
from plugins.core.record import Digests, digests_of
from plugins.front_matter.naming import parse_name
from plugins.generator.entries import Desk, Earlier, read_entry
from plugins.generator.scan import Found, trusted, unreadable

SIZE = 16
LOST = Digests(b"", b"", b"")
BATCH = 400


class Record(Struct, frozen=True, array_like=True):
    """What is known of a Markdown file by itself: its document, or nothing, and every finding."""

    document: AnyDocument | None
    diagnostics: tuple[Diagnostic, ...] = ()


class Reading(Struct, frozen=True):
    """Records by path, digests that say what an edit of them can change, and what could not be read.

    `contents` are the digests of the files' bytes. `html` holds the bodies where there is no store to hold them.
    `rows`, for a process that stays, are those of the store without their records, which are here.
    """

    records: dict[str, Record]
    digests: dict[str, Digests]
    contents: dict[str, bytes]
    unread: list[Diagnostic]
    html: dict[str, str]
    rows: dict[str, Row]

    def row(self, path: str) -> Row:
        """The whole row of a file that was read."""
        return self.rows[path]._replace(record=msgspec.msgpack.encode(self.records[path]))


class Known(Struct, frozen=True):
    """What earlier runs left: in the store, or, after a run of the same process, in memory; and who helps to read.

    With `stays` the reading is to be one that the next run can begin with.
    """

    store: Store | None
    crew: Crew
    stays: bool = False
    before: Reading | None = None

    def rows(self) -> Iterable[Row]:
        """The row of each file; where a reading is in memory, without its record."""
        if self.before is not None:
            return self.before.rows.values()
        return self.store.rows("documents") if self.store is not None else ()


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


def read_files(
    content: Path, found: Found, languages: Sequence[str], desk: Callable[[], Desk], known: Known
) -> Reading:
    """Every Markdown file of `found`; `desk` is made only when something has to be read, and where it is.

    Raises:
        StoreDamaged: the store gave back something else than was written.
        OSError: the store's disk is full.
    """
    reading = Reading({}, {}, {}, [], {}, {})
    before, store = known.before, known.store
    contexts = contexts_of(found.markdown, languages)
    others: dict[str, Row] = {}
    for row in known.rows():
        path = row.path
        if row.stat == found.stats.get(path) and row.context == contexts.get(path):
            _take(reading, row, known)
        else:
            others[path] = row if before is None else before.row(path)
    waiting = [
        Unread(path, trusted(found.stats[path], found.now), context, others.get(path))
        for path, context in contexts.items()
        if path not in reading.records
    ]
    if waiting:
        work = _Work(content, waiting, desk)
        batch: list[Fresh] = []
        for chunk in spread(len(waiting), work, known.crew):
            batch += chunk
            if len(batch) >= BATCH:
                _keep(reading, batch, known)
                batch = []
        _keep(reading, batch, known)
    gone = others.keys() - contexts.keys()
    if gone and store is not None:
        store.write("documents", (), gone, {})
    return reading


def _keep(reading: Reading, batch: Sequence[Fresh], known: Known) -> None:
    rows = [one.row for one in batch if one.row is not None]
    html = {digest: text for one in batch for digest, text in one.html.items()}
    fresh, store = structs.replace(known, before=None), known.store
    for row in rows:
        _take(reading, row, fresh)
    reading.unread.extend(one.fault for one in batch if one.fault is not None)
    if store is None:
        reading.html.update(html)
    else:
        store.write("documents", rows, (), html)


DECODER = msgspec.msgpack.Decoder(Record)
DIGESTS = msgspec.msgpack.Decoder(Digests)


def _take(reading: Reading, row: Row, known: Known) -> None:
    path, before = row.path, known.before
    if before is not None:
        reading.records[path], reading.digests[path] = before.records[path], before.digests[path]
    else:
        reading.records[path], reading.digests[path] = _decoded(row)
    reading.contents[path] = row.content
    if known.stays:
        reading.rows[path] = row._replace(record=b"")


def _decoded(row: Row) -> tuple[Record, Digests]:
    try:
        return DECODER.decode(row.record), DIGESTS.decode(row.digests)
    except msgspec.DecodeError as error:
        raise StoreDamaged(row.path) from error


class _Work:
    """Looks at the files of a chunk; runs in any process. What has another content may be read on any machine."""

    def __init__(self, content: Path, waiting: Sequence[Unread], desk: Callable[[], Desk]) -> None:
        # To join two paths and to open a buffer takes longer than to read a small file.
        self.content, self.waiting, self.made_by = str(content), waiting, desk
        self.desk = desk()

    def __call__(self, chunk: range) -> list[Fresh]:
        return [one if isinstance(one, Fresh) else _read(one, self.desk) for one in map(self._opened, chunk)]

    def there(self) -> Callable[[], Callable[[list[Opened]], list[Fresh]]]:
        return partial(_elsewhere, self.made_by)

    def pack(self, chunk: range) -> tuple[list[list[Opened]], list[Fresh]]:
        found = [self._opened(number) for number in chunk]
        load = [one for one in found if isinstance(one, Opened)]
        return [load] if load else [], [one for one in found if isinstance(one, Fresh)]

    def unpack(self, came: list[Fresh]) -> list[Fresh]:
        return came

    def _opened(self, number: int) -> Opened | Fresh:
        file = self.waiting[number]
        try:
            with open(f"{self.content}/{file.path}", "rb", buffering=0) as opened:
                content = opened.read()
        except OSError as error:
            return Fresh(None, fault=unreadable(file.path, error))
        told = blake2b(content, digest_size=SIZE).digest()
        if file.row is not None and file.row.content == told and file.row.context == file.context:
            return Fresh(file.row._replace(stat=file.stat))
        return Opened(file.path, file.stat, told, file.context, content, _known(file))


def _elsewhere(made_by: Callable[[], Desk]) -> Callable[[list[Opened]], list[Fresh]]:
    desk = made_by()
    return lambda opened: [_read(one, desk) for one in opened]


def _known(file: Unread) -> Earlier | None:
    """What the former reading made of the front matter, if nothing at all was wrong with the file."""
    row = file.row
    if row is None or row.context != file.context:
        return None
    record, digests = _decoded(row)
    if record.document is None or record.diagnostics or not digests.front:
        return None
    return Earlier(record.document, digests.front)


def _read(file: Opened, desk: Desk) -> Fresh:
    read = read_entry(file.path, file.content, desk, file.known)
    document = read.entry.document
    record = Record(document, read.diagnostics)
    digests = digests_of(document, read.front) if document is not None else LOST
    encode = msgspec.msgpack.encode
    row = Row(file.path, file.stat, file.told, file.context, encode(digests), encode(record))
    return Fresh(row, read.html if document is not None else {})


SUFFIXED = re.compile(r".*-[a-z]{2,3}\.(?:md|markdown)", re.IGNORECASE | re.DOTALL)


def contexts_of(paths: Sequence[str], languages: Sequence[str]) -> dict[str, str]:
    """What the files beside a file decide about it: whether a suffix `-en` of its name is a language."""
    suffixed = [path for path in paths if SUFFIXED.match(path[-16:])]
    names = frozenset(paths) if suffixed else frozenset()
    found = dict.fromkeys(paths, "")
    return found | {path: parse_name(path, languages, names).lang for path in suffixed}


def body_digests(records: Mapping[str, Record]) -> Iterable[str]:
    """The digests of every body that a document of `records` has."""
    for record in records.values():
        if record.document is not None:
            body = record.document.body
            yield body.digest
            yield from (digest for _, _, digest in body.sections)
