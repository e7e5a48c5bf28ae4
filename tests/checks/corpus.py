"""Folders of `tests/fixtures/`, each the content of a small site: with mistakes, or tricky and correct."""

from pathlib import Path

from plugins.core.diagnostic import Diagnostic
from tests.checks.stages import outcome

FIXTURES = Path(__file__).parents[1] / "fixtures"
MISTAKES, CORRECT, SHARED = FIXTURES / "mistakes", FIXTURES / "correct", FIXTURES / "shared"
EXPECTED = "findings.txt"


def cases(corpus: Path) -> list[str]:
    """The names of the cases of `corpus`."""
    return sorted(path.name for path in corpus.iterdir() if path.is_dir())


def laid_out(case: Path, folder: Path) -> Path:
    """`folder` with what all cases share and the files of `case`, byte for byte."""
    for source in (SHARED, case):
        for path in sorted(source.rglob("*")):
            if path.is_file() and path != case / EXPECTED:
                target = folder / path.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
    return folder


def lines(found: list[Diagnostic]) -> list[str]:
    """Findings as `findings.txt` has them: path, place, severity, rule."""
    return [
        f"{one.location.path}:{span.line}:{span.column}-{span.end_line}:{span.end_column} {one.severity} {one.rule}"
        for one in found
        for span in [one.location.span]
    ]


def findings(content: Path) -> list[str]:
    """What is found in the folder `content`."""
    return lines(list(outcome(content).diagnostics))
