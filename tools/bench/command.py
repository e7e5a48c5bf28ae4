"""The command `bench`: the corpus, the steps, and Hugo beside them, in a folder that is removed afterwards."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.bench.comparison import comparison
from tools.bench.corpus import documents
from tools.bench.edits import NotSeen
from tools.bench.hugo.binary import find_hugo
from tools.bench.hugo.sites import HugoSite
from tools.bench.hugo.steps import HugoSteps
from tools.bench.measure import Cost, Failed, dismiss
from tools.bench.processes import adopt_orphans
from tools.bench.project import Project
from tools.bench.serve import is_there, measure_serve
from tools.bench.steps import STEPS, Result, Steps
from tools.bench.table import heading, row, served_lines
from tools.bench.targets import TARGETS
from tools.messages import say

HUGO_SITES = ("equivalent", "plain")


def bench(root: str, *, posts: int, against: str = "", runs: int = 1, only: str = "") -> int:
    """Measure and print; the exit status: 0 measured, 1 something did not build, 2 wrong use."""
    names = tuple(name.strip() for name in only.split(",")) if only else STEPS
    unknown = [name for name in names if name not in STEPS]
    if sys.platform != "linux" or unknown:
        wrong = say("bench-step-unknown", word=", ".join(unknown), names=", ".join(STEPS)) if unknown else ""
        print(wrong or say("bench-linux"), file=sys.stderr)
        return 2
    hugo = find_hugo() if against else None
    if against and hugo is None:
        print(say("bench-no-hugo"), file=sys.stderr)
        return 1
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="pregon-bench-") as folder:
        try:
            _measure(Path(root), Path(folder), names, posts, runs, hugo)
        except (Failed, NotSeen) as error:
            print(say("bench-failed", reason=str(error).strip()[-3000:]), file=sys.stderr)
            return 1
        finally:
            dismiss()
    return 0


def _measure(root: Path, folder: Path, names: Sequence[str], posts: int, runs: int, hugo: Path | None) -> None:
    texts = list(documents(posts))
    load = f"{os.getloadavg()[0]:.1f}"
    _tell(say("bench-start", posts=str(posts), texts=str(len(texts)), cores=str(os.cpu_count()), load=load))
    _tell(heading())
    steps = Steps(Project(folder / "pregon"), texts)
    steps.project.make(root, texts)
    sites = [HugoSite(folder / name, hugo, name) for name in HUGO_SITES] if hugo else []
    for site in sites:
        site.make(root, texts)
    ours, *theirs = _rounds(steps, [HugoSteps(site, texts) for site in sites], names, runs)
    if "serve" in names:
        _serve(steps)
    for name, results in zip(HUGO_SITES, theirs, strict=False):
        _tell(f"Hugo, {say(f'bench-{name}')}")
        for result in results.values():
            _tell(row(result))
    if theirs:
        for text in comparison(ours, *theirs):
            _tell(text)


def _rounds(steps: Steps, rivals: Sequence[HugoSteps], names: Sequence[str], runs: int) -> list[dict[str, Result]]:
    """The results of each by step. All take turns in every run: what the machine does meanwhile strikes all alike."""
    found: list[dict[str, Result]] = [{} for _ in (steps, *rivals)]
    for name in STEPS[:-1]:
        if name != "cold" and name not in names:
            continue
        turns: list[tuple[int, Steps | HugoSteps, str]] = [(0, steps, name)]
        beside = {target.beside for target in TARGETS if target.step == name}
        turns += [
            (place, rival, other)
            for place, rival in enumerate(rivals, 1)
            for other in beside
            if other not in found[place]
        ]
        costs: list[list[Cost]] = [[] for _ in turns]
        for _ in range(runs if name in names else 1):
            for (_, one, step), own in zip(turns, costs, strict=True):
                own.append(one.once(step))
        for (place, one, step), own in zip(turns, costs, strict=True):
            found[place][step] = one.result(step, own)
        if name in names:
            _tell(row(found[0][name]))
        else:
            for results in found:
                results.pop("cold", None)
    return found


def _serve(steps: Steps) -> None:
    project = steps.project
    if not is_there((project.folder / "tasks.py").read_text("utf-8")):
        _tell(say("bench-no-serve"))
        return
    for text in served_lines(measure_serve(project, [*steps.posts.values()])):
        _tell(text)


def _tell(text: str) -> None:
    print(text, flush=True)
