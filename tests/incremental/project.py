"""A project on disk: its own copy of the code, the files of a model, and the many ways in which files change."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from tests.incremental.builder import PYTHON, REPOSITORY
from tests.incremental.model import Model

COPIED = ("plugins", "tools", "tasks.py", "requirements.txt", "requirements-dev.txt", "requirements-build.txt")
BARE = shutil.ignore_patterns("__pycache__", "*.pyc")
# Ways to write: into the file, by a new one that takes its name, with the time of change it had before,
# with a very old one; what was only renamed is renamed.
WAYS = ("write", "write", "replace", "same-time", "replace-same-time", "old-time")


@cache
def _code() -> Path:
    """The code of the repository, compiled once for all projects of this process."""
    folder = Path(mkdtemp(prefix="pregon-code-"))
    # Processes of a pool end without `atexit`.
    Finalize(None, shutil.rmtree, (folder, True), exitpriority=1)
    for name in COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=BARE)
        else:
            shutil.copy2(source, folder / name)
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", str(folder)], check=True)
    return folder


class Project:
    """A folder that `tasks.py build` can build; `model` is what its files say now."""

    def __init__(self, folder: Path, model: Model) -> None:
        self.folder, self.model = folder, model
        self.written: dict[str, bytes] = {}
        self.times: dict[tuple[str, bytes], int] = {}
        shutil.copytree(_code(), folder)
        (folder / ".venv").symlink_to((REPOSITORY / ".venv").resolve())
        self.sync(model)

    @property
    def output(self) -> Path:
        """The output folder that lives long."""
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        """Where the builds of this project remember."""
        return self.folder / ".pregon-cache"

    def sync(self, model: Model, way: str = "write") -> list[str]:
        """Make the files say `model`; the paths that changed."""
        wanted = model.render()
        changed = {path for path, content in wanted.items() if self.written.get(path) != content}
        gone = sorted(set(self.written) - set(wanted))
        self._rename(gone, sorted(changed - set(self.written)))
        self._exchange(sorted(changed & set(self.written)), wanted)
        for path in gone:
            (self.folder / path).unlink(missing_ok=True)
            self._empty(self.folder / path)
        for path in sorted(changed):
            self.write(path, wanted[path], way)
        self.model, self.written = model, wanted
        return sorted({*gone, *changed})

    def write(self, name: str, content: bytes, way: str = "write") -> None:
        """Write a file in one of the ways; nothing when it has these bytes already."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        former = path.stat() if path.exists() else None
        if not former or path.read_bytes() != content:
            if former and way.startswith("replace"):
                beside = path.with_name(f".{path.name}.edit")
                beside.write_bytes(content)
                os.replace(beside, path)
            elif former:
                with path.open("r+b") as file:
                    file.write(content)
                    file.truncate()
            else:
                path.write_bytes(content)
        if way == "recorded-time" and (name, content) in self.times:
            at = self.times[name, content]
            os.utime(path, ns=(at, at))
        elif way.endswith("same-time") and former:
            os.utime(path, ns=(former.st_mtime_ns, former.st_mtime_ns))
        elif way == "old-time":
            os.utime(path, (1500000000, 1500000000))

    def record_times(self) -> None:
        """Remember when each file last changed, for edits that bring a former state back with its times."""
        for name, content in self.written.items():
            self.times[name, content] = (self.folder / name).stat().st_mtime_ns

    def _rename(self, gone: list[str], made: list[str]) -> None:
        """A document under another name is renamed on disk: its bytes and times go with it."""
        if len(gone) == len(made) == 1 and gone[0].endswith(".md") and made[0].endswith(".md"):
            target = self.folder / made[0]
            target.parent.mkdir(parents=True, exist_ok=True)
            os.rename(self.folder / gone[0], target)
            self._empty(self.folder / gone[0])

    def _exchange(self, both: list[str], wanted: Mapping[str, bytes]) -> None:
        """Two files that take each other's bytes are renamed: sizes and times may be equal."""
        if len(both) != 2 or wanted[both[0]] != self.written[both[1]] or wanted[both[1]] != self.written[both[0]]:
            return
        one, other = (self.folder / path for path in both)
        aside = one.with_name(".aside")
        os.rename(one, aside)
        os.rename(other, one)
        os.rename(aside, other)

    def _empty(self, path: Path) -> None:
        for parent in path.parents:
            if parent == self.folder or (parent.is_dir() and any(parent.iterdir())):
                break
            if parent.is_dir():
                parent.rmdir()

    def some_file(self, r: Random) -> str:
        """Any file of content or theme."""
        return r.choice(sorted(path for path in self.written if path.startswith(("content/", "theme/"))))
