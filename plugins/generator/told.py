"""The findings of a site that stays in memory, kept by what they follow from."""

from collections.abc import Iterable, Iterator, Mapping

from plugins.core.diagnostic import Diagnostic
from plugins.generator.records import Record


class Told:
    """What is wrong with the documents of today, and what was wrong with those that were written."""

    def __init__(
        self, apart: Iterable[Diagnostic], alone: Iterable[Diagnostic], together: Iterable[Diagnostic]
    ) -> None:
        """Findings that follow from no document, from single documents in the site, and from several."""
        self._apart, self._together = tuple(apart), tuple(together)
        self._today = _by_path(alone)
        self._written = dict(self._today)

    @property
    def together(self) -> tuple[Diagnostic, ...]:
        """Those that follow from several documents."""
        return self._together

    def compare(self, found: Iterable[Diagnostic]) -> None:
        """Put what was `found` now between documents in place of what was found before."""
        self._together = tuple(found)

    def take(self, documents: Iterable[str], found: Iterable[Diagnostic]) -> None:
        """Put what was `found` now in `documents` in place of what was found before."""
        now = _by_path(found)
        self._today |= {path: now.get(path, ()) for path in documents}

    def settle(self, documents: Iterable[str]) -> None:
        """The `documents` of today are written."""
        self._written |= {path: self._today.get(path, ()) for path in documents}

    def every(self, records: Mapping[str, Record]) -> Iterator[Diagnostic]:
        """All findings of today; `records` are the files as they were read."""
        yield from (*self._apart, *self._together)
        for record in records.values():
            yield from record.diagnostics
        for faults in self._today.values():
            yield from faults

    def written(self) -> tuple[Diagnostic, ...]:
        """Those of single documents, as they were written."""
        return tuple(fault for faults in self._written.values() for fault in faults)


def _by_path(found: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    made: dict[str, tuple[Diagnostic, ...]] = {}
    for fault in found:
        made[fault.location.path] = (*made.get(fault.location.path, ()), fault)
    return made
