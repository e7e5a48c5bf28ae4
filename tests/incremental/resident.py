"""Random edits of a project that a builder of `serve` keeps in memory; after each its site must equal a clean build's.

python -m tests.incremental.resident --seeds 1..6 --steps 60 [--processes 2] [--keep DIR]
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

from plugins.server.supervisor import is_code
from tests.incremental.builder import PYTHON, REPOSITORY, TODAY, Builder, Job, plain_environment
from tests.incremental.edits import EDITS, MISTAKES, Different, Walk
from tests.incremental.model import new_model
from tests.incremental.project import Project
from tests.incremental.trees import difference, tree_of

SITEURL = "http://127.0.0.1:8000"
# What people do all day: half of the edits.
TEXTS = ("body", "body", "same_size", "title", "intro", "page_title", "dead_link", "dead_anchor", "long_message")
DEEDS = ("touch", "touch_all", "nothing", "former_state")


class Resident:
    """The builder, in a process of its own, without the server around it."""

    def __init__(self, project: Path, epoch: int) -> None:
        environment = {**plain_environment(), "PYTHONPATH": str(REPOSITORY), "SOURCE_DATE_EPOCH": str(epoch)}
        self.epoch = epoch
        self.said = (project.parent / "said.txt").open("ab")
        self.process = subprocess.Popen(
            [str(PYTHON), "-m", "tests.incremental.resident", "--serve", str(project)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.said,
            cwd=project,
            env=environment,
            text=True,
        )

    def ask(self, **asked: Any) -> Any:
        """The answer to one line."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Different(f"the builder broke down; see {self.said.name}")
        return json.loads(line)

    @property
    def memory(self) -> int:
        """Bytes that it holds."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def kill(self) -> None:
        """End it in whatever it has in memory only."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        self.said.close()


class ResidentWalk(Walk):
    """A walk whose site is made by a builder that stays."""

    quick = 0
    changed: tuple[str, ...] | None = None

    def start(self) -> None:
        """The builder that stays, and one that begins anew each time."""
        self.clean = Builder(self.project.folder, 2000 + self.seed % 1000)
        self.resident = Resident(self.project.folder, self.model.epoch)
        self.everything = True
        sync = self.project.sync

        def synced(*arguments: Any) -> list[str]:
            names = sync(*arguments)
            root = self.project.folder.resolve()
            self.changed = tuple(str(root / name) for name in names)
            return names

        self.project.sync = synced  # type: ignore[method-assign]

    def close(self) -> None:
        """End both."""
        self.clean.close()
        self.resident.kill()

    def _names(self) -> list[str]:
        return super()._names() if self.only else [*EDITS, *MISTAKES, *DEEDS]

    def _chosen(self, chance: float, deeds: list[str]) -> str:
        if not self.only and self.random.random() < 0.5:
            return self.random.choice(TEXTS)
        return super()._chosen(chance, deeds)

    def compare(self) -> int:
        """What the builder makes of the edit, and of what its memory does not know, against a clean build."""
        r, changed, self.changed = self.random, self.changed, None
        root = self.project.folder.resolve()
        code = [root / "plugins", root / "theme" / "translations"]
        is_new = self.resident.epoch != self.model.epoch or r.random() < 0.05
        if is_new or any(is_code(Path(path), code, root) for path in changed or ()):
            self.resident.kill()
            self.resident = Resident(self.project.folder, self.model.epoch)
            self.everything = True
        if r.random() < 0.2:
            self.resident.ask(rest=True)
        if changed is None or self.kind == "touch_all" or self.everything or r.random() < 0.03:
            changed, self.everything = None, False
        began = time.perf_counter()
        results = self.resident.ask(output=str(self.project.output), changed=changed)
        self.seconds["incremental"] += time.perf_counter() - began
        self.quick += bool(results[-1]["outputs"])
        return self._held_against_clean(results)

    def _held_against_clean(self, results: list[dict[str, Any]]) -> int:
        fresh = self.folder / "clean"
        shutil.rmtree(fresh, ignore_errors=True)
        settings = {"SITEURL": SITEURL}
        job = Job("serve", str(fresh / "site"), epoch=self.model.epoch, settings=settings, own_bytecode=True)
        clean = self.clean.build(job)
        self.seconds["clean"] += clean.seconds
        self.seconds["builds"] += 1
        found = results[-1]
        said = json.dumps(results, indent=1)[:3000]
        if clean.findings is None or "Traceback" in clean.stderr or not found["final"]:
            raise Different(f"{clean.said}\n{said}")
        # What is wrong in the file that was saved stands first.
        one, other = (sorted(told, key=json.dumps) for told in (found["findings"], json.loads(clean.findings[0])))
        if found["status"] != clean.status or one != other:
            raise Different(f"resident:\n{said}\nclean: {clean.status}\n{clean.findings[0]}")
        if clean.status == 0:
            differs = difference(tree_of(self.project.output), tree_of(fresh / "site"), ("resident", "clean"))
            if differs:
                raise Different(f"{differs}\n{said}")
        return clean.status


