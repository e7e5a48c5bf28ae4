"""The examples of rules about settings, which no content folder can show."""

from pathlib import Path
from typing import Any

import pytest

from plugins.build.settings import load_settings
from plugins.core.diagnostic import Diagnostic
from plugins.core.rule import Example
from plugins.generator.config import read_settings
from plugins.generator.pelican_settings import without_effect
from plugins.generator.run import rooms
from plugins.generator.theme import catalogue
from tests.checks.stages import ROOT, every_rule

RULES = {rule.name: rule for rule in every_rule()}


def written(lines: str) -> dict[str, Any]:
    """The settings that `lines` of a settings file set."""
    made: dict[str, Any] = {}
    exec(lines, {}, made)
    return made


def found(name: str, lines: str) -> list[Diagnostic]:
    """What is said of the settings `lines`."""
    own = written(lines)
    settings, fault = load_settings(ROOT / "pelicanconf.py", own)
    assert fault is None
    if name == "setting-without-effect":
        return list(without_effect(own, load_settings(ROOT / "pelicanconf.py", {})[0]))
    if name == "catalogue-unreadable":
        return [one for lang in own["LANGUAGES"] for one in catalogue(Path(settings["THEME"]), lang, None)[1]]
    return read_settings(settings, rooms(settings))[1]


@pytest.mark.parametrize("name", ["setting-value", "setting-without-effect", "catalogue-unreadable"])
def test_the_setting_of_the_example_is_refused_and_the_other_is_not(name: str) -> None:
    example = RULES[name].example
    assert isinstance(example, Example)
    assert {one.rule for one in found(name, example.wrong)} == {name}
    assert found(name, example.right) == []


def test_the_folder_of_the_example_is_not_there() -> None:
    example = RULES["folder-unreadable"].example
    assert isinstance(example, Example)
    for command, is_there in ((example.wrong, False), (example.right, True)):
        _, fault = load_settings(ROOT / "pelicanconf.py", {"PATH": str(ROOT / command.rpartition(" ")[2])})
        assert (fault is None) == is_there
        assert fault is None or fault.rule == "folder-unreadable"
