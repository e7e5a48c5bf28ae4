"""Findings as SARIF: what the standard's own schema accepts, and code hosts and editors read."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.report.sarif import fingerprints, plain, render_sarif
from plugins.build.report.sarif_places import location
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Severity, Span, Text
from tests.build.reports import PATH, SPAN, a_rule, contents, finding, findings, fixable

SCHEMA = json.loads((Path(__file__).parents[1] / "fixtures" / "sarif" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def run(*found: Diagnostic, **values: Any) -> dict[str, Any]:
    """The one run of a log that is valid."""
    log = json.loads(render_sarif(contents(*found, **values)).encode())
    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(log)] == []
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    made: dict[str, Any] = log["runs"][0]
    return made


def test_the_schema_refuses_what_is_no_log() -> None:
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_a_finding_is_a_result_with_its_place() -> None:
    [result] = run(finding())["results"]
    assert (result["ruleId"], result["level"], result["message"]) == (
        "a-rule",
        "error",
        {"text": "It is wrong.\nMend it."},
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": PATH, "uriBaseId": "%SRCROOT%", "index": 0},
                "region": {"startLine": 6, "startColumn": 9, "endLine": 6, "endColumn": 35},
            }
        }
    ]


def test_the_run_says_who_made_it_how_it_counts_and_whether_it_saw_everything() -> None:
    made = run(lang="pt", is_whole=False)
    driver = made["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"], made["language"]) == ("Pregón", "0.1.0", "pt", "pt")
    assert made["columnKind"] == "unicodeCodePoints"
    assert made["invocations"] == [{"executionSuccessful": False}]
    assert run()["invocations"] == [{"executionSuccessful": True}]


def test_every_rule_is_described_whether_it_found_something_or_not() -> None:
    rules = {name: a_rule(name, topic="titles") for name in ("b-rule", "a-rule")}
    first, second = run(rules=rules)["tool"]["driver"]["rules"]
    assert (first["id"], first["name"], second["id"]) == ("a-rule", "ARule", "b-rule")
    assert first["shortDescription"] == {"text": "A date that is none."}
    assert first["fullDescription"] == {"text": "A `date` that cannot be read."}
    assert first["defaultConfiguration"] == {"level": "error"}
    assert first["properties"] == {"problem.severity": "error", "tags": ["titles"]}
    assert "What to do: write it" in first["help"]["text"]
    assert "## What to do\n\nWrite it" in first["help"]["markdown"]


def test_rules_speak_the_readers_language() -> None:
    [rule] = run(lang="es")["tool"]["driver"]["rules"]
    assert "## Qué hacer" in rule["help"]["markdown"]


def test_a_finding_without_a_rule_of_its_own_has_a_descriptor_all_the_same() -> None:
    made = run(finding(rule="output-unwritable"), finding())
    rules = made["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in made["results"]] == ["a-rule", "output-unwritable"]


def test_a_safe_fix_says_what_takes_the_place_of_what() -> None:
    [result] = run(fixable())["results"]
    [change] = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == PATH
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 6, "startColumn": 9, "endLine": 6, "endColumn": 35},
            "insertedContent": {"text": "2019-03-29"},
        }
    ]


def test_what_has_to_be_looked_at_is_offered_by_no_editor_as_a_fix() -> None:
    [result] = run(finding(fix=Fix((Edit(SPAN, "x"),), is_safe=False)))["results"]
    assert "fixes" not in result


def test_each_file_is_listed_once() -> None:
    made = run(finding("b.md"), finding("a.md"), finding("b.md", Span(9, 1, 9, 2)))
    assert [one["location"]["uri"] for one in made["artifacts"]] == ["a.md", "b.md"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for one in made["results"]]
    assert places == [0, 1, 1]


def test_a_fingerprint_survives_a_move_and_tells_equal_findings_apart() -> None:
    here, there = finding(offence="x"), finding(span=Span(60, 1, 60, 4), offence="x")
    assert fingerprints([here]) == fingerprints([there])
    assert len(set(fingerprints([here, there, finding(offence="y"), finding("b.md", offence="x")]))) == 4


@pytest.mark.parametrize(
    ("shown", "uri", "base"),
    [
        ("content/posts/a.md", "content/posts/a.md", True),
        ("posts/año nuevo 100%#1?.md", "posts/a%C3%B1o%20nuevo%20100%25%231%3F.md", True),
        ("a:b.md", "a%3Ab.md", True),
        ("posts/\udcff.md", "posts/%FF.md", True),
        ("/srv/content/a.md", "file:///srv/content/a.md", False),
        ("D:/sitio/a b.md", "file:///D:/sitio/a%20b.md", False),
        ("//host/share/a.md", "file://host/share/a.md", False),
    ],
)
def test_a_file_has_an_address(shown: str, uri: str, base: bool) -> None:
    assert location(shown) == {"uri": uri, **({"uriBaseId": "%SRCROOT%"} if base else {})}


@given(st.text())
def test_an_address_leads_back_to_the_name_of_the_file(name: str) -> None:
    assert unquote(location(f"a{name}")["uri"]) == f"a{name}"


def test_nothing_in_a_message_is_a_link() -> None:
    hint = "Write `[x](https://example.org)`."
    assert plain(hint) == r"Write `\[x\](https://example.org)`."
    assert plain("[x] and {y}") == "[x] and {y}"
    [result] = run(finding(hint=Text(hint)))["results"]
    assert result["message"]["text"].endswith(plain(hint))


def test_a_warning_is_one_even_where_its_rule_is_an_error() -> None:
    made = run(finding(severity=Severity.WARNING))
    assert made["results"][0]["level"] == "warning"
    assert made["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "error"}


@given(st.lists(findings(), max_size=3))
def test_whatever_stands_in_a_finding_the_log_is_valid(found: list[Diagnostic]) -> None:
    made = run(*found)
    assert len(made["results"]) == len(found)
    for result in made["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii() and not urlsplit(uri).fragment and not urlsplit(uri).query
        json.dumps(result, ensure_ascii=False).encode()
