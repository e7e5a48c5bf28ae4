"""The steps of a Hugo site. It writes everything each time, so there is one kind of edit."""

from collections.abc import Sequence
from statistics import median

from tools.bench.document import Document
from tools.bench.edits import free_posts
from tools.bench.hugo.sites import HugoSite
from tools.bench.measure import Cost
from tools.bench.project import count_html
from tools.bench.steps import Result


class HugoSteps:
    """The steps on one site of `documents`."""

    def __init__(self, site: HugoSite, documents: list[Document]) -> None:
        self.site = site
        self.posts = [one for one in documents if one.kind == "post"]
        self.free = free_posts(len(self.posts))
        self.runs = 0

    def once(self, name: str) -> Cost:
        """Do the step `name`."""
        self.runs += 1
        if name == "edit":
            return self.site.edit(self.posts[next(self.free)], f"Rabanito{self.runs}")
        if name == "cold":
            self.site.clear()
        return self.site.build()

    def result(self, name: str, costs: Sequence[Cost]) -> Result:
        """What the runs of the step `name`, the last that was done, cost."""
        peak = 0
        if name == "cold":
            self.site.clear()
            peak = self.site.build(watch=True).peak
        cpu, wall = median(cost.cpu for cost in costs), median(cost.wall for cost in costs)
        return Result(name, cpu, wall, peak, 0, 0, 0, count_html(self.site.output), costs[-1].stayed)
