"""Findings as a program reads them, the names of files, and the last line."""

import json
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.report.json import render_json
from plugins.build.report.paths import shown_path
from plugins.build.report.summary import Summary, summarise, summary_line
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, sort_key
from tests.build.reports import findings

KEYS = ["path", "line", "column", "end_line", "end_column", "rule", "severity", "message", "hint", "fixable"]
NONE = Summary(0, 0, 0, 0)


def finding(path: str = "posts/a.md", rule: str = "alt-missing", **values: Any) -> Diagnostic:
    made = {"severity": Severity.ERROR, "message": Text("«{name}»"), **values}
    return Diagnostic(Location(path, Span(6, 9, 7, 35)), rule, **made)


def rendered(*found: Diagnostic) -> Any:
    return json.loads(render_json(found, NONE, str, lambda path: f"content/{path}"))


def test_a_finding_has_exactly_these_keys() -> None:
    [record] = rendered(finding(message=Text("«{name}» ñ", {"name": "x"})))["diagnostics"]
    assert list(record) == KEYS
    assert record == {
        "path": "content/posts/a.md",
        "line": 6,
        "column": 9,
        "end_line": 7,
        "end_column": 35,
        "rule": "alt-missing",
        "severity": "error",
        "message": "«x» ñ",
        "hint": "",
        "fixable": False,
    }


def test_the_summary_has_exactly_these_keys() -> None:
    read = json.loads(render_json([], Summary(14, 3, 2, 40), str, str))
    assert read == {"diagnostics": [], "summary": {"files": 14, "errors": 3, "warnings": 2, "baselined": 40}}


def test_findings_are_sorted_by_place_and_rule() -> None:
    plain = Text("x")
    made = [finding("b.md", message=plain), finding(rule="b", message=plain), finding(rule="a", message=plain)]
    read = rendered(*made)["diagnostics"]
    assert [(one["path"], one["rule"]) for one in read] == [
        ("content/b.md", "alt-missing"),
        ("content/posts/a.md", "a"),
        ("content/posts/a.md", "b"),
    ]


@pytest.mark.parametrize("is_safe", [True, False])
def test_what_can_be_mended_by_itself_is_said(is_safe: bool) -> None:
    fix = Fix((Edit(Span(6, 9, 7, 35), ""),), is_safe=is_safe)
    [record] = rendered(finding(message=Text("x"), hint=Text("y"), fix=fix))["diagnostics"]
    assert record["fixable"] is is_safe and record["hint"] == "y"


def test_accents_are_written_as_they_are_and_odd_file_names_can_be_stored() -> None:
    text = render_json([finding("ñ\udc80.md", message=Text("x"))], NONE, str, str)
    assert "ñ\\udc80.md" in text
    assert json.loads(text.encode())["diagnostics"][0]["path"] == "ñ\udc80.md"


@pytest.mark.parametrize(
    ("path", "content", "cwd", "shown"),
    [
        ("posts/a.md", "/home/ana/sitio/content", "/home/ana/sitio", "content/posts/a.md"),
        ("posts/a.md", "/home/ana/sitio/content", "/home/ana/sitio/content", "posts/a.md"),
        ("posts/a.md", "/srv/content", "/home/ana/sitio", "/srv/content/posts/a.md"),
        ("posts/a.md", "/home/ana/sitio2/content", "/home/ana/sitio", "/home/ana/sitio2/content/posts/a.md"),
        ("/home/ana/sitio/pelicanconf.py", "/srv/content", "/home/ana/sitio", "pelicanconf.py"),
        ("/etc/x.py", "/home/ana/sitio/content", "/home/ana/sitio", "/etc/x.py"),
    ],
)
def test_a_file_is_named_from_the_current_folder_or_in_full(path: str, content: str, cwd: str, shown: str) -> None:
    assert shown_path(path, PurePosixPath(content), PurePosixPath(cwd)) == shown


def test_names_have_slashes_on_windows_too() -> None:
    content, cwd = PureWindowsPath("C:\\sitio\\content"), PureWindowsPath("C:\\sitio")
    assert shown_path("posts/a.md", content, cwd) == "content/posts/a.md"
    assert shown_path("posts/a.md", PureWindowsPath("D:\\c"), cwd) == "D:/c/posts/a.md"


@pytest.mark.parametrize(
    ("lang", "summary", "line"),
    [
        ("es", Summary(14, 3, 2, 0), "3 errores, 2 avisos en 14 archivos."),
        ("es", Summary(1, 1, 0, 0), "1 error, 0 avisos en 1 archivo."),
        ("es", Summary(14, 0, 0, 0), "Ni errores ni avisos en 14 archivos."),
        ("es", Summary(14, 0, 1, 40), "0 errores, 1 aviso en 14 archivos. Hay 40 deudas conocidas en la lista."),
        ("en", Summary(2, 1, 2, 1), "1 error, 2 warnings in 2 files. 1 known debt is in the baseline."),
        ("pt", Summary(14, 3, 1, 0), "3 erros, 1 aviso em 14 arquivos."),
        (
            "es",
            Summary(14, 3, 2, 0, 2),
            "3 errores, 2 avisos en 14 archivos; 2 se arreglan solos con: python3 tasks.py check --fix",
        ),
        (
            "pt",
            Summary(14, 3, 2, 40, 1),
            "3 erros, 2 avisos em 14 arquivos; 1 se corrige sozinho com: python3 tasks.py check --fix\n"
            "Há 40 pendências conhecidas na lista.",
        ),
    ],
)
def test_the_summary_is_one_sentence_in_the_readers_language(lang: str, summary: Summary, line: str) -> None:
    texts = speech(lang)
    assert summary_line(summary, texts.gettext, texts.ngettext) == line


def test_the_summary_counts_errors_and_warnings() -> None:
    found = [finding(), finding(), finding(severity=Severity.WARNING)]
    assert summarise(found, files=5, baselined=7) == Summary(5, 2, 1, 7)
    mendable = finding(fix=Fix((Edit(Span(), ""),)))
    assert summarise([*found, mendable], files=5, baselined=7) == Summary(5, 3, 1, 7, fixable=1)


@given(st.lists(findings(), max_size=3))
def test_whatever_stands_in_a_finding_the_document_can_be_stored_and_read(found: list[Diagnostic]) -> None:
    text = render_json(found, NONE, str, str)
    read = json.loads(text.encode())["diagnostics"]
    assert len(read) == len(found)
    # Two halves of a sign that stand side by side are read as the sign.
    assert [halves(one["path"]) for one in read] == [halves(one.location.path) for one in sorted(found, key=sort_key)]


def halves(text: str) -> bytes:
    return text.encode("utf-16", "surrogatepass")
