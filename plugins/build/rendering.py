"""Renders what has changed of the plan into the staging folder: the executor's work, in any process or machine."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from stat import S_ISREG

from plugins.build.context import FileDiffers
from plugins.build.manifest import Made, content_digest
from plugins.build.place import Staging
from plugins.build.store import StoreDamaged
from plugins.build.tree import key_of
from plugins.build.versions import digest, encoded
from plugins.core.output import Inputs, Output, Render, RenderContext

Version = Callable[[Output], bytes]
Former = Callable[[str], Made | None]
# An output's number, what the manifest is to say of it, and whether its bytes are staged.
Result = tuple[int, Made, bool]
# What travels to another machine, and what comes back: None for what that machine cannot render as this one does.
Asked = list[tuple[int, Render, Inputs]]
Answered = list[tuple[int, bytes | None]]
# Files are big: few of them travel together.
FILES, FEW = 1, 10
# Windows would write other ends of lines into what is not opened as binary.
FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Rendering:
    """Renders what has changed among the outputs of a chunk."""

    def __init__(
        self,
        plan: Sequence[Output],
        version: Version,
        context: RenderContext,
        output: str,
        staging: Staging,
        former: Former,
    ) -> None:
        """`output` is the output folder; `former` gives what lies at a path in it."""
        self.plan, self.version, self.context, self.former = plan, version, context, former
        self.output, self.staging = output, staging
        self.is_new = not os.path.isdir(output)
        self._away: dict[int, bytes] = {}

    def __call__(self, chunk: range) -> list[Result]:
        """What came of the outputs of `chunk`."""
        return [self._one(number) for number in chunk]

    def there(self) -> Callable[[], Callable[[Asked], Answered]]:
        """Rendering itself, with this context."""
        return partial(_elsewhere, self.context)

    def pack(self, chunk: range) -> tuple[list[Asked], list[Result]]:
        """What has to be rendered, and what is as it was."""
        pages: Asked = []
        files: Asked = []
        done: list[Result] = []
        for number in chunk:
            fingerprint, inputs, same = self._looked_at(number)
            if same is not None:
                done.append((number, same, False))
            else:
                self._away[number] = fingerprint
                asked = files if self.plan[number].wave == FILES else pages
                asked.append((number, self.plan[number].render, inputs))
        loads = [pages, *(files[start : start + FEW] for start in range(0, len(files), FEW))]
        return [load for load in loads if load], done

    def unpack(self, came: Answered) -> list[Result]:
        """Stage what was rendered elsewhere."""
        return [
            self._one(number) if content is None else self._kept(number, self._away.pop(number), content)
            for number, content in came
        ]

    def _one(self, number: int) -> Result:
        fingerprint, inputs, same = self._looked_at(number)
        if same is not None:
            return number, same, False
        return self._kept(number, fingerprint, self.plan[number].render(inputs, self.context))

    def _looked_at(self, number: int) -> tuple[bytes, Inputs, Made | None]:
        """The fingerprint and the inputs of an output, and what lies there if it was made from the same."""
        one = self.plan[number]
        inputs = one.inputs
        fingerprint = digest(self.version(one), encoded(inputs))
        former = self.former(one.path)
        return fingerprint, inputs, former if former is not None and former.fingerprint == fingerprint else None

    def _kept(self, number: int, fingerprint: bytes, content: bytes) -> Result:
        path = self.plan[number].path
        former, told = self.former(path), content_digest(content)
        if former is not None and former.content == told:
            return number, Made(fingerprint, told, former.stat), False
        there = _there(f"{self.output}/{path}", content) if former is None and not self.is_new else b""
        if there:
            return number, Made(fingerprint, told, there), False
        return (
            number,
            Made(fingerprint, told, _staged(self.staging.at(number), content)),
            True,
        )


def _elsewhere(context: RenderContext) -> Callable[[Asked], Answered]:
    return lambda asked: [(number, _tried(render, inputs, context)) for number, render, inputs in asked]


def _tried(render: Render, inputs: Inputs, context: RenderContext) -> bytes | None:
    try:
        return render(inputs, context)
    except (FileDiffers, StoreDamaged):
        return None


def _there(path: str, content: bytes) -> bytes:
    """The stat of the file at `path` when it holds `content`: a lost manifest is no reason to touch the site."""
    try:
        stat = os.lstat(path)
        if stat.st_size != len(content) or not S_ISREG(stat.st_mode):
            return b""
        with open(path, "rb", buffering=0) as file:
            return key_of(stat) if file.read() == content else b""
    except OSError:
        return b""


def _staged(path: str, content: bytes) -> bytes:
    file = os.open(path, FRESH, 0o666)
    try:
        written = os.write(file, content)
        while written < len(content):
            written += os.write(file, memoryview(content)[written:])
        return key_of(os.fstat(file))
    finally:
        os.close(file)
