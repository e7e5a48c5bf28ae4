"""Every rule has an example, and the example is true: what is wrong is found, what is right passes."""

from pathlib import Path

import pytest

from plugins.build.mending import chosen, mended
from plugins.checks.about import about
from plugins.core.diagnostic import Diagnostic
from plugins.core.rule import Example, Rule
from tests.checks.examples import content_of
from tests.checks.stages import every_rule, outcome, write

RULES = {rule.name: rule for rule in every_rule()}
SHOWN = ("settings", "template", "command")
TRIED = {name: rule.example for name, rule in RULES.items() if rule.example and rule.example.part not in SHOWN}


def found_in(example: Example, folder: Path, *, right: bool) -> tuple[Diagnostic, ...]:
    return outcome(write(folder, content_of(example, right=right))).diagnostics


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_what_it_finds_why_it_matters_and_what_to_do(name: str) -> None:
    said = about(RULES[name])
    assert all((said.clause, said.finds, said.matters, said.remedy))


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_an_example(name: str) -> None:
    example = RULES[name].example
    assert example is not None and example.wrong
    assert example.wrong != example.right or example.right_path not in ("", example.path)


@pytest.mark.parametrize("name", TRIED)
def test_what_is_wrong_in_the_example_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    found = found_in(TRIED[name], tmp_path, right=False)
    assert {one.rule for one in found} == {name, *TRIED[name].also}


@pytest.mark.parametrize("name", TRIED)
def test_what_is_right_in_the_example_has_no_findings(name: str, tmp_path: Path) -> None:
    assert found_in(TRIED[name], tmp_path, right=True) == ()


@pytest.mark.parametrize("name", [name for name in TRIED if RULES[name].fix != "no"])
def test_the_machine_puts_the_example_right(name: str, tmp_path: Path) -> None:
    rule, example = RULES[name], TRIED[name]
    found = [one for one in found_in(example, tmp_path, right=False) if one.fix is not None and one.rule == name]
    assert found and all(one.fix is not None and one.fix.is_safe == (rule.fix == "safe") for one in found)
    path = found[0].location.path
    before = content_of(example, right=False)[path]
    assert mended(before, chosen(found, unsafe=True)) == content_of(example, right=True)[path]


def test_no_rule_promises_a_fix_that_its_findings_do_not_have() -> None:
    assert {rule.fix for rule in RULES.values()} <= {"no", "safe", "unsafe"}


def test_there_are_rules() -> None:
    assert all(isinstance(rule, Rule) for rule in RULES.values()) and len(TRIED) > 20
