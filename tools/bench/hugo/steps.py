"""The steps of a Hugo site. It writes everything each time, so there is one kind of edit."""

from collections.abc import Iterator
from statistics import median

from tools.bench.document import Document
from tools.bench.edits import free_posts
from tools.bench.hugo.sites import HugoSite
from tools.bench.measure import Cost
from tools.bench.project import count_html
from tools.bench.steps import Result

STEPS = ("cold", "unchanged", "edit")


def measure(site: HugoSite, documents: list[Document], runs: int, names: set[str]) -> Iterator[Result]:
    """Do the steps of those names; `cold` always, for the others need it and its files are counted."""
    posts = [one for one in documents if one.kind == "post"]
    free = free_posts(len(posts))
    for name in STEPS:
        if name == "cold" or name in names:
            costs = [_one(site, name, f"Rabanito{run}", posts[next(free)]) for run in range(runs)]
            peak = 0
            if name == "cold":
                site.clear()
                peak = site.build(watch=True).peak
            cpu, wall = median(cost.cpu for cost in costs), median(cost.wall for cost in costs)
            html = count_html(site.output)
            yield Result(name, cpu, wall, peak, 0, 0, 0, html, costs[-1].stayed)


def _one(site: HugoSite, name: str, mark: str, document: Document) -> Cost:
    if name == "edit":
        return site.edit(document, mark)
    if name == "cold":
        site.clear()
    return site.build()
