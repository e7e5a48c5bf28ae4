"""What a run has of earlier runs: the store of documents, the memory of the plan, the state of the output folder."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.build.executor import Recalled
from plugins.build.parallel import Crew
from plugins.build.store import Store
from plugins.build.versions import closures, digest, sources_digest, template_sources
from plugins.core.output import Output
from plugins.generator.memory import Memory
from plugins.generator.reading import Reading


class Looks:
    """The versions of renderers: code, a template with all that it includes, and the catalogue of its language."""

    def __init__(self, code: bytes, folders: Sequence[Path], catalogues: Mapping[str, bytes], known: Memory) -> None:
        """`known` remembers what each template includes, for as long as no template changes."""
        self.code, self.catalogues = code, catalogues
        sources = template_sources(folders)
        self.theme = sources_digest(sources)
        same = known.theme == self.theme
        self.closures: Mapping[str, bytes] = known.closures if same else closures(sources)
        self._made: dict[tuple[str, str], bytes] = {}

    def version(self, output: Output) -> bytes:
        """The version of what renders `output`."""
        return self.of((output.template, output.lang))

    def of(self, look: tuple[str, str]) -> bytes:
        """The version of a template in a language; without a template, that of the code."""
        if look not in self._made:
            template, lang = look
            parts = (self.closures.get(template, self.theme), self.catalogues.get(lang, b"")) if template else ()
            self._made[look] = digest(self.code, *parts)
        return self._made[look]

    def all_of(self, looks: Iterable[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
        """The versions of several."""
        return {look: self.of(look) for look in looks}


class Cache(Struct, frozen=True):
    """`store` is None where nothing may be kept; `recalled` where nothing is going to be written.

    `before` is what the run before has read, in a process that `stays`. `walked` is what lies in the content folder,
    where that has been looked at. What `checks` writes nothing, and needs no bodies.
    """

    looks: Looks
    store: Store | None = None
    memory: Memory = Memory()
    recalled: Recalled | None = None
    crew: Crew = Crew()
    now: int = 0
    stays: bool = False
    before: Reading | None = None
    walked: Sequence[tuple[str, bytes]] | None = None
    checks: bool = False
