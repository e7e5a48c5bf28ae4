"""What a process that stays keeps of one run for the next; whatever it says is on disk as well."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build.place import MANIFEST, cache_folder
from plugins.build.store import Store

if TYPE_CHECKING:
    # It brings Jinja, which a check does not need.
    from plugins.build.templates import Templates


class Kept:
    """Each thing is left by who made it, and None before. It is the state of a process, like a `Session` that of a run.

    `host` is Pelican's generator, `reading` every file as it was read, `memory` and `built` are of the last build that
    was written, `templates` come with a digest of all that they are made of.
    """

    def __init__(self) -> None:
        """Nothing is known."""
        self.host: Any = None
        self.store: Store | None = None
        self.templates: tuple[bytes, Templates] | None = None
        self.forget()

    def forget(self) -> None:
        """Believe only what is on disk."""
        self.reading: Any = None
        self.memory: Any = None
        self.built: Any = None
        self._mark: object = None

    def note(self, output: Path) -> None:
        """What is kept is of the build that has just been written to `output`."""
        self._mark = _mark(output)

    def fits(self, output: Path) -> bool:
        """Whether nobody else has written to `output` since."""
        return self._mark is not None and self._mark == _mark(output)

    def open(self, file: Path) -> Store:
        """The store in `file`, the same one as long as it is the same file: templates read bodies from it."""
        if self.store is None or self.store.file != file:
            self.store, self.templates = Store(file), None
        return self.store


def _mark(output: Path) -> object:
    try:
        found = os.stat(cache_folder(output) / MANIFEST)
    except OSError:
        return None
    return (str(output), found.st_mtime_ns, found.st_size, found.st_ino)
