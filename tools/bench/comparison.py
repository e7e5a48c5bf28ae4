"""Pregón beside Hugo: one line per target, and what one HTML file costs each."""

from collections.abc import Iterator, Mapping

from tools.bench.steps import Result
from tools.bench.table import line
from tools.bench.targets import PLAIN_AT_MOST, TARGETS, Target, per_file, ratio
from tools.messages import say

WIDTHS = (14, 10, 12, 9, 9, 5, 12, 9, 9, 5)
Results = Mapping[str, Result]


def comparison(ours: Results, equivalent: Results, plain: Results) -> Iterator[str]:
    """The lines of what was measured, each site's results by the name of their step."""
    names = ("step", "ours", "equivalent", "share", "target", "", "plain", "share", "target", "")
    yield line([say(f"bench-{name}") if name else "" for name in names], WIDTHS)
    for target in TARGETS:
        if target.step in ours and target.beside in equivalent:
            yield _row(target, ours, equivalent, plain)
    if "cold" in ours:
        yield _files(ours["cold"], equivalent["cold"], plain["cold"])


def _row(target: Target, ours: Results, equivalent: Results, plain: Results) -> str:
    own = _value(target, ours[target.step])
    name = f"{target.step} {say('bench-peak')}" if target.memory else target.step
    cells = [name, _shown(target, own)]
    for theirs, most in ((equivalent, target.equivalent), (plain, target.plain)):
        value = _value(target, theirs[target.beside])
        share = ratio(own, value)
        cells += [_shown(target, value), f"{share:.3f}", f"≤ {most}", say("bench-yes" if share <= most else "bench-no")]
    return line(cells, WIDTHS)


def _value(target: Target, result: Result) -> float:
    return result.peak / 1e6 if target.memory else result.cpu


def _shown(target: Target, value: float) -> str:
    return f"{value:.0f}" if target.memory else f"{value:.2f}"


def _files(ours: Result, equivalent: Result, plain: Result) -> str:
    cold = {"ours": ours, "equivalent": equivalent, "plain": plain}
    costs = {name: per_file(result.cpu, result.html) for name, result in cold.items()}
    return say(
        "bench-files",
        **{name: f"{cost:.2f}" for name, cost in costs.items()},
        share=f"{ratio(costs['equivalent'], costs['plain']):.2f}",
        most=f"{PLAIN_AT_MOST}",
        html=f"{ratio(equivalent.html, ours.html) * 100:.1f}",
    )
