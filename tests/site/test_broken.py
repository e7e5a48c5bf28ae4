"""Sixteen broken posts: one run reports every mistake at its place, and nothing that was published is touched."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.build.baseline import FILE as BASELINE
from plugins.build.command import build, check, run
from plugins.build.outcome import Outcome, Session
from plugins.build.speech import speech
from tests.site.building import FIXTURES, ROOT

BROKEN = FIXTURES / "broken"
GOOD = FIXTURES / "plaza" / "content"
SETTINGS = ROOT / "pelicanconf.py"
Output = Callable[[], tuple[str, str]]

FOUND = [
    ("posts/2026-01-01-dos-puntos.md", 10, 14, "front-matter-unreadable", "error"),
    ("posts/2026-01-02-sin-resumen.md", 1, 1, "field-missing", "error"),
    ("posts/2026-01-03-quizas.md", 7, 14, "field-type", "error"),
    ("posts/2026-01-04-campo.md", 7, 1, "field-unknown", "warning"),
    ("posts/2026-01-05-parentesis.md", 4, 7, "date-malformed", "error"),
    ("posts/2026-01-06-sin-pie.md", 10, 5, "caption-missing", "error"),
    ("posts/2026-01-07-sin-alternativa.md", 8, 10, "alt-missing", "warning"),
    ("posts/2026-01-07-sin-alternativa.md", 11, 5, "alt-missing", "error"),
    ("posts/2026-01-08-singular.md", 6, 13, "category-unknown", "error"),
    ("posts/2026-01-09-espacio.md", 8, 9, "link-syntax", "error"),
    ("posts/2026-01-10-sin-destino.md", 8, 14, "link-target-missing", "error"),
    ("posts/2026-01-11-sin-foto.md", 8, 10, "picture-missing", "error"),
    ("posts/2026-01-12-lejos.md", 8, 10, "picture-remote", "warning"),
    ("posts/2026-01-13-canal.md", 7, 8, "video-address", "error"),
    ("posts/2026-01-14-largo.md", 7, 16, "share-message-long", "error"),
    ("posts/2026-01-15-repetida.md", 7, 7, "address-taken", "error"),
    ("posts/2026-01-16-tres.md", 8, 8, "html-unsafe", "error"),
    ("posts/2026-01-16-tres.md", 10, 19, "link-target-missing", "error"),
    ("posts/2026-01-16-tres.md", 10, 31, "link-syntax", "error"),
]
ERRORS = [found for found in FOUND if found[4] == "error"]
SCRIPT = '<script src="https://programs.example/a.js"></script>'
# What cannot become a document, or would take the address of one, is held back once it is a known debt.
HELD = [FOUND[place][0] for place in (0, 1, 2, 4, 15)]


def reported(lang: str, content: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> tuple[int, dict[str, Any]]:
    status = check(content=str(content), output_format="json", lang=lang)
    found: dict[str, Any] = json.loads(capsysbinary.readouterr().out)
    return status, found


def outcome_of(content: Path) -> Outcome:
    session = Session("check")
    run(session, SETTINGS, {"PATH": str(content)})
    assert session.outcome is not None
    return session.outcome


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the broken content that a test may change."""
    return Path(shutil.copytree(BROKEN, tmp_path / "content"))


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Everything below `folder`, folders included, with its bytes and the moment of its last change."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
        for path in (folder, *folder.rglob("*"))
    }


def test_there_are_sixteen_posts_and_sixteen_rules() -> None:
    assert len(list(BROKEN.glob("posts/*.md"))) == 16
    assert len({rule for _, _, _, rule, _ in FOUND}) == 16
    assert max(Counter(path for path, *_ in FOUND).values()) == 3


