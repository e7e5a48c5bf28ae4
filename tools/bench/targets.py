"""What Pregón may cost as a share of what Hugo costs, and the arithmetic of it."""

from typing import NamedTuple

PLAIN_AT_MOST = 1.8
"""The equivalent Hugo site may cost this many times the plain one for each HTML file: else it is a bad site."""


class Target(NamedTuple):
    """A step of ours, Hugo's step beside it, and the most that ours may be of the equivalent and of the plain one."""

    step: str
    beside: str
    equivalent: float
    plain: float
    memory: bool = False


TARGETS = (
    Target("cold", "cold", 1.0, 2.2),
    Target("unchanged", "unchanged", 0.01, 0.02),
    Target("body", "edit", 0.04, 0.06),
    Target("title", "edit", 0.05, 0.08),
    Target("template", "edit", 0.15, 0.3),
    Target("cold", "cold", 0.4, 0.4, memory=True),
)


def ratio(ours: float, theirs: float) -> float:
    """`ours` as a share of `theirs`; infinite where they have no cost at all."""
    return ours / theirs if theirs else float("inf")


def per_file(cpu: float, html: int) -> float:
    """Milliseconds of CPU for each HTML file."""
    return ratio(cpu * 1000, html)
