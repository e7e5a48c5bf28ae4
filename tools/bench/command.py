"""The command `bench`: the corpus, the steps, and Hugo beside them, in a folder that is removed afterwards."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.bench.corpus import documents
from tools.bench.document import Document
from tools.bench.edits import NotSeen
from tools.bench.measure import Failed, dismiss
from tools.bench.processes import adopt_orphans
from tools.bench.project import Project
from tools.bench.serve import is_there, measure_serve
from tools.bench.steps import STEPS, Result, Steps
from tools.bench.table import heading, row, served_lines
from tools.messages import say

LEAST_POSTS = 30


def bench(root: str, *, posts: int, against: str = "", runs: int = 1, only: str = "") -> int:
    """Measure and print; the exit status: 0 measured, 1 something did not build, 2 wrong use."""
    names = tuple(name.strip() for name in only.split(",")) if only else STEPS
    unknown = [name for name in names if name not in STEPS]
    if sys.platform != "linux" or unknown or posts < LEAST_POSTS:
        wrong = say("bench-step-unknown", word=", ".join(unknown), names=", ".join(STEPS)) if unknown else ""
        few = say("bench-posts-few", least=str(LEAST_POSTS)) if posts < LEAST_POSTS else ""
        print(wrong or few or say("bench-linux"), file=sys.stderr)
        return 2
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="pregon-bench-") as folder:
        try:
            _measure(Path(root), Path(folder), names, posts, runs, against)
        except (Failed, NotSeen) as error:
            print(say("bench-failed", reason=str(error).strip()[-3000:]), file=sys.stderr)
            return 1
        finally:
            dismiss()
    return 0


def _measure(root: Path, folder: Path, names: Sequence[str], posts: int, runs: int, against: str) -> None:
    texts = list(documents(posts))
    load = f"{os.getloadavg()[0]:.1f}"
    _tell(say("bench-start", posts=str(posts), texts=str(len(texts)), cores=str(os.cpu_count()), load=load))
    _tell(heading())
    _own(root, folder / "pregon", names, texts, runs)


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


def _tell(text: str) -> None:
    print(text, flush=True)
