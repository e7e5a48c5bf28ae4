"""Saved files, read for a site that stays in memory."""

import os
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

import msgspec
from msgspec import Struct

from plugins.build.bounded import TooLarge, read_bytes
from plugins.build.packets import Row
from plugins.core.document import AnyDocument
from plugins.core.record import Digests, digests_of
from plugins.generator.entries import Desk, read_entry
from plugins.generator.looking import told_of
from plugins.generator.publication import publication
from plugins.generator.records import Record
from plugins.generator.stages import Staged
from plugins.generator.workplace import desk_maker


class Edit(Struct, frozen=True):
    """Files with other bytes than before, as they were read, and the documents that take their places in the site."""

    rows: list[Row]
    records: dict[str, Record]
    digests: dict[str, Digests]
    documents: dict[str, AnyDocument]
    html: dict[str, str]


class Reader:
    """Reads edits, as long as they leave the structure of the site as it is."""

    def __init__(self, staged: Staged) -> None:
        """The files of `staged`, and its documents."""
        outcome = staged.outcome
        assert outcome.site is not None
        self.place, self.reading, self._site = staged.place, staged.reading, outcome.site
        self.content = staged.place.content.resolve()
        self.known = frozenset((*outcome.files, *(path for path, _ in outcome.everything)))
        names = Counter(stat.rpartition(b" ")[2] for _, stat in outcome.everything)
        # A file with two names, by whatever kind of link, is told of under one of them.
        self.shared = frozenset(path for path, stat in outcome.everything if names[stat.rpartition(b" ")[2]] > 1)
        dates = [one.date.order for one in outcome.site.documents.values() if one.date]
        waiting = [date for date in (*dates, outcome.due) if date and date > staged.place.now]
        self.due = min(waiting, default=None)

    @cached_property
    def desk(self) -> Desk:
        """What reading needs."""
        return desk_maker(self.place, self.reading.rows)()

    @cached_property
    def linked(self) -> frozenset[str]:
        """That to a part of which somebody links."""
        return frozenset(target for one in self._site.documents.values() for target in _parts(one))

    def names(self, changed: Iterable[str]) -> list[str]:
        """The files `changed` by their paths below the content folder."""
        found = [Path(path) for path in changed]
        return [path.relative_to(self.content).as_posix() for path in found if path.is_relative_to(self.content)]

    def read(self, changed: Iterable[str], now: datetime) -> Edit | None:
        """What the files `changed` are now; None where that is another site."""
        if self.due is not None and now >= self.due:
            return None
        edit = Edit([], {}, {}, {}, {})
        return edit if all(self._is_read(Path(path), now, edit) for path in changed) else None

    def _is_read(self, path: Path, now: datetime, edit: Edit) -> bool:
        """Put a file into `edit`; False where that is not enough."""
        if not path.is_relative_to(self.content):
            return False
        name = path.relative_to(self.content).as_posix()
        try:
            found = os.lstat(path)
            if name not in self.reading.rows or name in self.shared or not S_ISREG(found.st_mode) or found.st_nlink > 1:
                return False
            content = read_bytes(str(path), self.place.config.norms.limits.file_bytes)
        except TooLarge:
            return False
        except OSError:
            # What an editor leaves for a moment was never part of the site.
            return name not in self.known and not any(one.startswith(f"{name}/") for one in self.known)
        row = self.reading.rows[name]
        told = told_of(content)
        return told == row.content or self._is_same(row._replace(stat=b"", content=told), content, now, edit)

    def _is_same(self, row: Row, content: bytes, now: datetime, edit: Edit) -> bool:
        """Put the new `content` of a file into `edit`; False where its document stands elsewhere now."""
        read, name = read_entry(row.path, content, self.desk), row.path
        document, before = read.entry.document, self.reading.records[name].document
        here = self._site.documents.get(name)
        if document is None or before is None or here is None:
            return False
        digests = digests_of(document, read.front)
        published = publication({name: document}, self.place.config.drafts, now).documents
        if digests.structure != self.reading.digests[name].structure or not self._has_same_parts(before, document):
            return False
        if not published or published[0].draft != here.draft:
            return False
        record, encode = Record(document, read.diagnostics, read.silences), msgspec.msgpack.encode
        edit.rows.append(row._replace(digests=encode(digests), record=encode(record)))
        edit.records[name], edit.digests[name], edit.documents[name] = record, digests, published[0]
        edit.html.update(read.html)
        return True

    def _has_same_parts(self, before: AnyDocument, document: AnyDocument) -> bool:
        """Whether links to parts of pages lead from and to the same ones; see `structure_of`."""
        addresses = {f"/{document.path}", self._site.paths[document.path]}
        same_ids = before.body.ids == document.body.ids or self.linked.isdisjoint(addresses)
        return same_ids and _parts(before) == _parts(document)


def _parts(document: AnyDocument) -> set[str]:
    return {reference.target for reference in document.body.references if reference.fragment}
