"""Every rule that is found anywhere in the code has a page, and every page is of a rule that is found."""

import ast
from collections.abc import Iterator
from pathlib import Path

from plugins.checks.about import about
from tests.checks.stages import every_rule

ROOT = Path(__file__).parents[2]
# The argument in which a rule's name stands.
PLACE, KEYWORD = 1, "rule"


def modules() -> dict[str, ast.Module]:
    """The parsed modules of `plugins/`, by dotted name."""
    found = {}
    for path in sorted((ROOT / "plugins").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts)] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def constants(tree: ast.Module) -> dict[str, str]:
    """The texts that the module gives names to."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def imported(tree: ast.Module, parsed: dict[str, ast.Module]) -> dict[str, str]:
    """The texts that the module takes from others under a name."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in parsed:
            there = constants(parsed[node.module])
            found.update({one.asname or one.name: there[one.name] for one in node.names if one.name in there})
    return found


def written(tree: ast.Module) -> Iterator[ast.expr]:
    """What is written where a rule's name belongs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Diagnostic":
            by_keyword = [one.value for one in node.keywords if one.arg == KEYWORD]
            yield from by_keyword or node.args[PLACE : PLACE + 1]


def found_rules() -> set[str]:
    """The rules of all findings; a name that cannot be read off the code is a failure."""
    parsed = modules()
    found: set[str] = set()
    for module, tree in parsed.items():
        names = {**imported(tree, parsed), **constants(tree)}
        for expression in written(tree):
            if isinstance(expression, ast.Constant):
                found.add(str(expression.value))
            else:
                assert isinstance(expression, ast.Name) and expression.id in names, (
                    f"{module}, line {expression.lineno}: name the rule by a text or a constant of a module"
                )
                found.add(names[expression.id])
    return found


def test_rules_are_found_in_the_code() -> None:
    known = {"caption-missing", "date-malformed", "setting-value", "share-message-long", "silence-unused"}
    assert known <= found_rules()


def test_every_rule_that_is_found_has_its_page() -> None:
    assert found_rules() - {rule.name for rule in every_rule()} == set()


def test_every_page_is_of_a_rule_that_is_found() -> None:
    assert {rule.name for rule in every_rule()} - found_rules() == set()


def test_no_two_rules_are_the_same_in_one_clause() -> None:
    clauses = [about(rule).clause for rule in every_rule()]
    assert len(set(clauses)) == len(clauses)
