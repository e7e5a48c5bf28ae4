"""Hears of saved files. It only collects, so nothing is missed while a build runs."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

# Milliseconds: a change is told of after so long without another one, and after `DEBOUNCE` at the latest.
STEP, DEBOUNCE = 5, 20
# Settings are saved rarely, and waking up costs.
SLOW_STEP = 50
TICK = 100
POLL = 300
RETRY = 0.3
# What editors leave beside a file while they write it.
PASSING = ("~", ".swp", ".swx", ".tmp", ".pyc", ".crdownload", ".part", "___jb_tmp___", "___jb_old___")
RECORDS = (".baseline.json", ".published.json")

Tell = Callable[[frozenset[str] | None], None]
Notice = Callable[[str], None]


class Watched(Struct, frozen=True):
    """Folders with all that lies in them; or, where it is not `deep`, only the Python files in them."""

    folders: tuple[Path, ...]
    deep: bool = True

    def counts(self, path: str, present: Iterable[Path]) -> bool:
        """Whether a change there is to be told of; `present` are the folders without symlinks."""
        return is_source(path, present) and (self.deep or path.endswith(".py"))


class Watcher(threading.Thread):
    """Tells of the paths that changed; of None when a whole folder came, went or became another one."""

    def __init__(self, watched: Watched, tell: Tell, notice: Notice) -> None:
        """`notice` hears why the system tells of no changes, once, where it does not."""
        super().__init__(daemon=True)
        self.ready = threading.Event()
        self._stopped = threading.Event()
        self._watched = watched
        self._tell = tell
        self._notice = notice
        self._polling: bool | None = None

    def stop(self) -> None:
        """Tell of nothing more."""
        self._stopped.set()

    def run(self) -> None:
        """Watch until it is stopped; folders may vanish and come back."""
        before = _identities(self._watched.folders)
        while not self._stopped.is_set():
            now = _identities(self._watched.folders)
            if now != before:
                self._tell(None)
                before = now
            if now:
                self._watch(now)
            else:
                self.ready.set()
                self._stopped.wait(RETRY)

    def _watch(self, present: dict[Path, tuple[int, int]]) -> None:
        """Watch as long as the folders are the same ones."""
        from watchfiles import watch

        try:
            for changes in watch(
                *present,
                watch_filter=lambda _, path: self._watched.counts(path, present),
                debounce=DEBOUNCE,
                step=STEP if self._watched.deep else SLOW_STEP,
                stop_event=self._stopped,
                rust_timeout=TICK,
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=self._polling,
                poll_delay_ms=POLL,
                recursive=self._watched.deep,
                ignore_permission_denied=True,
            ):
                self.ready.set()
                if changes and not self._stopped.is_set():
                    self._tell(frozenset(path for _, path in changes))
                if _identities(self._watched.folders) != present:
                    return
        except FileNotFoundError:
            self._stopped.wait(RETRY)
        except (OSError, RuntimeError) as error:  # No inotify here, or all of its watches are taken.
            if not self._polling:
                self._notice(str(error))
            self._polling = True
            self._stopped.wait(RETRY)


def is_source(path: str, folders: Iterable[Path]) -> bool:
    """Whether a change to this file, below one of `folders`, can change the site."""
    whole = Path(path)
    below = [whole.relative_to(folder).parts for folder in folders if whole.is_relative_to(folder)]
    parts = min(below, key=len, default=whole.parts[-1:])
    if any(part == "__pycache__" or (part.startswith(".") and part not in RECORDS) for part in parts):
        return False
    return not whole.name.endswith(PASSING) and not whole.name.startswith(("~$", "#"))


def _identities(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Which of the folders are there, without symlinks, and which ones they are."""
    found = {}
    for folder in folders:
        try:
            known = folder.stat()
            if folder.is_dir():
                found[folder.resolve()] = (known.st_dev, known.st_ino)
        except OSError:
            continue
    return found
