"""Where the stages work: what they are given, how single files are read there, and how findings are judged."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from plugins.build.baseline import Baseline, split
from plugins.build.severities import Severities
from plugins.build.verdict import Judge
from plugins.core.diagnostic import Diagnostic, sort_key
from plugins.core.room import Room
from plugins.core.rule import Rule
from plugins.core.site import Asset, SiteConfig
from plugins.front_matter.naming import KINDS
from plugins.front_matter.rules import Rules
from plugins.generator.config import rules_of
from plugins.generator.entries import Desk, desk_of, read_entry
from plugins.generator.looking import told_of
from plugins.generator.reading import Reading
from plugins.generator.records import Record, silences_of
from plugins.markdown.words import Words


class Workplace(Struct, frozen=True):
    """All that the stages are given: folders, settings, rooms, words, the theme's files, the clock's one reading."""

    content: Path
    config: SiteConfig
    ignored: tuple[str, ...]
    rooms: tuple[Room, ...]
    words: Mapping[str, Words]
    theme: tuple[Mapping[str, Asset], Mapping[str, str]]
    baseline: Baseline
    rules: Rules
    now: datetime
    severities: Severities = Severities()

    def judged(
        self, found: Iterable[Diagnostic], records: Mapping[str, Record]
    ) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        """What of `found` in the files `records` is to be reported, in order, and the known debts."""

        def kind_of(path: str) -> str:
            record = records.get(path)
            if record is None:
                return ""
            document = record.document
            return document.kind if document is not None else KINDS.get(path.partition("/")[0], "page")

        judge = Judge(rules_of(self.rooms), self.severities, kind_of)
        return split(sorted(judge.judged(found, silences_of(records))[0], key=sort_key), self.baseline)


def desk_maker(place: Workplace, files: Iterable[str], *, bodies: bool = True) -> Callable[[], Desk]:
    """What makes the desk at which the Markdown `files` are read, here or on another machine; see `desk_of`."""
    rules: list[Rule] = [rule for room in place.rooms for rule in room.rules]
    extensions = [make for room in place.rooms for make in room.markdown]
    norms = place.config.norms
    return partial(desk_of, place.rules, dict(place.words), rules, extensions, frozenset(files), norms, bodies)


class Rereader:
    """Reads files of the content folder with other bytes than they have, for whoever mends them."""

    def __init__(self, place: Workplace, reading: Reading) -> None:
        """The files of `reading`."""
        self._place, self._reading = place, reading

    @cached_property
    def _desk(self) -> Desk:
        return desk_maker(self._place, self._reading.records)()

    def is_same(self, path: str, content: bytes) -> bool:
        """Whether these are the bytes with which the file at `path` was read."""
        return self._reading.contents.get(path) == told_of(content)

    def found(self, path: str, content: bytes) -> Sequence[Diagnostic]:
        """What is to be reported of the file at `path` by itself, if it held `content`."""
        read = read_entry(path, content, self._desk)
        record = Record(read.entry.document, read.diagnostics, read.silences)
        return self._place.judged(read.diagnostics, {path: record})[0]
