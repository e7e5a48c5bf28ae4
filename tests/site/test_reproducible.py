"""The same sources give the same bytes: elsewhere, in another zone and locale, on another day, started by Pelican."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.building import PLAZA, ROOT, TODAY, Built, build_plaza, build_site, tree_of

BUILD = "import sys; from plugins.build.command import build; sys.exit(build())"
OURS = (sys.executable, "-B", "-c", BUILD)
PELICAN = (sys.executable, "-B", "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "warnings")
SANTIAGO = {"TZ": "America/Santiago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
KOLKATA = {"TZ": "Asia/Kolkata", "LC_ALL": "C", "PYTHONHASHSEED": "2"}
RUNS = {"here": (OURS, SANTIAGO), "elsewhere/deep": (OURS, KOLKATA), "pelican": (PELICAN, KOLKATA)}


def project(folder: Path) -> Path:
    """A copy of the project whose content is that of the plaza."""
    without = shutil.ignore_patterns("__pycache__")
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=without)
    shutil.copytree(PLAZA.parent / "content", folder / "content")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    return folder


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    """What each of the runs has published, by its name."""
    root = tmp_path_factory.mktemp("projects")
    folders = {name: project(root / name) for name in RUNS}
    started = {
        name: subprocess.Popen(
            command,
            cwd=folders[name],
            env={**os.environ, **environment, "SOURCE_DATE_EPOCH": TODAY},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for name, (command, environment) in RUNS.items()
    }
    said = {name: process.communicate(timeout=120)[0].decode(errors="replace") for name, process in started.items()}
    assert {name: process.returncode for name, process in started.items()} == dict.fromkeys(RUNS, 0), said
    return {name: tree_of(folder / "output") for name, folder in folders.items()}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def test_folder_zone_locale_and_hash_seed_change_no_byte(trees: Mapping[str, Mapping[str, bytes]]) -> None:
    assert len(trees["here"]) > 80
    assert differing(trees["here"], trees["elsewhere/deep"]) == []


def test_pelican_itself_publishes_the_same_bytes(trees: Mapping[str, Mapping[str, bytes]]) -> None:
    assert differing(trees["here"], trees["pelican"]) == []


def test_a_process_of_its_own_publishes_the_same_bytes_as_this_one(
    trees: Mapping[str, Mapping[str, bytes]], tmp_path: Path
) -> None:
    content = PLAZA.parent / "content"
    built = build_site(ROOT / "pelicanconf.py", tmp_path / "site", PATH=str(content))
    assert differing(tree_of(built.folder), trees["here"]) == []


def test_another_day_changes_no_byte_unless_a_date_fell_between(plaza: Built, tmp_path: Path) -> None:
    later = build_plaza(tmp_path, today=str(int(TODAY) + 20 * 86_400))
    assert differing(tree_of(later.folder), tree_of(plaza.folder)) == []


def test_the_order_and_the_dates_of_files_on_disk_change_no_byte(plaza: Built, tmp_path: Path) -> None:
    content = tmp_path / "content"
    for path in sorted((PLAZA.parent / "content").rglob("*"), reverse=True):
        if path.is_file():
            copy = content / path.relative_to(PLAZA.parent / "content")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1, 1))
    built = build_site(PLAZA, tmp_path / "site", PATH=str(content))
    assert differing(tree_of(built.folder), tree_of(plaza.folder)) == []


def test_no_page_holds_a_path_of_the_machine_that_made_it(plaza: Built) -> None:
    for name, content in tree_of(plaza.folder).items():
        assert str(ROOT).encode() not in content and str(plaza.folder.parent).encode() not in content, name
