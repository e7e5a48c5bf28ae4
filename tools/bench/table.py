"""Lays out what was measured as plain text."""

from collections.abc import Iterable, Sequence

from tools.bench.serve import Served
from tools.bench.steps import Result
from tools.messages import say

WIDTHS = (12, 9, 9, 9, 9, 9, 9, 9)


def heading() -> str:
    """The first line of the table of steps."""
    names = ("step", "cpu", "wall", "peak", "written", "kept", "removed", "html")
    return line([say(f"bench-{name}") for name in names])


def row(result: Result) -> str:
    """One step."""
    text = line(
        [
            result.step,
            f"{result.cpu:.2f}",
            f"{result.wall:.2f}",
            megabytes(result.peak),
            *(str(number) for number in (result.written, result.kept, result.removed, result.html)),
        ]
    )
    return f"{text}  {say('bench-stayed', count=str(result.stayed))}" if result.stayed else text


def served_lines(served: Served) -> Iterable[str]:
    """What was measured of `serve`."""
    yield say(
        "bench-serve",
        start=f"{served.start:.1f}",
        median=f"{served.median:.0f}",
        p95=f"{served.p95:.0f}",
        whole=f"{served.whole:.0f}",
        cpu=f"{served.cpu:.3f}",
        before=megabytes(served.before),
        after=megabytes(served.after),
    )


def line(cells: Sequence[str], widths: Sequence[int] = WIDTHS) -> str:
    """The first cell to the left, the others to the right of their columns."""
    first, *others = zip(cells, widths, strict=False)
    return first[0].ljust(first[1]) + "".join(text.rjust(width) for text, width in others)


def megabytes(size: int) -> str:
    """Bytes as megabytes; a dash for what was not watched."""
    return f"{size / 1e6:.0f}" if size else "-"
