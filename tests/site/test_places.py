"""A folder is the same folder however it is written."""

import shutil
from pathlib import Path

import pytest

from plugins.build.command import build
from plugins.build.place import cache_folder
from tests.site.building import PLAZA


def test_an_output_that_is_named_by_a_detour_is_built_and_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PLAZA.parent / "content", tmp_path / "content")
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert build(content="../content", output="../sites/one") == 0
    assert (tmp_path / "sites" / "one" / "index.html").is_file()
    assert build(content="../content", output="../sites/../sites/one") == 0
    assert cache_folder(Path("../sites/one")) == cache_folder(tmp_path / "sites" / "one")
    assert len(list((tmp_path / "sites" / ".pregon-cache").iterdir())) == 1
