"""Which comments silence which rules, and why."""

import pytest

from plugins.core.diagnostic import Span
from tests.front_matter.reading import read


def found(comment: str) -> list[tuple[str, str]]:
    made = read(f"title: a # {comment}\n")
    return [(one.rule, one.reason) for one in made.silences]


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("pregon: allow title-long (it is a book)", ["title-long"], "it is a book"),
        ("pregon: allow title-long, title-capitals (an acronym)", ["title-long", "title-capitals"], "an acronym"),
        ("pregon: allow title-long,title-capitals", ["title-long", "title-capitals"], ""),
        ("pregon: allow title-long, title-capitals — why", ["title-long", "title-capitals"], "why"),
        ("pregon: allow title-long, because it is a book", ["title-long"], "because it is a book"),
        ("pregon: allow title-long, e-mail names are long", ["title-long"], "e-mail names are long"),
        ("pregon: allow titulo", ["titulo"], ""),
        ("pregon: deny title-long", [""], "deny title-long"),
        ("Pregón: permitir title-long", [""], "permitir title-long"),
        ("pregon allow title-long (why)", [""], "title-long (why)"),
        ("pregon is what this site runs on", [], ""),
        ("pregonero: allow title-long", [], ""),
    ],
)
def test_a_comment_names_rules_and_a_reason(comment: str, rules: list[str], reason: str) -> None:
    assert found(comment) == [(rule, reason) for rule in rules]


def test_each_rule_has_its_own_place() -> None:
    made = read("title: a # pregon: allow title-long, title-short (why)\n")
    assert [one.span for one in made.silences] == [Span(2, 26, 2, 36), Span(2, 38, 2, 49)]


def test_rules_joined_by_a_word_are_told() -> None:
    comment = "pregon: allow title-long y title-capitals (why)"
    assert found(comment) == [("title-long", "y title-capitals (why"), ("", "allow title-long y title-capitals (why)")]
    assert [rule for rule, _ in found("pregon: allow title-long y ya")] == ["title-long"]
