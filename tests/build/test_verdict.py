"""What settings and comments make of a finding."""

import pytest

from plugins.build.severities import Severities
from plugins.build.verdict import Judge
from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text
from plugins.core.rule import Rule
from plugins.core.silence import Silence

PATH = "posts/2017/agua.md"
RULES = {
    "title-long": Rule("title-long", Severity.WARNING),
    "html-unsafe": Rule("html-unsafe", Severity.ERROR, firm=True),
}


def judge(levels: dict[str, dict[str, str]] | None = None) -> Judge:
    return Judge(RULES, Severities(levels or {}), lambda path: "post")  # type: ignore[arg-type]


def finding(rule: str = "title-long", line: int = 3) -> Diagnostic:
    return Diagnostic(Location(PATH, Span(line, 1, line, 5)), rule, RULES[rule].severity, Text("…"))


def comment(rule: str = "title-long", reason: str = "es su nombre", lines: tuple[int, ...] = (2, 3)) -> Silence:
    return Silence(rule, reason, Span(2, 10, 2, 20), lines)


def left(found: list[Diagnostic], *comments: Silence, levels: dict[str, dict[str, str]] | None = None) -> list[str]:
    kept, _ = judge(levels).judged(found, {PATH: comments} if comments else {})
    return [f"{one.severity} {one.rule}" for one in kept]


def test_a_comment_silences_its_rule_on_its_lines() -> None:
    assert left([finding()], comment()) == []
    assert left([finding(line=9), finding()], comment()) == ["warning title-long"]


def test_a_comment_that_silences_nothing_is_reported() -> None:
    assert left([], comment()) == ["warning silence-unused"]


def test_a_comment_without_a_reason_is_reported() -> None:
    assert left([finding()], comment(reason="")) == ["warning silence-unexplained"]


def test_a_comment_for_a_rule_that_does_not_exist_names_the_nearest() -> None:
    kept, _ = judge().judged([], {PATH: [comment("title-log")]})
    assert [one.rule for one in kept] == ["silence-unknown"]
    assert kept[0].hint is not None and "title-long" in kept[0].hint.said(str)
    assert kept[0].fix is not None and not kept[0].fix.is_safe


def test_no_comment_silences_what_would_harm_readers() -> None:
    found = left([finding("html-unsafe")], comment("html-unsafe"))
    assert found == ["error html-unsafe", "warning silence-refused"]


def test_how_many_were_silenced_is_told() -> None:
    assert judge().judged([finding()], {PATH: [comment()]}) == ([], 1)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({"": "off"}, []),
        ({"": "error"}, ["error title-long"]),
        ({"page": "off"}, ["warning title-long"]),
        ({"post": "error", "": "off"}, ["error title-long"]),
        ({"posts": "off", "post": "error"}, []),
        ({"posts/2017": "error", "posts": "off"}, ["error title-long"]),
        ({"posts/20": "off"}, ["warning title-long"]),
    ],
)
def test_the_nearest_folder_decides_then_the_type_then_everywhere(levels: dict[str, str], expected: list[str]) -> None:
    assert left([finding()], levels={"title-long": levels}) == expected
