"""Real kinds of mistakes are found at their exact place and nothing else is; what is tricky and correct passes."""

from pathlib import Path

import pytest

from plugins.build.mending import chosen, mended
from plugins.core.diagnostic import Diagnostic, Span
from tests.checks.corpus import CORRECT, EXPECTED, MISTAKES, cases, findings, laid_out
from tests.checks.stages import every_rule, outcome

ROUNDS = 5
# What no small text can be: it is tried where the name says.
ELSEWHERE = {
    "catalogue-unreadable": "test_settings_examples.py",
    "cluster-unusable": "tests/cluster",
    "file-large": "tests/hostile",
    "file-unreadable": "tests/hostile",
    "folder-unreadable": "test_settings_examples.py",
    "front-matter-large": "tests/hostile",
    "output-unwritable": "tests/site/test_repairs.py",
    "picture-heavy": "test_picture_files.py",
    "process-lost": "tests/build/test_lanes.py",
    "setting-value": "test_settings_examples.py",
    "setting-without-effect": "test_settings_examples.py",
    "template-broken": "tests/server/test_following.py",
}


def test_every_rule_has_a_case() -> None:
    expected = [(MISTAKES / case / EXPECTED).read_text("utf-8") for case in cases(MISTAKES)]
    found = {line.rpartition(" ")[2] for text in expected for line in text.splitlines()}
    assert {rule.name for rule in every_rule()} - found == ELSEWHERE.keys()


def test_there_are_as_many_cases_as_were_promised() -> None:
    assert len(cases(MISTAKES)) >= 120 and len(cases(CORRECT)) >= 60


@pytest.mark.parametrize("case", cases(MISTAKES))
def test_each_mistake_is_found_at_its_place_and_nothing_else(case: str, tmp_path: Path) -> None:
    expected = (MISTAKES / case / EXPECTED).read_text("utf-8").splitlines()
    assert findings(laid_out(MISTAKES / case, tmp_path)) == expected
    assert expected


@pytest.mark.parametrize("case", cases(CORRECT))
def test_what_is_tricky_and_correct_has_no_findings(case: str, tmp_path: Path) -> None:
    assert findings(laid_out(CORRECT / case, tmp_path)) == []


def by_file(found: tuple[Diagnostic, ...]) -> dict[str, list[Diagnostic]]:
    files: dict[str, list[Diagnostic]] = {}
    for one in found:
        files.setdefault(one.location.path, []).append(one)
    return files


def mend(content: Path, *, unsafe: bool) -> int:
    """Repair what can be repaired in the folder; how many rounds that took, each of them with other bytes."""
    for rounds in range(ROUNDS):
        changed = False
        for path, found in by_file(outcome(content).diagnostics).items():
            fixes = chosen(found, unsafe=unsafe)
            if fixes:
                before = (content / path).read_bytes()
                after = mended(before, fixes)
                assert after != before, (path, fixes)
                (content / path).write_bytes(after)
                changed = True
        if not changed:
            return rounds
    raise AssertionError("fixes do not come to an end")


@pytest.mark.parametrize("case", cases(MISTAKES))
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_after_fixing_nothing_fixable_is_left_and_only_the_named_spans_have_changed(
    case: str, unsafe: bool, tmp_path: Path
) -> None:
    content = laid_out(MISTAKES / case, tmp_path)
    for path, found in by_file(outcome(content).diagnostics).items():
        fixes = chosen(found, unsafe=unsafe)
        if not fixes:
            continue
        before = (content / path).read_bytes()
        spans = sorted(edit.span for fix in fixes for edit in fix.edits)
        assert outside(mended(before, fixes), before, [edit.text for fix in fixes for edit in fix.edits], spans)
    mend(content, unsafe=unsafe)
    left = outcome(content).diagnostics
    assert [one for one in left if one.fix and (unsafe or one.fix.is_safe)] == []
    assert mend(content, unsafe=unsafe) == 0


def outside(after: bytes, before: bytes, texts: list[str], spans: list[Span]) -> bool:
    """Whether as many bytes are the same as the edits leave alone."""
    kept = [piece for piece in _kept(before, spans) if piece]
    place = 0
    for piece in kept:
        found = after.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return len(after) == sum(map(len, kept)) + sum(len(text.encode()) for text in texts) + _line_ends(before, texts)


def _line_ends(before: bytes, texts: list[str]) -> int:
    return sum(text.count("\n") for text in texts) if b"\r\n" in before else 0


def _kept(before: bytes, spans: list[Span]) -> list[bytes]:
    text = before.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    mark = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    place, kept = 0, []
    for span in spans:
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        kept.append(text[place:start])
        place = end
    kept.append(text[place:])
    kept[0] = mark + kept[0]
    end_of_line = "\r\n" if b"\r\n" in before else "\r" if b"\r" in before else "\n"
    return [piece.replace("\n", end_of_line).encode() for piece in kept]
