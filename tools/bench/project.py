"""A copy of the project, small and disposable, in which the ordinary build works on the corpus."""

import compileall
import os
import re
import shutil
from pathlib import Path

from tools.bench.content import put_aside, write_content
from tools.bench.document import Document
from tools.bench.measure import Cost, run
from tools.environment import BUILD_LOCK, FOLDER, LOCKS, python_of

COPIED = ("plugins", "theme", "tools")
FILES = ("tasks.py", BUILD_LOCK, *LOCKS.values())
SITEURL = "https://bench.example"
SETTINGS = f'''"""The settings of the bench: those of the project, with the address of the corpus."""

from projectconf import *  # noqa: F403

SITEURL = "{SITEURL}"
'''
# The three numbers before the seconds: written, kept, removed, in any language.
LAST_LINE = re.compile(r": (\d+)\D+(\d+)\D+(\d+)\D+[\d.,]+ s\.$")


class Project:
    """The copy in `folder`; `content` is what its builds read."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content, self.output = folder, folder / "content", folder / "output"
        self.theme = folder / "theme"
        self.environ = dict(os.environ)

    def make(self, root: Path, documents: list[Document]) -> None:
        """Copy the project of `root` and write `documents` into it."""
        self.folder.mkdir(parents=True)
        skipped = shutil.ignore_patterns("__pycache__", "bench", "drawing")
        for name in COPIED:
            shutil.copytree(root / name, self.folder / name, ignore=skipped)
        for name in FILES:
            shutil.copy2(root / name, self.folder / name)
        shutil.copy2(root / "pelicanconf.py", self.folder / "projectconf.py")
        (self.folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
        compileall.compile_dir(self.folder, maxlevels=20, quiet=1)
        # `tasks.py` takes an environment for ready by what its real place says.
        (self.folder / FOLDER).symlink_to((root / FOLDER).resolve(), target_is_directory=True)
        write_content(self.content, documents)

    def task(self, *words: str) -> list[str]:
        """The command of a task, as `python3 tasks.py …` runs it once it is inside `.venv`."""
        return [python_of(str(self.folder / FOLDER)), "tasks.py", *words]

    def build(self, *, watch: bool = False) -> Cost:
        """An ordinary build."""
        return run(self.task("build"), self.folder, self.environ, watch=watch)

    def clear(self) -> None:
        """Remove the output and every cache; the project itself knows where they are."""
        put_aside(self.output, self.folder.parent / "trash")
        run(self.task("clean"), self.folder, self.environ)


def counts(printed: str) -> tuple[int, int, int]:
    """How many files a build wrote, kept and removed, by its last line."""
    last = printed.rstrip().rpartition("\n")[2]
    found = LAST_LINE.search(last)
    if not found:
        raise ValueError(last)
    written, kept, removed = (int(number) for number in found.groups())
    return written, kept, removed


def count_html(output: Path) -> int:
    """How many HTML files there are."""
    return sum(name.endswith(".html") for _, _, names in os.walk(output) for name in names)
