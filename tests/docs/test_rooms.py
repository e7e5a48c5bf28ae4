"""Every room explains itself in the same order, and the map shows every room."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEADINGS = ["What it does", "Why", "Settings", "Example", "What it reports"]
GROUND = "core"
ROOMS = sorted(path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py"))


@pytest.mark.parametrize("room", [room for room in ROOMS if room != GROUND])
def test_the_readme_of_a_room_has_the_five_headings_in_order(room: str) -> None:
    readme = (ROOT / "plugins" / room / "README.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", readme, re.MULTILINE) == HEADINGS


def test_the_map_lists_the_rooms_that_exist_and_no_other() -> None:
    page = (ROOT / "docs" / "developers" / "map.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| \w+ \| `(\w+)` \|", page, re.MULTILINE)) == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_begins_with_one_sentence(room: str) -> None:
    doc = ast.get_docstring(ast.parse((ROOT / "plugins" / room / "__init__.py").read_text("utf-8"))) or ""
    assert doc and "\n" not in doc and doc.endswith(".")


def test_the_readme_of_the_house_names_every_folder_and_task_that_it_needs() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for folder in ("content", "theme", "plugins", "tests", "docs", "tools"):
        assert f"`{folder}/`" in readme
    for task in ("build", "test", "check"):
        assert f"python3 tasks.py {task}" in readme
