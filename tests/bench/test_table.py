"""The table: what builds print, medians, shares."""

from pathlib import Path

import pytest

from tests.bench.sample import RESULT
from tools.bench.command import bench
from tools.bench.project import count_html, counts
from tools.bench.serve import is_there, percentile
from tools.bench.table import heading, line, megabytes, row
from tools.bench.targets import per_file, ratio


@pytest.mark.parametrize(
    "last",
    [
        "output/: 12 written, 3 kept, 0 removed, 0.8 s.",
        "/tmp/x9: 7/output/: 12 escritos, 3 conservados, 0 retirados, 0,8 s.",
    ],
)
def test_the_last_line_of_a_build_is_read_in_any_language(last: str) -> None:
    assert counts(f"Something before.\n{last}\n") == (12, 3, 0)


def test_a_build_without_that_line_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing"):
        counts("nothing\n")


def test_every_cell_of_a_step_has_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert heading().split() == ["step", "CPU", "wall", "memory", "written", "kept", "removed", "HTML"]
    assert row(RESULT).split() == ["cold", "12.35", "13.00", "150", "100", "0", "0", "90"]
    assert row(RESULT._replace(stayed=2)).endswith("2 processes are still running")
    assert len(heading()) == len(row(RESULT))


def test_numbers_stand_to_the_right() -> None:
    assert line(["a", "1"], (3, 4)) == "a     1"
    assert megabytes(0) == "-"


def test_shares_are_of_what_hugo_costs() -> None:
    assert ratio(1, 4) == 0.25
    assert ratio(1, 0) == float("inf")
    assert per_file(2, 1000) == 2


def test_the_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([float(number) for number in range(1, 51)], 0.95) == 48
    assert percentile([3.0], 0.95) == 3


def test_html_files_are_counted_in_all_folders(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("index.html", "a/index.html", "a/feed.xml"):
        (tmp_path / name).touch()
    assert count_html(tmp_path) == 2


def test_serve_is_found_by_its_function() -> None:
    assert is_there("x = 1\ndef serve(c: Call) -> int:\n")
    assert not is_there("x = 'def serve'\n# def serve(\n")


def test_an_unknown_step_is_one_sentence(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_CL.UTF-8")
    assert bench("/nowhere", posts=30, only="cold,colder") == 2
    said = capsys.readouterr().err
    assert "«colder»" in said
    assert said.count("\n") == 1
