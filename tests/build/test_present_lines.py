"""The line of a finding is shown whatever kind of text file it stands in."""

from pathlib import Path

import pytest

from plugins.build.outcome import Outcome
from plugins.build.present import lines_of


@pytest.mark.parametrize("name", ["posts/a.md", "data/taxonomy.yaml", ".published.json"])
def test_lines_are_those_that_positions_count(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes("\ufeff---\r\nuno: é\rdos\n".encode())
    assert lines_of(Outcome(tmp_path), name) == ["---", "uno: é", "dos", ""]


def test_of_a_picture_and_of_a_file_that_is_gone_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "plaza.jpg").write_bytes(b"\xff\xd8\n")
    assert lines_of(Outcome(tmp_path), "plaza.jpg") == lines_of(Outcome(tmp_path), "data/taxonomy.yaml") == []
