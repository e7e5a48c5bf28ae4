"""Findings as GitHub Actions reads them: a line each, in the grammar of workflow commands."""

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.build.report.cells import harmless
from plugins.build.report.github import render_github
from plugins.core.diagnostic import Diagnostic, Severity, Span, Text
from tests.build.reports import PATH, contents, finding, findings

COMMAND = re.compile(r"::(error|warning) ([^\r\n]*?)::([^\r\n]*)\Z")
PROPERTIES = ("%3A", ":"), ("%2C", ",")
COMMON = ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: up to the second `::`, then by commas, by the first `=`."""
    match = COMMAND.match(line)
    assert match is not None, line
    pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {name: unescaped(value, *PROPERTIES) for name, value in pairs.items()}, unescaped(match[3])


def unescaped(text: str, *more: tuple[str, str]) -> str:
    for code, sign in (*more, *COMMON):
        text = text.replace(code, sign)
    return text


def lines(*found: Diagnostic) -> list[str]:
    # The runner breaks lines at these alone.
    return re.split(r"\r\n|\r|\n", render_github(contents(*found)))[:-1]


def test_a_finding_is_a_command() -> None:
    assert lines(finding()) == [
        f"::error file={PATH},line=6,endLine=6,col=9,endColumn=35,title=a-rule::It is wrong.%0AMend it."
    ]


def test_a_warning_is_another_one_and_a_hint_may_be_absent() -> None:
    [line] = lines(finding(severity=Severity.WARNING, hint=None))
    assert line.startswith("::warning ") and line.endswith("::It is wrong.")


def test_what_a_message_quotes_is_cut_and_what_a_hint_quotes_is_not() -> None:
    long = {"value": "x" * 500}
    [line] = lines(finding(message=Text("«{value}»", long), hint=Text("Write {value}.", long)))
    message, hint = read(line)[2].split("\n")
    assert message == f"«{'x' * 119}…»" and hint == f"Write {'x' * 500}."


def test_columns_are_said_only_of_what_is_on_one_line() -> None:
    [line] = lines(finding(span=Span(3, 4, 5, 6)))
    assert read(line)[1] == {"file": PATH, "line": "3", "endLine": "5", "title": "a-rule"}


def test_what_the_grammar_needs_is_escaped() -> None:
    [line] = lines(finding("a:b,c%.md", message=Text("100 %: a, b"), hint=None))
    assert "file=a%3Ab%2Cc%25.md," in line
    assert line.endswith("::100 %25: a, b")
    assert read(line)[1]["file"] == "a:b,c%.md"


def test_findings_stand_in_the_order_of_their_places() -> None:
    read_lines = [read(line)[1] for line in lines(finding("b.md"), finding("a.md", Span(9, 1, 9, 2)), finding("a.md"))]
    assert [(one["file"], one["line"]) for one in read_lines] == [("a.md", "6"), ("a.md", "9"), ("b.md", "6")]


def test_nothing_found_is_nothing_said() -> None:
    assert render_github(contents()) == ""


@given(st.lists(findings(), max_size=3))
def test_whatever_stands_in_a_finding_it_is_one_command_and_says_the_same(found: list[Diagnostic]) -> None:
    made = lines(*found)
    assert all(line.encode() for line in made)
    assert len(made) == len(found)
    for line, one in zip(made, contents(*found).found, strict=True):
        level, properties, message = read(line)
        assert (level, properties["title"]) == (one.severity.value, one.rule)
        assert properties["file"] == one.location.path.encode("utf-8", "replace").decode()
        assert message.split("\n")[0] == harmless(one.message.said(str))
