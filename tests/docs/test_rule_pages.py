"""The editors' pages of rules name every rule of the code, in each language, and nothing else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = {"es": "reglas.md", "en": "rules.md", "pt": "regras.md"}
ROW = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)
# The arguments in which a rule's name stands, by the name of what is called.
PLACES = {"Diagnostic": (1, "rule"), "Rule": (0, "name")}


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
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if not isinstance(node, ast.Call) or name not in PLACES:
            continue
        place, keyword = PLACES[name]
        by_keyword = [one.value for one in node.keywords if one.arg == keyword]
        yield from by_keyword or node.args[place : place + 1]


def rules() -> set[str]:
    """Every rule of the code; a name that cannot be read off the code is a failure."""
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
    assert {"caption-missing", "date-malformed", "setting-value", "share-message-long", "video-address"} <= rules()


@pytest.mark.parametrize("lang", PAGES)
def test_each_page_has_one_row_for_each_rule_and_none_for_anything_else(lang: str) -> None:
    page = (ROOT / "docs" / "editors" / lang / PAGES[lang]).read_text("utf-8")
    assert sorted(ROW.findall(page)) == sorted(rules())


def test_the_three_pages_list_the_rules_in_the_same_order() -> None:
    pages = [(ROOT / "docs" / "editors" / lang / name).read_text("utf-8") for lang, name in PAGES.items()]
    assert len({tuple(ROW.findall(page)) for page in pages}) == 1
