"""Builds that are killed at random moments, and what the next one makes of it.

    python -m tests.incremental.kills --times 50 [--seed 1] [--regret] [--mount]

`--regret` takes the edits back before the next build, so that what the killed one published early must go again.
`--mount` makes the output folder a disk of its own, where files cannot be renamed into.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, suppress
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from tests.incremental import builder
from tests.incremental.builder import TODAY, Builder, Job
from tests.incremental.edits import EDITS, Different
from tests.incremental.model import new_doc, new_model
from tests.incremental.mounts import disk
from tests.incremental.project import Project
from tests.incremental.trees import Thing, difference, files_of, tree_of

POSTS = 40
LONGEST = 60.0
CALM = ("body", "title", "tags", "slug", "deleted", "added", "permalink", "picture_added", "move", "draft", "setting")


class Kills:
    """A project of some sixty posts that is built, edited, and killed while it is built again."""

    def __init__(self, folder: Path, seed: int, *, regret: bool = False, mount: bool = False) -> None:
        self.random, self.regret, self.mount = Random(seed), regret, mount
        self.folder = folder
        self.model = new_model(self.random, TODAY, POSTS)
        self.project = Project(folder / "project", self.model.copy())
        self.stack = ExitStack()
        if mount:
            self.stack.enter_context(disk(self.project.output))
        self.clean = self.stack.enter_context(Builder(self.project.folder, 3))
        self.seconds = 2.0
        self.count: Counter[str] = Counter()

    def __enter__(self) -> "Kills":
        self.build_again("the first build", self.wanted())
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    def wanted(self) -> dict[str, Thing] | None:
        """The site of a clean build; None when there is none."""
        fresh = self.folder / "clean"
        shutil.rmtree(fresh, ignore_errors=True)
        result = self.clean.build(Job("run", str(fresh / "site"), own_bytecode=True))
        return None if result.status else tree_of(fresh / "site")

    def kill(self) -> None:
        """Edit, build, kill, look, build again, look again.

        Raises:
            Different: a half-written file, or a next build that is not like a clean one.
        """
        former = self.model.copy()
        cold = self.random.random() < 0.3
        if cold:
            self.forget()
        else:
            self.edit()
        wanted = self.wanted()
        if wanted is None:
            self.model = former
            self.project.sync(former.copy())
            self.count["spoilt"] += 1
            return
        before = tree_of(self.project.output)
        moment = self.shoot(before, wanted)
        self.count[moment] += 1
        self.look(before, wanted, f"{'cold' if cold else 'incremental'}, {moment}")
        if self.regret:
            self.model = former
            self.project.sync(former.copy())
            wanted = self.wanted()
        self.build_again(f"the build after a kill ({'cold' if cold else 'incremental'}, {moment})", wanted)

    def forget(self) -> None:
        """Neither site nor cache."""
        for path in self.project.output.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.rmtree(self.project.cache, ignore_errors=True)
        if self.regret:
            # Something that is taken back after the kill.
            self.edit()

    def edit(self) -> None:
        """Change every page, add something, and a few edits more."""
        r, m = self.random, self.model
        m.settings["SITENAME"] = f"La Plaza {m.next()}"
        m.docs[f"more-{m.next()}"] = new_doc(m, r, "post", "es")
        for name in r.sample(CALM, 3):
            EDITS[name](m, r)
        m.settings["PATH"], m.settings["OUTPUT_PATH"] = "content", "output"
        self.project.sync(m.copy())

    def shoot(self, before: dict[str, Thing], wanted: dict[str, Thing]) -> str:
        """Build and kill: after some time, or as soon as a certain file is published."""
        r = self.random
        changed = sorted(
            name for name, content in files_of(wanted).items() if before.get(name) != wanted[name] and content
        )
        name = r.choice(changed) if changed and r.random() < 0.6 else ""
        path = self.project.output / name
        stamp = _stamp(path)
        # A cold start takes its time until there is anything to disturb.
        until = time.monotonic() + (LONGEST if name else r.uniform(0.05, self.seconds))
        process = builder.start(self.project.folder, Job())
        while time.monotonic() < until and process.poll() is None:
            if name and _stamp(path) != stamp:
                break
            time.sleep(0.0002 if name else 0.002)
        late = process.poll() is not None
        _end(process)
        return "too late" if late else "while publishing" if name else "at some moment"

    def look(self, before: dict[str, Thing], wanted: dict[str, Thing], when: str) -> None:
        """Every public file is one of the former or of the new site; files in the making are hidden."""
        former, new = files_of(before), files_of(wanted)
        for name, content in files_of(tree_of(self.project.output)).items():
            if content not in (former.get(name), new.get(name)) and not name.startswith(".pregon-staging/"):
                raise Different(f"{when}: {name} is neither of the former nor of the new site: {content[:80]!r}")

    def build_again(self, what: str, wanted: dict[str, Thing] | None) -> None:
        """The next build is like a clean one."""
        began = time.monotonic()
        result = builder.build(self.project.folder, Job())
        self.seconds = max(0.5, (self.seconds + time.monotonic() - began) / 2)
        if result.status or "Traceback" in result.stderr or wanted is None:
            raise Different(f"{what}:\n{result.said}")
        differs = difference(tree_of(self.project.output), wanted)
        if differs:
            raise Different(f"{what}:\n{differs}\n{result.said}")


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        about = os.stat(path, follow_symlinks=False)
    except OSError:
        return None
    return about.st_ino, about.st_mtime_ns


def _end(process: subprocess.Popen[str]) -> None:
    """Kill the process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def main(arguments: list[str]) -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--regret", action="store_true")
    parser.add_argument("--mount", action="store_true", help="needs root")
    chosen = parser.parse_args(arguments)
    folder = Path(mkdtemp(prefix="pregon-kills-"))
    with Kills(folder, chosen.seed, regret=chosen.regret, mount=chosen.mount) as kills:
        try:
            for _ in range(chosen.times):
                kills.kill()
        except Different as found:
            print(f"seed {chosen.seed}, after {dict(kills.count)}: {found}")
            aside = folder / "left"
            shutil.copytree(kills.project.output, aside, symlinks=True)
            print(f"kept in {folder}, the output as {aside}")
            return 1
        print(f"{chosen.times} kills, {dict(kills.count)}")
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
