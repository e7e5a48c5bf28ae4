"""How far a run has got: a line that is written over on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable
from time import perf_counter
from typing import TextIO

from plugins.build.speech import speech
from plugins.core.diagnostic import translatable

TEXTS: dict[str, str] = {
    "reading": translatable("Reading: {done} of {total} files"),
    "making": translatable("Making: {done} of {total} files"),
}
# Seconds: what is shorter needs no progress; a terminal is not written to more often than anybody can read.
PATIENCE, TERMINAL, ELSEWHERE = 1.0, 0.1, 10.0
CLEAR = "\r\x1b[K"


class Progress:
    """Tells of one run; nothing of it stays on a terminal."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = perf_counter) -> None:
        """`stream` is standard error unless another is given."""
        self._stream = stream or sys.stderr
        self._clock = clock
        self._lang = ""
        self._next = clock() + PATIENCE
        self._shown = False

    def speak(self, lang: str) -> None:
        """From now on in the language `lang`."""
        self._lang = lang

    def __call__(self, stage: str, done: int, total: int) -> None:
        """In the stage `reading` or `making`, `done` of `total` files are through."""
        now = self._clock()
        terminal = self._stream.isatty()
        if done >= total:
            self.clear()
        elif now >= self._next:
            self._next = now + (TERMINAL if terminal else ELSEWHERE)
            text = speech(self._lang).gettext(TEXTS[stage]).format(done=done, total=total)
            self._stream.write(f"{CLEAR}{text}" if terminal else f"{text}\n")
            self._stream.flush()
            self._shown = terminal

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write(CLEAR)
            self._stream.flush()
        self._shown = False
