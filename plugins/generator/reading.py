"""Reads the Markdown files of the content folder, each once: what the store remembers of the same bytes is not read."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from plugins.build.packets import Row
from plugins.build.parallel import Crew, spread
from plugins.build.store import Store
from plugins.core.diagnostic import Diagnostic
from plugins.core.record import Digests
from plugins.front_matter.naming import parse_name
from plugins.generator.entries import Desk
from plugins.generator.looking import Fresh, Looking, Unread
from plugins.generator.records import Record, decoded
from plugins.generator.scan import Found, trusted

BATCH = 400


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
        work = Looking(content, waiting, desk)
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


def _take(reading: Reading, row: Row, known: Known) -> None:
    path, before = row.path, known.before
    if before is not None:
        reading.records[path], reading.digests[path] = before.records[path], before.digests[path]
    else:
        reading.records[path], reading.digests[path] = decoded(row)
    reading.contents[path] = row.content
    if known.stays:
        reading.rows[path] = row._replace(record=b"")


SUFFIXED = re.compile(r".*-[a-z]{2,3}\.(?:md|markdown)", re.IGNORECASE | re.DOTALL)


def contexts_of(paths: Sequence[str], languages: Sequence[str]) -> dict[str, str]:
    """What the files beside a file decide about it: whether a suffix `-en` of its name is a language."""
    suffixed = [path for path in paths if SUFFIXED.match(path[-16:])]
    names = frozenset(paths) if suffixed else frozenset()
    found = dict.fromkeys(paths, "")
    return found | {path: parse_name(path, languages, names).lang for path in suffixed}
