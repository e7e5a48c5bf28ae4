"""What there is to show at this moment, and who waits for news of it."""

import secrets
from pathlib import Path
from threading import Condition

from msgspec import Struct, structs

from plugins.server.messages import Finding

REMEMBERED = 50


class State(Struct, frozen=True):
    """One moment: `number` counts the changes, `output` is the folder of the last good site.

    `building` until the first result, `fault` when a program failed: then no findings could be made.
    """

    number: int = 0
    output: Path | None = None
    findings: tuple[Finding, ...] = ()
    fault: str = ""
    lang: str = ""
    building: bool = True

    @property
    def errors(self) -> tuple[str, ...]:
        """What keeps the last change from being shown, each as a block of text."""
        found = tuple(one.text for one in self.findings if one.severity == "error")
        return (self.fault, *found) if self.fault else found

    @property
    def warnings(self) -> tuple[str, ...]:
        """What could be better."""
        return tuple(one.text for one in self.findings if one.severity != "error")


class Board:
    """The state, replaced as a whole by one thread and read by many."""

    def __init__(self) -> None:
        """Nothing has been built."""
        self.now = State()
        # Numbers begin again with each start of the server; a page of a former one must notice.
        self._start = secrets.token_hex(4)
        self._news = Condition()
        self._touched: dict[int, tuple[str, ...] | None] = {}

    @property
    def version(self) -> str:
        """The name of the state that is shown now."""
        return self.name(self.now)

    def name(self, state: State) -> str:
        """The name by which a page knows a state."""
        return f"{self._start}-{state.number}"

    def show(self, state: State, outputs: tuple[str, ...] | None = None) -> None:
        """Replace the state; `outputs` are the files that differ, None: nobody knows which."""
        with self._news:
            self.now = structs.replace(state, number=self.now.number + 1)
            self._touched[self.now.number] = outputs
            self._touched.pop(self.now.number - REMEMBERED, None)
            self._news.notify_all()

    def change(self, state: State) -> None:
        """Replace the state by one that looks the same to readers."""
        with self._news:
            self.now = structs.replace(state, number=self.now.number)

    def wait(self, seen: int, seconds: float) -> State | None:
        """The state, once it is another than number `seen`; None when nothing happens for so long."""
        with self._news:
            self._news.wait_for(lambda: self.now.number != seen, seconds)
            return self.now if self.now.number != seen else None

    def touched(self, seen: int, until: int) -> list[str] | None:
        """The files that differ between two states; None when nobody knows which."""
        found: set[str] = set()
        with self._news:
            for number in range(seen + 1, until + 1):
                outputs = self._touched.get(number)
                if outputs is None:
                    return None
                found.update(outputs)
        return sorted(found)
