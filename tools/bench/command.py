"""The command `bench`: the corpus, the steps, and Hugo beside them, in a folder that is removed afterwards."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.bench.comparison import comparison
from tools.bench.corpus import documents
from tools.bench.document import Document
from tools.bench.edits import NotSeen
from tools.bench.hugo.binary import find_hugo
from tools.bench.hugo.sites import HugoSite
from tools.bench.hugo.steps import measure
from tools.bench.measure import Failed, dismiss
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
    ours = {result.step: result for result in _own(root, folder / "pregon", names, texts, runs)}
    if hugo is None:
        return
    sites = {name: _hugo(HugoSite(folder / name, hugo, name), root, ours, texts, runs) for name in HUGO_SITES}
    for text in comparison(ours, *sites.values()):
        _tell(text)


def _own(root: Path, folder: Path, names: Sequence[str], texts: list[Document], runs: int) -> list[Result]:
    project = Project(folder)
    project.make(root, texts)
    steps, results = Steps(project, texts, runs), []
    for result in steps.measure(tuple(names)):
        results.append(result)
        _tell(row(result))
    if "serve" in names:
        if is_there((project.folder / "tasks.py").read_text("utf-8")):
            current = [*steps.posts.values()]
            for text in served_lines(measure_serve(project, current)):
                _tell(text)
        else:
            _tell(say("bench-no-serve"))
    return results


def _hugo(site: HugoSite, root: Path, ours: dict[str, Result], texts: list[Document], runs: int) -> dict[str, Result]:
    site.make(root, texts)
    _tell(f"Hugo, {say(f'bench-{site.name}')}")
    results = {}
    for result in measure(site, texts, runs, {target.beside for target in TARGETS if target.step in ours}):
        results[result.step] = result
        _tell(row(result))
    return results


def _tell(text: str) -> None:
    print(text, flush=True)