def serve(project: Path) -> None:
    """Answer orders, in the project."""
    sys.path.insert(0, str(project))
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    from plugins.server.builder import Builder as Serving
    from plugins.server.messages import Order, Wish

    builder = Serving(Wish(str(project / "pelicanconf.py")))
    for line in sys.stdin:
        asked = json.loads(line)
        if asked.pop("rest", False):
            builder.rest()
            found: list[Any] = []
        else:
            found = [as_plain(one) for one in builder.build(Order(SITEURL, asked["output"], asked["changed"]))]
        answers.write(json.dumps(found) + "\n")
        answers.flush()


def as_plain(result: Any) -> Any:
    import msgspec

    return msgspec.to_builtins(result)


def growth(folder: Path, edits: int) -> list[int]:
    """Bytes that the builder holds after each of so many edits of texts."""
    r = Random(1)
    model = new_model(r, TODAY, 12)
    project = Project(folder / "project", model.copy())
    resident = Resident(project.folder, model.epoch)
    found = []
    try:
        resident.ask(output=str(project.output), changed=None)
        while len(found) < edits:
            EDITS[r.choice(("body", "title", "intro"))](model, r)
            changed = [str(project.folder.resolve() / name) for name in project.sync(model.copy())]
            if changed:
                resident.ask(output=str(project.output), changed=changed)
                found.append(resident.memory)
            if len(found) % 10 == 0:
                resident.ask(rest=True)
    finally:
        resident.kill()
    return found


def one_walk(seed: int, steps: int, folder: Path) -> tuple[str, str]:
    """Run a seed; what differed, and how it went."""
    walk = ResidentWalk(seed, folder / f"seed-{seed}", 12)
    error = ""
    try:
        walk.run(steps)
        shutil.rmtree(walk.folder)
    except Different as found:
        error = str(found)
    mean = {name: walk.seconds[name] / max(1, walk.seconds["builds"]) for name in ("incremental", "clean")}
    times = ", ".join(f"{name} {mean[name]:.2f} s" for name in mean)
    return error, f"seed {seed}: {walk.step} steps, {walk.quick} of them in memory; mean {times}"


def main(arguments: list[str]) -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="1..4", help="A..B")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--keep", default="", help="the folder of the projects")
    parser.add_argument("--growth", type=int, default=0, help="edits")
    chosen = parser.parse_args(arguments)
    first, _, last = chosen.seeds.partition("..")
    folder = Path(chosen.keep or mkdtemp(prefix="pregon-resident-")).absolute()
    if chosen.growth:
        for number, held in enumerate(growth(folder, chosen.growth)):
            if number % 20 == 0:
                print(f"{number:>5} {held / 1e6:.1f} MB", flush=True)
        return 0
    failed = 0
    with ProcessPoolExecutor(chosen.processes) as pool:
        seeds = range(int(first), int(last or first) + 1)
        for job in [pool.submit(one_walk, seed, chosen.steps, folder) for seed in seeds]:
            error, said = job.result()
            print(said, error, sep="\n" if error else "", flush=True)
            failed += bool(error)
    print(f"{failed} with differences")
    return int(failed > 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(Path(sys.argv[2]))
    else:
        sys.exit(main(sys.argv[1:]))
