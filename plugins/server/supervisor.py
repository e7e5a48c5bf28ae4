"""Leads the server: what was saved goes to the builder, what the builder says goes to the board.

All that happens comes through one queue into one thread, so nothing happens at the same time.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Empty, SimpleQueue

from msgspec import Struct, structs

from plugins.server.board import Board
from plugins.server.messages import Crash, Order, Places, Result, Wish
from plugins.server.process import BuilderProcess, Ended, Said
from plugins.server.words import ENDED, crash_text, texts

PLUGINS = Path(__file__).parents[1]
Target = tuple[str, Path]


class Changed(Struct, frozen=True):
    """Files that were saved, without symlinks; None: everything may be another."""

    paths: frozenset[str] | None


class Stop(Struct, frozen=True):
    """The end."""


class Supervisor:
    """One builder at a time, and what is to be done when it has time."""

    def __init__(
        self, wish: Wish, inbox: "SimpleQueue[object]", board: Board, arrange: Callable[[Places | None], Target]
    ) -> None:
        """`arrange` opens what the settings name, and says where the site is to be built (None: unknown settings)."""
        self._wish = wish
        self._inbox = inbox
        self._board = board
        self._arrange = arrange
        self._builder: BuilderProcess | None = None
        self._places: Places | None = None
        self._busy = self._proven = self._everything = False
        self._waiting: set[str] = set()

    @property
    def builder(self) -> BuilderProcess | None:
        """The process that builds now, if there is one."""
        return self._builder

    def run(self) -> None:
        """Work until the end."""
        self._start()
        while True:
            try:
                # On Windows a wait without end does not hear Ctrl+C.
                event = self._inbox.get(timeout=0.5)
            except Empty:
                continue
            if isinstance(event, Stop):
                return
            if isinstance(event, Changed):
                self._changed(event.paths)
            elif isinstance(event, Said) and event.builder is self._builder:
                self._said(event)
            elif isinstance(event, Ended) and event.builder is self._builder:
                self._ended(event.status)

    def close(self) -> None:
        """End the builder."""
        if self._builder is not None:
            self._builder.stop()
            self._builder = None

    def _start(self) -> None:
        """A new builder, which begins with looking at everything."""
        self.close()
        self._places, self._proven, self._busy = None, False, True
        self._waiting.clear()
        self._everything = False
        self._builder = BuilderProcess(self._wish, self._inbox)

    def _changed(self, paths: frozenset[str] | None) -> None:
        if self._builder is None or self._needs_new_builder(paths or ()):
            self._start()
            return
        self._everything = self._everything or paths is None
        self._waiting |= paths or set()
        self._next()

    def _needs_new_builder(self, paths: Iterable[str]) -> bool:
        """Whether Python would go on with what it has read before, or could not read the settings so far."""
        if self._places is None and not self._busy:
            return True
        code = [Path(folder).resolve() for folder in (self._places.code if self._places else (PLUGINS,))]
        beside = Path(self._wish.settings).resolve().parent
        return any(is_code(Path(path), code, beside) for path in paths)

    def _next(self) -> None:
        if self._busy or self._builder is None or not (self._everything or self._waiting):
            return
        self._order(None if self._everything else tuple(sorted(self._waiting)))

    def _order(self, changed: tuple[str, ...] | None) -> None:
        assert self._builder is not None
        siteurl, output = self._arrange(self._places)
        self._waiting.clear()
        self._everything, self._busy = False, True
        self._builder.order(Order(siteurl, str(output), changed))
        self._board.change(structs.replace(self._board.now, output=output))

    def _said(self, said: Said) -> None:
        reply = said.reply
        if isinstance(reply, Places):
            self._places = reply
            self._board.change(structs.replace(self._board.now, lang=reply.lang))
            self._order(None)
            return
        if self._places is None:
            self._arrange(None)
        if isinstance(reply, Crash):
            self._fail(crash_text(reply, self._board.now.lang))
        else:
            self._proven = True
            self._show(reply)
        self._busy = isinstance(reply, Result) and not reply.final
        self._next()

    def _show(self, result: Result) -> None:
        before = self._board.now
        state = structs.replace(before, findings=result.findings, fault="", building=False)
        same = (state.errors, state.warnings, before.building) == (before.errors, before.warnings, False)
        if not same or result.outputs is None:
            self._board.show(state)
        elif result.outputs:
            self._board.show(state, result.outputs)
        else:
            self._board.change(state)

    def _fail(self, text: str) -> None:
        """Tell of a program that failed, on the terminal and on the page."""
        print(text, file=sys.stderr, flush=True)
        self._board.show(structs.replace(self._board.now, fault=text, building=False))

    def _ended(self, status: int) -> None:
        """A builder that ended by itself. One that has worked may try again; another one waits for a change."""
        proven, places = self._proven, self._places
        self.close()
        if proven and places is not None:
            self._start()
            return
        if places is None:
            self._arrange(None)
        if not self._board.now.fault:
            self._fail(texts(self._board.now.lang).gettext(ENDED).format(status=status))


def is_code(path: Path, folders: list[Path], beside: Path) -> bool:
    """Whether this file is one that a running Python would not read again."""
    if path.suffix == ".md":
        return False
    return any(folder in path.parents for folder in folders) or (path.suffix == ".py" and path.parent == beside)