@pytest.mark.parametrize("lang", ["es", "en", "pt"])
def test_one_run_reports_every_mistake_at_its_place_and_nothing_else(
    lang: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    status, document = reported(lang, BROKEN, capsysbinary)
    found = document["diagnostics"]
    assert [(one["path"], one["line"], one["column"], one["rule"], one["severity"]) for one in found] == FOUND
    assert status == 1


def test_the_json_has_the_shape_that_programs_expect(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    _, document = reported("es", BROKEN, capsysbinary)
    assert list(document) == ["diagnostics", "summary"]
    assert document["summary"] == {"files": 18, "errors": 16, "warnings": 3, "baselined": 0}
    for one in document["diagnostics"]:
        assert {name: type(value) for name, value in one.items()} == {
            **{name: str for name in ("path", "rule", "severity", "message", "hint")},
            **{name: int for name in ("line", "column", "end_line", "end_column")},
            "fixable": bool,
        }
        assert (one["end_line"], one["end_column"]) > (one["line"], one["column"])
        assert one["message"]


def test_a_place_covers_exactly_what_is_wrong(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    _, document = reported("es", BROKEN, capsysbinary)
    covered = {}
    for one in document["diagnostics"]:
        line = (BROKEN / one["path"]).read_text("utf-8").split("\n")[one["line"] - 1]
        covered[(one["path"][6:16], one["rule"])] = line[one["column"] - 1 : one["end_column"] - 1]
    assert covered == {
        ("2026-01-01", "front-matter-unreadable"): "créditos: Ana Ruiz",
        ("2026-01-02", "field-missing"): "---",
        ("2026-01-03", "field-type"): "tal vez",
        ("2026-01-04", "field-unknown"): "share_mesage",
        ("2026-01-05", "date-malformed"): "2026-01-05 09:00:00 -0300)",
        ("2026-01-06", "caption-missing"): "caption",
        ("2026-01-07", "alt-missing"): "../images/plaza.png",
        ("2026-01-08", "category-unknown"): "Proyecto",
        ("2026-01-09", "link-syntax"): "[No Más Cohecho] (https://nomascohecho.cl/)",
        ("2026-01-10", "link-target-missing"): "../documents/ley.pdf",
        ("2026-01-11", "picture-missing"): "../images/plasa.png",
        ("2026-01-12", "picture-remote"): "https://pictures.example/KCV09aL.jpg",
        ("2026-01-13", "video-address"): "https://www.youtube.com/@ciudadanoi",
        ("2026-01-14", "share-message-long"): '"' + "Este mensaje no cabe en ninguna parte. " * 7 + '#Plaza"',
        ("2026-01-15", "address-taken"): "campo",
        ("2026-01-16", "html-unsafe"): "<script",
        ("2026-01-16", "link-target-missing"): "#resumen",
        ("2026-01-16", "link-syntax"): "[la otra] (https://example.net/)",
    }


def test_paths_outside_the_current_folder_are_whole(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    _, document = reported("es", BROKEN, capsysbinary)
    assert document["diagnostics"][0]["path"] == f"{BROKEN.as_posix()}/{FOUND[0][0]}"


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_no_sentence_is_left_in_english(lang: str) -> None:
    texts = speech(lang)
    for found in outcome_of(BROKEN).diagnostics:
        assert texts.gettext(found.message.template) != found.message.template, found.rule
        if found.hint is not None:
            assert texts.gettext(found.hint.template) != found.hint.template, found.rule


def test_each_language_says_it_in_its_own_words(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    said = {lang: reported(lang, BROKEN, capsysbinary)[1]["diagnostics"] for lang in ("es", "en", "pt")}
    for spanish, english, portuguese in zip(*said.values(), strict=True):
        # Spanish and Portuguese may say a short thing in the same words.
        assert english["message"] not in (spanish["message"], portuguese["message"]), english["rule"]
        assert "{" not in spanish["message"].replace("{: .", "") + english["message"] + portuguese["message"]


def test_every_error_says_what_to_do(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert all(one["hint"] for one in reported("es", BROKEN, capsysbinary)[1]["diagnostics"])


def test_near_misses_name_what_was_meant(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    hints = {one["path"][6:16]: one["hint"] for one in reported("es", BROKEN, capsysbinary)[1]["diagnostics"]}
    assert "share_message" in hints["2026-01-04"]
    assert "2026-01-05 09:00:00 -0300`" in hints["2026-01-05"]
    assert "Proyectos" in hints["2026-01-08"]
    assert "images/plaza.png" in hints["2026-01-11"]


def test_the_text_shows_each_line_with_carets_under_what_is_wrong(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    monkeypatch.setenv("COLUMNS", "200")
    assert check(content=str(BROKEN), lang="es") == 1
    said = capsys.readouterr().out
    assert (
        "posts/2026-01-05-parentesis.md:4:7: error[date-malformed] «2026-01-05 09:00:00 -0300)» no es una fecha.\n"
        "  4 | date: 2026-01-05 09:00:00 -0300)\n"
        "    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
    ) in said
    places = re.findall(r"^(\S+?):(\d+):(\d+): (?:error|aviso)\[([a-z-]+)\]", said, re.MULTILINE)
    assert [(path, int(line), int(column), rule) for path, line, column, rule in places] == [
        found[:4] for found in FOUND
    ]
    assert len(re.findall(r"^ +\| +\^+$", said, re.MULTILINE)) == len(FOUND)
    assert said.rstrip().endswith(
        "16 errores, 3 avisos en 18 archivos; 5 se arreglan solos con: python3 tasks.py check --fix"
    )


@pytest.mark.parametrize("form", ["github", "sarif", "html"])
def test_every_form_tells_of_every_finding_and_nothing_is_written_but_the_document(
    form: str, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    assert check(content=str(BROKEN), output_format=form, lang="es") == 1
    said = capsysbinary.readouterr().out.decode()
    if form == "github":
        read = re.findall(r"^::(error|warning) file=(.*?),line=(\d+),.*title=([a-z-]+)::", said, re.MULTILINE)
        found = [(path, int(line), rule, level) for level, path, line, rule in read]
        assert found == [(path, line, rule, level) for path, line, _, rule, level in FOUND]
    elif form == "sarif":
        [made] = json.loads(said)["runs"]
        assert [(one["ruleId"], one["level"]) for one in made["results"]] == [found[3:] for found in FOUND]
        assert {one["id"] for one in made["tool"]["driver"]["rules"]} > {found[3] for found in FOUND}
    else:
        assert said.startswith("<!DOCTYPE html>") and said.endswith("</html>\n")
        assert Counter(re.findall(r"<code>([a-z]+-[a-z-]+)</code>", said)) == Counter(found[3] for found in FOUND)


def test_a_path_narrows_the_report_and_its_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    warned, wrong = (str(BROKEN / FOUND[place][0]) for place in (3, 9))
    assert check(content=str(BROKEN), paths=[warned], lang="es") == 0
    assert check(content=str(BROKEN), paths=[wrong], lang="es") == 1
    assert "link-syntax" in capsys.readouterr().out


def test_a_build_that_finds_errors_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    content, output = Path(shutil.copytree(GOOD, tmp_path / "content")), tmp_path / "site"
    assert build(content=str(content), output=str(output)) == 0
    before = snapshot(output)
    for path in (BROKEN / "posts").iterdir():
        shutil.copy(path, content / "posts")
    assert build(content=str(content), output=str(output)) == 1
    assert snapshot(output) == before


def test_a_build_that_finds_errors_makes_no_output_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(content=str(BROKEN), output=str(tmp_path / "site")) == 1
    assert not (tmp_path / "site").exists()
    said = capsys.readouterr().err
    assert all(f"[{rule}]" in said for _, _, _, rule, _ in FOUND)


def test_a_check_writes_nothing(content: Path, tmp_path: Path) -> None:
    before = snapshot(tmp_path)
    check(content=str(content), lang="es")
    assert snapshot(tmp_path) == before


def test_no_source_file_vanishes() -> None:
    for folder in (BROKEN, GOOD, ROOT / "content", FIXTURES / "jekyll" / "found", FIXTURES / "jekyll" / "repaired"):
        outcome = outcome_of(folder)
        accounted = {output.origin.path for output in outcome.plan if output.origin}
        accounted |= {found.location.path for found in outcome.errors} | set(outcome.held)
        sources = {path.relative_to(folder).as_posix() for path in folder.rglob("*.m*d*") if path.is_file()}
        assert sources and sources <= accounted, folder


def test_known_debts_do_not_stop_a_build_but_what_harms_readers_does(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "site"
    assert check(content=str(content), baseline=True, lang="es") == 0
    assert (content / BASELINE).is_file()
    capsys.readouterr()
    assert build(content=str(content), output=str(output)) == 1
    said = capsys.readouterr().err
    assert set(re.findall(r"error\[([a-z-]+)\]", said)) == {"html-unsafe"}
    assert not output.exists()


@pytest.fixture
def indebted(content: Path) -> Path:
    """The broken content without its script, all of its debts recorded."""
    post = content / FOUND[-1][0]
    post.write_text(post.read_text("utf-8").replace(SCRIPT, ""), "utf-8")
    assert check(content=str(content), baseline=True, lang="es") == 0
    return content


def test_with_its_debts_recorded_the_content_builds(indebted: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    assert build(content=str(indebted), output=str(output)) == 0
    published = {path.parent.name for path in (output / "posts").glob("*/index.html")}
    held = {re.sub(r"posts/[\d-]+-(.*)\.md", r"\1", path) for path in HELD}
    every = {re.sub(r"[\d-]+-(.*)", r"\1", path.stem) for path in (indebted / "posts").iterdir()}
    assert published == every - held


def test_what_is_held_back_is_named_by_every_build_and_counted(
    indebted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        capsys.readouterr()
        assert build(content=str(indebted), output=str(tmp_path / "site")) == 0
        said = capsys.readouterr().err
        assert [path for path in HELD if path not in said] == []


def test_a_check_names_what_is_held_back_and_counts_the_debts(
    indebted: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    check(content=str(indebted), lang="es")
    said = capsysbinary.readouterr().out.decode()
    assert [path for path in HELD if path not in said] == []
    status, document = reported("es", indebted, capsysbinary)
    assert status == 0 and document["diagnostics"] == []
    assert document["summary"] == {"files": 18, "errors": 0, "warnings": 0, "baselined": len(FOUND) - 1}


def test_a_debt_may_move_to_another_line(indebted: Path) -> None:
    post = indebted / FOUND[9][0]
    post.write_text(post.read_text("utf-8").replace("Está en", "Una línea nueva.\n\nEstá en"), "utf-8")
    assert outcome_of(indebted).diagnostics == ()


@pytest.mark.parametrize(
    "added", ["Otro [enlace] (https://example.net/).", "Otro [No Más Cohecho] (https://nomascohecho.cl/)."]
)
def test_a_new_mistake_stops_the_build_again_even_a_second_one_of_the_same_kind(
    indebted: Path, tmp_path: Path, added: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "site"
    assert build(content=str(indebted), output=str(output)) == 0
    before = snapshot(output)
    post = indebted / FOUND[9][0]
    post.write_text(f"{post.read_text('utf-8')}\n{added}\n", "utf-8")
    capsys.readouterr()
    assert build(content=str(indebted), output=str(output)) == 1
    assert re.findall(r"error\[([a-z-]+)\]", capsys.readouterr().err) == ["link-syntax"]
    assert snapshot(output) == before


def test_an_unsafe_program_added_later_stops_the_build_whatever_is_recorded(indebted: Path, tmp_path: Path) -> None:
    post = indebted / FOUND[-1][0]
    post.write_text(f"{post.read_text('utf-8')}\n{SCRIPT}\n", "utf-8")
    check(content=str(indebted), baseline=True, lang="es")
    assert build(content=str(indebted), output=str(tmp_path / "site")) == 1


def test_warnings_stop_a_build_only_when_they_are_meant_to(tmp_path: Path) -> None:
    content = Path(shutil.copytree(GOOD, tmp_path / "content"))
    shutil.copy(BROKEN / FOUND[3][0], content / "posts")
    assert build(content=str(content), output=str(tmp_path / "strict"), strict=True) == 1
    assert not (tmp_path / "strict").exists()
    assert build(content=str(content), output=str(tmp_path / "lenient")) == 0
