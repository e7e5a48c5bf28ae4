"""Which outputs show which documents: the plan that is remembered, asked from the other side."""

from collections import defaultdict
from collections.abc import Iterable

from plugins.core.site import Site
from plugins.core.url import output_path
from plugins.generator.memory import Memory


class Shown:
    """The outputs that read a document whole, and those that show its card."""

    def __init__(self, memory: Memory) -> None:
        """The plan of `memory`."""
        number = {path: place for place, path in enumerate(memory.documents)}
        reads: dict[int, list[str]] = defaultdict(list)
        shows: dict[int, list[str]] = defaultdict(list)
        for one in memory.plan:
            for place in one.reads:
                reads[place].append(one.path)
            for place in one.shows:
                shows[place].append(one.path)
        self._number, self._reads, self._shows = number, dict(reads), dict(shows)

    def by(self, whole: Iterable[str], cards: Iterable[str]) -> frozenset[str]:
        """The outputs that another text of the documents `whole`, and another card of `cards`, can change."""
        found = [path for name in whole for path in self._reads.get(self._number[name], ())]
        found += [path for name in cards for path in self._shows.get(self._number[name], ())]
        return frozenset(found)

    def pages(self, documents: Iterable[str], site: Site) -> frozenset[str]:
        """The documents' own pages."""
        return frozenset(output_path(site.paths[name]) for name in documents)
