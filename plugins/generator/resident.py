"""A built site that stays in memory: an edit of a text costs what it touches.

Only edits that leave the structure of the site as it is (`plugins.core.record`) are made here; of every other one
`Resident.edit` says that a whole build has to look at it.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import perf_counter

import msgspec
from msgspec import Struct, structs

from plugins.build.alone import alone
from plugins.build.baseline import split
from plugins.build.executor import Job
from plugins.build.failure import BuildError
from plugins.build.kept import Kept
from plugins.build.manifest import Manifest, load
from plugins.build.manifest import prepare as prepare_manifest
from plugins.build.outcome import Outcome, Session, Written
from plugins.build.place import MEMORY, cache_folder
from plugins.build.present import present_build, present_diagnostic, present_written
from plugins.build.sealed import write_sealed
from plugins.build.touch import touch
from plugins.core.diagnostic import Diagnostic, sort_key
from plugins.core.replaced import replaced
from plugins.generator.answers import Answers
from plugins.generator.cache import Cache
from plugins.generator.edit import Edit, Reader
from plugins.generator.memory import Memory
from plugins.generator.plan import make_plan
from plugins.generator.shown import Shown
from plugins.generator.site_build import Prepared
from plugins.generator.stages import Staged
from plugins.generator.together import HOLDING, found_alone


class Step(Struct, frozen=True):
    """A part of what an edit changes: outputs that have other bytes now. `status` is that of a build."""

    status: int
    outputs: tuple[str, ...] = ()
    final: bool = True


class Resident:
    """The site as it was built, with all edits since."""

    def __init__(self, kept: Kept, cache: Cache, staged: Staged, output: Path) -> None:
        """The site of `staged`, which has just been written to `output`."""
        assert staged.outcome.site is not None
        memory = self.memory = staged.memory
        self.kept, self.cache, self.output = kept, cache, output
        self.context = kept.built[1]
        self.site = structs.replace(staged.outcome.site, focus=None, examined=None)
        self.written = dict(zip(memory.documents, memory.digests, strict=True))
        self.contents = dict(memory.contents)
        # What is wrong with the documents of today, and with those that were written.
        self.alone, self.told = _by_path(memory.alone), _by_path(memory.alone)
        self.answers = Answers(one.path for one in memory.plan)
        self.shown = Shown(memory)
        self.reader = Reader(staged)
        self.staged = structs.replace(staged, outcome=structs.replace(staged.outcome, everything=()))
        self.manifest = dict(load(cache_folder(output)).outputs)
        self.dirty: frozenset[str] = frozenset()
        self.owes = False

    @property
    def stands(self) -> bool:
        """Whether what is known of the output folder fits."""
        held = any(rule in HOLDING for _, rule, _ in self.staged.place.baseline.counts)
        return not held and self.manifest.keys() == {one.path for one in self.memory.plan}

    def names(self, changed: Iterable[str]) -> list[str]:
        """The files `changed` as findings name them."""
        return [self.reader.name(path) for path in changed]

    def edit(self, changed: Iterable[str], now: datetime, session: Session) -> Iterator[Step] | None:
        """What the saved files `changed` make of the site; None where a whole build has to look.

        With an error none may be asked for anything more: the site in memory is not the one on disk.
        """
        if not self.kept.fits(self.output):
            return None
        edit = self.reader.read(changed, now)
        if edit is None or any(fault.location.path in edit.documents for fault in self.memory.together):
            return None
        return self._steps(edit, session)

    def _steps(self, edit: Edit, session: Session) -> Iterator[Step]:
        began = perf_counter()
        with alone(session, self.output):
            self._take(edit)
            session.outcome = self._outcome(edit)
            status = present_build(session.outcome, session, self.output)
            if status:
                yield Step(status)
                return
            written = 0
            for step in self._made(session):
                written += len(step.outputs)
                if step.final and not step.status:
                    session.written = Written(written, len(self.manifest) - written, 0)
                    present_written(session.written, self.output, perf_counter() - began, session)
                yield step

    def _take(self, edit: Edit) -> None:
        """Put what was read in place of what was known."""
        store, reading = self.cache.store, self.staged.reading
        assert store is not None
        store.write("documents", edit.rows, (), edit.html)
        reading.records.update(edit.records)
        reading.digests.update(edit.digests)
        for row in edit.rows:
            reading.contents[row.path] = row.content
            reading.rows[row.path] = row._replace(record=b"")
        if edit.documents:
            self.site = replaced(self.site, edit.documents)
            site = structs.replace(self.site, examined=frozenset(edit.documents))
            found = _by_path(found_alone(self.staged.place.rooms, site, self.answers))
            self.alone |= {path: found.get(path, ()) for path in edit.documents}
        suspect = self.dirty.union(edit.documents)
        self.dirty = frozenset(path for path in suspect if reading.digests[path].whole != self.written[path].whole)
        self.owes = True

    def _outcome(self, edit: Edit) -> Outcome:
        """Everything that is found now."""
        staged = self.staged
        found = [*staged.apart, *self.memory.together]
        found += [fault for record in staged.reading.records.values() for fault in record.diagnostics]
        found += [fault for faults in self.alone.values() for fault in faults]
        new, old = split(sorted(found, key=sort_key), staged.place.baseline)
        unchanged = frozenset(self.contents.keys() - self.dirty - edit.documents.keys())
        changes = {"diagnostics": tuple(new), "baselined": tuple(old), "site": self.site, "unchanged": unchanged}
        return structs.replace(staged.outcome, **changes)

    def _made(self, session: Session) -> Iterator[Step]:
        """Make the pages of the edited documents first, then whatever else shows them."""
        before, now = self.written, self.staged.reading.digests
        cards = [path for path in self.dirty if now[path].card != before[path].card]
        touched = self.shown.by(self.dirty, cards)
        own = self.shown.pages(self.dirty, self.site) & touched
        parts = [part for part in (own, touched - own) if part] or [frozenset()]
        try:
            for number, part in enumerate(parts, 1):
                outputs = self._touched(part)
                if number == len(parts):
                    self._settle()
                yield Step(0, outputs, number == len(parts))
        except BuildError as error:
            present_diagnostic(error.diagnostic, session)
            yield Step(1)

    def _touched(self, outputs: frozenset[str]) -> tuple[str, ...]:
        plan, _ = make_plan(structs.replace(self.site, focus=outputs), self.staged.place.rooms)
        assert self.cache.store is not None
        job = Job(plan, self.cache.looks.version, True, self.cache.crew, self.cache.store.abandon)
        return touch(job, self.context, self.output, self.manifest)

    def _settle(self) -> None:
        """All outputs are of the documents of today."""
        reading = self.staged.reading
        self.written |= {path: reading.digests[path] for path in self.dirty}
        self.told |= {path: self.alone.get(path, ()) for path in self.dirty}
        self.contents = dict(reading.contents)
        self.dirty = frozenset()

    def rest(self) -> None:
        """Write what only memory knows so far; what is on disk is sound without it, and makes more work."""
        if not self.owes:
            return
        self.memory = self._remembered()
        folder = cache_folder(self.output)
        with suppress(OSError, BuildError), alone(Session("build"), self.output):
            prepare_manifest(folder, Manifest(outputs=self.manifest))()
            write_sealed(folder / MEMORY, msgspec.msgpack.encode(self.memory))
            self.kept.memory = self.memory
            self.kept.note(self.output)
            self.owes = False

    def _remembered(self) -> Memory:
        return structs.replace(
            self.memory,
            digests=tuple(self.written[path] for path in self.memory.documents),
            contents=dict(self.contents),
            alone=tuple(fault for faults in self.told.values() for fault in faults),
        )


def settled(kept: Kept, output: Path) -> Resident | None:
    """The site that has just been built and written; the rest of that build is let go of."""
    prepared: Prepared | None = kept.built[0] if kept.built else None
    if prepared is None or prepared.cache is None or prepared.staged is None or prepared.outcome.site is None:
        return None
    staged = structs.replace(prepared.staged, outcome=structs.replace(prepared.outcome, plan=()))
    found = Resident(kept, prepared.cache, staged, output)
    kept.built = None
    return found if found.stands else None


def _by_path(found: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    made: dict[str, tuple[Diagnostic, ...]] = {}
    for fault in found:
        made[fault.location.path] = (*made.get(fault.location.path, ()), fault)
    return made
