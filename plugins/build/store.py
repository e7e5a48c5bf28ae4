"""The store: what reading each file of the content folder gave, by the digest of its bytes, in one SQLite file.

Bodies lie apart, so that a build of a hundred thousand posts holds none of them in memory. Whatever is read
back is checked against its digest; a store that is damaged, of another version or of another site is begun anew.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal

from plugins.build.packets import Damaged, Packets, Row

META = "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"
BODIES = "CREATE TABLE IF NOT EXISTS bodies (digest TEXT PRIMARY KEY, html TEXT)"
Kind = Literal["documents", "media"]
# A store that grew by this much over what its files hold is swept.
SLACK = 2000


class StoreDamaged(Exception):
    """What was read back is not what was written: the store has to be begun anew."""


class Store:
    """An open store. Reading from forked processes is safe: each opens the file for itself.

    It was `renewed` when the file was damaged, and `cleared` when nothing of what it held is left.
    """

    def __init__(self, file: Path) -> None:
        """`file` need not exist; nothing is opened before it is needed."""
        self.file = file
        self.renewed = self.cleared = False
        self._connection: sqlite3.Connection | None = None
        self._is_forked = False
        self._packets = {"documents": Packets("documents"), "media": Packets("media")}

    def begin(self, version: bytes) -> None:
        """Open the store for `version`: what another version left is dropped, a damaged file is begun anew.

        Raises:
            OSError: the folder cannot be written.
        """
        self.close()
        self.renewed = self.cleared = False
        try:
            self._open()
            found = self._db.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
            if found is None or found[0] != version:
                self._clear(version)
        except sqlite3.DatabaseError:
            self.renew(version)

    def fits(self, version: bytes) -> bool:
        """Whether there is a store of this version; nothing is changed."""
        try:
            if not self.file.is_file():
                return False
            found = self._db.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
            return found is not None and found[0] == version
        except (sqlite3.DatabaseError, TypeError):
            return False
        finally:
            self.close()

    def renew(self, version: bytes) -> None:
        """Begin anew, whatever is there."""
        self.close()
        for name in (self.file, self.file.with_name(f"{self.file.name}-journal")):
            with suppress(FileNotFoundError):
                name.unlink()
        self.renewed = True
        try:
            self._open()
            self._clear(version)
        except sqlite3.DatabaseError as error:
            raise OSError(5, str(error), str(self.file)) from error

    def _open(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(self.file, isolation_level=None, timeout=30)
        # A cache that a power cut damages is made again; waiting for the disk would cost more than that.
        self._connection.execute("PRAGMA synchronous = OFF")
        # Of a new file: a body has some thousand bytes.
        self._connection.execute("PRAGMA page_size = 16384")
        self._connection.execute(META)
        self._connection.execute(BODIES)

    def _clear(self, version: bytes) -> None:
        db = self._db
        self.cleared = True
        db.execute("BEGIN")
        db.execute("DELETE FROM meta")
        db.execute("DELETE FROM bodies")
        for packets in self._packets.values():
            packets.clear(db)
        db.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
        db.execute("COMMIT")

    @property
    def _db(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, isolation_level=None)
            if self._is_forked:
                # Thousands of bodies are read, and nobody writes: without this SQLite looks for a writer each time.
                self._connection.execute("BEGIN")
        return self._connection

    def close(self) -> None:
        """Let the file go."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        for packets in self._packets.values():
            packets.forget()

    def __reduce__(self) -> tuple[type["Store"], tuple[Path]]:
        """How it travels to another machine, where it is read alone."""
        return Store, (self.file,)

    def abandon(self) -> None:
        """In a forked process: leave the parent's connection alone and open an own one when needed."""
        # Closing it here would release the parent's locks.
        _PARENTS.append(self._connection)
        self._connection = None
        self._is_forked = True

    def rows(self, kind: Kind) -> Iterator[Row]:
        """Every row of one kind of files.

        Raises:
            StoreDamaged: one of them is not as it was written.
        """
        try:
            yield from self._packets[kind].rows(self._db)
        except (sqlite3.DatabaseError, Damaged) as error:
            raise StoreDamaged(str(self.file)) from error

    def write(self, kind: Kind, rows: Iterable[Row], gone: Iterable[str], bodies: Mapping[str, str]) -> None:
        """Write, in one transaction, rows of a kind and bodies, and forget the files `gone`.

        Raises:
            OSError: the disk is full.
            StoreDamaged: the file cannot be used.
        """
        db = self._db
        try:
            db.execute("BEGIN")
            self._packets[kind].write(db, rows, gone)
            db.executemany("INSERT OR REPLACE INTO bodies VALUES (?,?)", bodies.items())
            db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            self._undo(kind)
            if "full" in str(error) or "disk" in str(error) or "readonly" in str(error):
                raise OSError(28 if "full" in str(error) else 30, str(error), str(self.file)) from error
            raise StoreDamaged(str(self.file)) from error
        except (sqlite3.DatabaseError, Damaged) as error:
            self._undo(kind)
            raise StoreDamaged(str(self.file)) from error

    def _undo(self, kind: Kind) -> None:
        self._packets[kind].forget()
        with suppress(sqlite3.Error):
            self._db.execute("ROLLBACK")

    def body(self, digest: str) -> str:
        """The HTML of a body.

        Raises:
            StoreDamaged: it is not there, or not as it was written.
        """
        try:
            found = self._db.execute("SELECT html FROM bodies WHERE digest = ?", (digest,)).fetchone()
        except (sqlite3.DatabaseError, UnicodeError) as error:
            raise StoreDamaged(str(self.file)) from error
        if found is None or not isinstance(found[0], str) or sha256(found[0].encode()).hexdigest() != digest:
            raise StoreDamaged(str(self.file))
        return found[0]

    def sweep(self, used: Iterable[str], files: int) -> None:
        """Forget the bodies that no file has any more, once there are many of them."""
        with suppress(sqlite3.DatabaseError):
            count = self._db.execute("SELECT count(*) FROM bodies").fetchone()[0]
            if count < 3 * files + SLACK:
                return
            self._db.execute("CREATE TEMP TABLE used (digest TEXT PRIMARY KEY)")
            self._db.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((digest,) for digest in used))
            self._db.execute("DELETE FROM bodies WHERE digest NOT IN (SELECT digest FROM used)")
            self._db.execute("DROP TABLE used")


# Connections that forked processes inherited; kept so that nothing closes them.
_PARENTS: list[sqlite3.Connection | None] = []
