"""Known debts: what is new, what is known, and the file between two runs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.baseline import FILE, NEVER, Baseline, dump, from_diagnostics, load, split
from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text

TEXTS = st.text(alphabet=st.characters(exclude_categories=()), max_size=8)
BASELINES = st.builds(Baseline, st.dictionaries(st.tuples(TEXTS, TEXTS, TEXTS), st.integers(1, 99), max_size=6))


def finding(
    line: int = 1, *, path: str = "posts/a.md", rule: str = "caption-missing", offence: str = "/a.jpg"
) -> Diagnostic:
    return Diagnostic(Location(path, Span(line, 1, line, 2)), rule, Severity.ERROR, Text("x"), None, offence)


FINDINGS = st.lists(
    st.builds(
        finding,
        st.integers(1, 9),
        path=st.sampled_from("ab"),
        rule=st.sampled_from(["caption-missing", "alt-missing", "html-unsafe"]),
        offence=st.sampled_from("xy"),
    ),
    max_size=12,
)


def test_a_known_debt_is_known_wherever_its_line_has_moved() -> None:
    baseline = from_diagnostics([finding(3)])
    assert split([finding(90)], baseline) == ((), (finding(90),))


@pytest.mark.parametrize("other", [finding(path="posts/b.md"), finding(rule="alt-missing"), finding(offence="/b.jpg")])
def test_another_file_rule_or_text_is_a_new_mistake(other: Diagnostic) -> None:
    assert split([other], from_diagnostics([finding()])) == ((other,), ())


def test_the_third_of_two_known_debts_is_new() -> None:
    baseline = from_diagnostics([finding(1), finding(2)])
    assert split([finding(7), finding(1), finding(5)], baseline) == ((finding(7),), (finding(1), finding(5)))


def test_warnings_are_taken_in_too() -> None:
    warning = Diagnostic(Location("a.md"), "html-dropped", Severity.WARNING, Text("x"), None, "font")
    assert split([warning], from_diagnostics([warning])) == ((), (warning,))


@pytest.mark.parametrize("rule", sorted(NEVER))
def test_what_harms_readers_is_never_a_known_debt_even_when_the_file_says_so(rule: str) -> None:
    harmful = finding(rule=rule)
    assert from_diagnostics([harmful]) == Baseline()
    assert split([harmful], Baseline({("posts/a.md", rule, "/a.jpg"): 1})) == ((harmful,), ())


@given(FINDINGS, FINDINGS)
def test_every_finding_is_either_new_or_known(found: list[Diagnostic], before: list[Diagnostic]) -> None:
    new, known = split(found, from_diagnostics(before))
    assert sorted([*new, *known], key=repr) == sorted(found, key=repr)


@given(FINDINGS)
def test_right_after_writing_it_only_what_is_never_known_is_new(found: list[Diagnostic]) -> None:
    new, _ = split(found, from_diagnostics(found))
    assert all(one.rule in NEVER for one in new)


@given(BASELINES)
def test_what_is_written_is_read_again_the_same(baseline: Baseline) -> None:
    assert load(dump(baseline)) == baseline


@given(FINDINGS)
def test_the_file_is_the_same_whatever_the_order_of_the_findings(found: list[Diagnostic]) -> None:
    assert dump(from_diagnostics(found)) == dump(from_diagnostics(found[::-1]))


def test_the_file_is_sorted_text_that_people_can_review() -> None:
    baseline = from_diagnostics([finding(path="posts/ñ.md"), finding(), finding(2), finding(rule="alt-missing")])
    assert dump(baseline).decode() == (
        '{\n  "files": {\n    "posts/a.md": {\n'
        '      "alt-missing": {\n        "/a.jpg": 1\n      },\n'
        '      "caption-missing": {\n        "/a.jpg": 2\n      }\n    },\n'
        '    "posts/ñ.md": {\n      "caption-missing": {\n        "/a.jpg": 1\n      }\n    }\n  }\n}\n'
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"files": []}',
        b'{"files": {"a": {"b": {"c": "1"}}}}',
        b'{"files": {"a": {"b": {"c": 0}}}}',
        b'{"files": {"a": {"b": {"c": true}}}}',
        b"[" * 100_000,
        b'{"files": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_damaged_file_is_one_error_that_names_it_and_the_remedy(content: bytes) -> None:
    found = load(content)
    assert isinstance(found, Diagnostic)
    assert (found.rule, found.is_error, found.location.path) == ("baseline-unreadable", True, FILE)
    assert found.hint is not None and "--baseline" in found.hint.said(str)


def test_the_marks_of_a_merge_are_found_at_their_line() -> None:
    found = load(b'{\n  "files": {\n<<<<<<< HEAD\n')
    assert isinstance(found, Diagnostic)
    assert found.location.span.line == 3


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    baseline = from_diagnostics([finding()])
    assert load(b"\xef\xbb\xbf" + dump(baseline).replace(b"\n", b"\r\n")) == baseline
    assert json.loads(dump(baseline))


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reading(content: bytes) -> None:
    assert isinstance(load(content), Baseline | Diagnostic)
