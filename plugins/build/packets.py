"""Rows of the store, many to a packet: ten thousand of them one by one take longer to fetch than to understand."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from plugins.build.sealed import seal, unsealed

# Few enough that a packet is written anew for one file in no time.
PACKET = 64


class Damaged(Exception):
    """A packet is not as it was written."""


class Row(NamedTuple):
    """One file. `stat` tells whether it may be another now, `content` is the digest of its bytes.

    `context` is what else decides how it is read; `digests` and `record` are the reader's own.
    """

    path: str
    stat: bytes
    content: bytes
    context: str
    digests: bytes
    record: bytes


DECODER = msgspec.msgpack.Decoder(list[Row])


class Packets:
    """The rows of one kind of files, in a table of its name."""

    def __init__(self, kind: str) -> None:
        """Nothing is looked at before it is needed."""
        self.kind = kind
        # In which packet each file is, and in which state of the database that was so.
        self._places: dict[str, int] | None = None
        self._state = -1

    def forget(self) -> None:
        """The table may be another now."""
        self._places = None

    def clear(self, db: sqlite3.Connection) -> None:
        """Begin with an empty table."""
        self._places = None
        db.execute(f"DROP TABLE IF EXISTS {self.kind}")
        db.execute(f"CREATE TABLE {self.kind} (number INTEGER PRIMARY KEY, content BLOB)")

    def rows(self, db: sqlite3.Connection) -> Iterator[Row]:
        """Every row.

        Raises:
            Damaged: one of them is not as it was written.
        """
        state, places = _state(db), dict[str, int]()
        for number, content in db.execute(f"SELECT number, content FROM {self.kind}"):
            rows = _opened(content)
            for row in rows:
                places[row.path] = number
            yield from rows
        self._places, self._state = places, state

    def write(self, db: sqlite3.Connection, rows: Iterable[Row], gone: Iterable[str]) -> None:
        """Put `rows` in place of those with their paths, and forget the files `gone`; inside a transaction.

        Raises:
            Damaged: what is there is not as it was written.
        """
        places, fresh, gone = self._now(db), {row.path: row for row in rows}, frozenset(gone)
        self._places = None
        for number in sorted({places[path] for path in (*fresh, *gone) if path in places}):
            kept = [fresh.pop(row.path, row) for row in self._packet(db, number) if row.path not in gone]
            self._put(db, number, kept)
        for path in gone:
            places.pop(path, None)
        if fresh:
            last = db.execute(f"SELECT max(number) FROM {self.kind}").fetchone()[0] or 1
            waiting = [*self._packet(db, last), *fresh.values()]
            for number, start in enumerate(range(0, len(waiting), PACKET), last):
                self._put(db, number, waiting[start : start + PACKET])
                places.update((row.path, number) for row in waiting[start : start + PACKET])
        self._places = places

    def _now(self, db: sqlite3.Connection) -> dict[str, int]:
        """In which packet each file is; another process may have written."""
        if self._places is None or self._state != _state(db):
            for _ in self.rows(db):
                pass
        assert self._places is not None
        return self._places

    def _packet(self, db: sqlite3.Connection, number: int) -> Sequence[Row]:
        found = db.execute(f"SELECT content FROM {self.kind} WHERE number = ?", (number,)).fetchone()
        return _opened(found[0]) if found else ()

    def _put(self, db: sqlite3.Connection, number: int, rows: Sequence[Row]) -> None:
        if not rows:
            db.execute(f"DELETE FROM {self.kind} WHERE number = ?", (number,))
            return
        content = seal(msgspec.msgpack.encode(rows))
        db.execute(f"INSERT OR REPLACE INTO {self.kind} VALUES (?,?)", (number, content))


def _state(db: sqlite3.Connection) -> int:
    """A number that changes when another process writes."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _opened(content: object) -> list[Row]:
    inner = unsealed(content) if isinstance(content, bytes) else None
    if inner is None:
        raise Damaged
    try:
        return DECODER.decode(inner)
    except msgspec.DecodeError as error:
        raise Damaged from error
