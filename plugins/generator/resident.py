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
from plugins.build.executor import Job
from plugins.build.failure import BuildError, write_failure
from plugins.build.kept import Kept
from plugins.build.manifest import Manifest, load
from plugins.build.manifest import prepare as prepare_manifest
from plugins.build.outcome import Outcome, Session, Written
from plugins.build.place import MEMORY, cache_folder
from plugins.build.present import present_build, present_diagnostic, present_written
from plugins.build.sealed import write_sealed
from plugins.build.touch import touch
from plugins.core.replaced import replaced
from plugins.generator.answers import Answers
from plugins.generator.cache import Cache
from plugins.generator.edit import Edit, Reader
from plugins.generator.memory import Change, Memory
from plugins.generator.plan import make_plan
from plugins.generator.shown import Shown
from plugins.generator.site_build import Prepared
from plugins.generator.stages import Staged
from plugins.generator.together import HOLDING, compared_again, found_alone
from plugins.generator.told import Told


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
        self.told = Told(staged.apart, memory.alone, memory.together)
        self.answers = Answers(one.path for one in memory.plan)
        self.shown = Shown(memory)
        self.reader = Reader(staged)
        self.staged = structs.replace(staged, outcome=structs.replace(staged.outcome, everything=()))
        self.manifest = dict(load(cache_folder(output)).outputs)
        self.dirty: frozenset[str] = frozenset()
        self.owes = self.failed = False

    @property
    def stands(self) -> bool:
        """Whether what is known of the output folder fits."""
        held = any(rule in HOLDING for _, rule, _ in self.staged.place.baseline.counts)
        return not held and self.manifest.keys() == {one.path for one in self.memory.plan}

    def edit(self, changed: Iterable[str], now: datetime, session: Session) -> Iterator[Step] | None:
        """What the saved files `changed` make of the site; None where a whole build has to look."""
        if self.failed or not self.kept.fits(self.output):
            return None
        edit = self.reader.read(changed, now)
        if edit is None or any(
            one.rule in HOLDING and one.location.path in edit.documents for one in self.told.together
        ):
            return None
        return self._steps(edit, session)

    def _steps(self, edit: Edit, session: Session) -> Iterator[Step]:
        self.failed = True
        try:
            yield from self._all_steps(edit, session)
            self.failed = False
        except BuildError as error:
            present_diagnostic(error.diagnostic, session)
            yield Step(1)
        except OSError as error:
            present_diagnostic(write_failure(str(error.filename or self.output), error).diagnostic, session)
            yield Step(1)

    def _all_steps(self, edit: Edit, session: Session) -> Iterator[Step]:
        began = perf_counter()
        with alone(session, self.output):
            self._take(edit)
            session.outcome = self._outcome(edit)
            status = present_build(session.outcome, session, self.output)
            if status:
                yield Step(status)
                return
            written = 0
            for step in self._made():
                written += len(step.outputs)
                if step.final:
                    session.written = Written(written, len(self.manifest) - written, 0)
                    present_written(session.written, self.output, perf_counter() - began, session)
                yield step

    def _take(self, edit: Edit) -> None:
        """Put what was read in place of what was known."""
        store, reading = self.cache.store, self.staged.reading
        assert store is not None
        store.write("documents", edit.rows, (), edit.html)
        cards = frozenset(path for path, now in edit.digests.items() if now.card != reading.digests[path].card)
        reading.records.update(edit.records)
        reading.digests.update(edit.digests)
        for row in edit.rows:
            reading.contents[row.path] = row.content
            reading.rows[row.path] = row._replace(record=b"")
        if edit.documents:
            self.site = replaced(self.site, edit.documents)
            site = structs.replace(self.site, examined=frozenset(edit.documents))
            rooms, change = self.staged.place.rooms, Change(frozenset(), frozenset(edit.documents), cards)
            self.told.take(edit.documents, found_alone(rooms, site, self.answers))
            self.told.compare(compared_again(rooms, site, self.told.together, change))
        suspect = self.dirty.union(edit.documents)
        self.dirty = frozenset(path for path in suspect if reading.digests[path].whole != self.written[path].whole)
        self.owes = True

    def _outcome(self, edit: Edit) -> Outcome:
        """Everything that is found now."""
        staged = self.staged
        records = staged.reading.records
        new, old = staged.place.judged(self.told.every(records), records)
        unchanged = frozenset(self.contents.keys() - self.dirty - edit.documents.keys())
        changes = {"diagnostics": tuple(new), "baselined": tuple(old), "site": self.site, "unchanged": unchanged}
        return structs.replace(staged.outcome, **changes)

    def _made(self) -> Iterator[Step]:
        """Make the pages of the edited documents first, then whatever else shows them."""
        before, now = self.written, self.staged.reading.digests
        cards = [path for path in self.dirty if now[path].card != before[path].card]
        touched = self.shown.by(self.dirty, cards)
        own = self.shown.pages(self.dirty, self.site) & touched
        parts = [part for part in (own, touched - own) if part] or [frozenset()]
        for number, part in enumerate(parts, 1):
            outputs = self._touched(part)
            if number == len(parts):
                self._settle()
            yield Step(0, outputs, number == len(parts))

    def _touched(self, outputs: frozenset[str]) -> tuple[str, ...]:
        plan, _ = make_plan(structs.replace(self.site, focus=outputs), self.staged.place.rooms)
        assert self.cache.store is not None
        job = Job(plan, self.cache.looks.version, True, self.cache.crew, self.cache.store.abandon)
        return touch(job, self.context, self.output, self.manifest)

    def _settle(self) -> None:
        """All outputs are of the documents of today."""
        reading = self.staged.reading
        self.written |= {path: reading.digests[path] for path in self.dirty}
        self.told.settle(self.dirty)
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
            alone=self.told.written(),
            together=self.told.together,
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
