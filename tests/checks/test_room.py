"""The room as a whole: every rule has its module, its headings, its name and its line in the README."""

import importlib
import re
from pathlib import Path

import pytest

from plugins.checks import ROOM
from plugins.core.rule import Rule

FOLDER = Path("plugins/checks")
HEADINGS = ("What it finds:", "Why it matters:", "What to do:")
MODULES = sorted(path.stem for path in (FOLDER / "rules").glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", MODULES)
def test_each_rule_stands_in_a_module_of_its_name_with_the_same_headings(name: str) -> None:
    module = importlib.import_module(f"plugins.checks.rules.{name}")
    assert isinstance(module.RULE, Rule)
    assert module.RULE in ROOM.rules
    assert module.RULE.name == name.replace("_", "-")
    doc = module.__doc__ or ""
    assert doc.startswith(f"{module.RULE.name}: ")
    assert re.findall(r"^(What it finds:|Why it matters:|What to do:)", doc, re.MULTILINE) == [*HEADINGS]
