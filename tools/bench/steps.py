"""The steps of the bench: each prepares one change, builds, and says what the build cost."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from tools.bench.addresses import address, listing
from tools.bench.document import Document
from tools.bench.edits import (
    change_template,
    changed_body,
    changed_tag,
    changed_title,
    free_posts,
    must_be_gone,
    must_show,
)
from tools.bench.measure import Cost
from tools.bench.project import Project, count_html, counts
from tools.bench.words import LANGUAGES

STEPS = ("cold", "unchanged", "body", "title", "tag", "delete", "template", "serve")
CHANGES: dict[str, Callable[[Document, str], Document]] = {
    "body": changed_body,
    "title": changed_title,
    "tag": changed_tag,
}


class Result(NamedTuple):
    """One step: medians of its runs in seconds; bytes, 0 where memory was not watched; files of the last run."""

    step: str
    cpu: float
    wall: float
    peak: int
    written: int
    kept: int
    removed: int
    html: int
    stayed: int = 0


class Steps:
    """The steps on one project; `documents` are its texts, posts first."""

    def __init__(self, project: Project, documents: list[Document]) -> None:
        self.project, self.documents = project, documents
        self.posts = {number: one for number, one in enumerate(documents) if one.kind == "post"}
        self.free = free_posts(len(self.posts))
        self.marks = 0

    def result(self, name: str, costs: Sequence[Cost]) -> Result:
        """What the runs of the step `name`, the last that was done, cost."""
        written, kept, removed = counts(costs[-1].printed)
        peak = 0
        if name == "cold":
            self.project.clear()
            peak = self.project.build(watch=True).peak
        return Result(
            name,
            median(cost.cpu for cost in costs),
            median(cost.wall for cost in costs),
            peak,
            written,
            kept,
            removed,
            count_html(self.project.output),
            costs[-1].stayed,
        )

    def once(self, name: str) -> Cost:
        """Do the step `name`."""
        self.marks += 1
        mark = f"Zanahoria{name}{self.marks}"
        project, output = self.project, self.project.output
        if name == "cold":
            project.clear()
        elif name == "template":
            change_template(project.theme / "templates" / "layouts" / "list.html", mark)
        elif name != "unchanged":
            return self._edit(name, mark)
        cost = project.build()
        if name == "template":
            must_show(output, listing(LANGUAGES[0], "posts"), mark)
        return cost

    def _edit(self, name: str, mark: str) -> Cost:
        number = next(self.free)
        before, output = self.posts[number], self.project.output
        path = self.project.content / before.path
        if name == "delete":
            path.unlink()
            cost = self.project.build()
            must_be_gone(output, before)
            return cost
        after = self.posts[number] = CHANGES[name](before, mark)
        path.write_text(after.text(), encoding="utf-8")
        cost = self.project.build()
        if name != "tag":
            must_show(output, address(after), mark)
        else:
            must_show(output, address(after), _new_tag(before, after))
        return cost


def _new_tag(before: Document, after: Document) -> str:
    old, new = before.front["tags"], after.front["tags"]
    assert isinstance(old, list) and isinstance(new, list)
    return str(next(tag for tag in new if tag not in old))
