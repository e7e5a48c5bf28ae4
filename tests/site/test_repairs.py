"""`check --fix`, `--diff` and `--baseline` on real files."""

import os
import shutil
import stat
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.build import command
from plugins.build.baseline import FILE, Baseline, load
from plugins.build.command import check, run
from plugins.build.fixing import Mended, mend
from plugins.build.outcome import Outcome, Session
from plugins.core.diagnostic import Diagnostic
from tests.site.building import ROOT

POST = """---
title: Agua limpia para todos.
# Lo decide la asamblea.
date: '2026-03-02 09:00:00 -0300'
intro: >
  Un barrio entero cuenta lo que pasó
  con su agua.
categories:   Proyectos
---
Lo cuenta [la ley] (https://example.org/ley), que lo vio todo\tdesde el comienzo.

    [código] (https://example.org/)

Y también [el acta] (https://example.org/acta) de la reunión del lunes.
"""
MENDED = POST.replace("todos.", "todos").replace("[la ley] (", "[la ley](").replace("[el acta] (", "[el acta](")
SECOND = POST.replace("Agua limpia", "Luz del sol").replace("lo vio", "lo oyó")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    posts = tmp_path / "content" / "posts"
    posts.mkdir(parents=True)
    (posts / "2026-03-02-agua.md").write_bytes(b"\xef\xbb\xbf" + POST.replace("\n", "\r\n").encode())
    (posts / "2026-03-02-luz.md").write_bytes(SECOND.encode())
    return tmp_path / "content"


def post(content: Path, name: str = "luz") -> Path:
    return content / "posts" / f"2026-03-02-{name}.md"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_repairs_change_the_offending_signs_and_nothing_else(content: Path) -> None:
    assert check(content=str(content), fix=True) == 0
    assert post(content, "agua").read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()
    assert list(content.glob("posts/.*")) == []


def test_a_second_time_nothing_is_repaired(content: Path) -> None:
    check(content=str(content), fix=True)
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*.md")}
    assert check(content=str(content), fix=True) == 0
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*.md")} == before


def test_only_the_files_that_were_asked_for_are_repaired(content: Path) -> None:
    before = post(content).read_bytes()
    check(content=str(content), paths=[str(post(content, "agua"))], fix=True)
    assert post(content).read_bytes() == before
    assert b"[la ley](" in post(content, "agua").read_bytes()


def test_what_is_repaired_keeps_its_permissions_and_its_link(content: Path) -> None:
    post(content).chmod(0o640)
    real = content / "posts" / "2026-03-02-sol.md"
    shutil.move(post(content), real)
    post(content).symlink_to(real.name)
    check(content=str(content), fix=True)
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert post(content).is_symlink()


def test_the_difference_is_shown_as_git_reads_it_and_nothing_is_written(
    content: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = snapshot(content)
    assert check(content=str(content), diff=True) == 1
    patch = capfdbinary.readouterr().out
    assert snapshot(content) == before
    (tmp_path / "patch").write_bytes(patch)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "patch"], check=True, cwd=tmp_path)
    applied = snapshot(content)
    shutil.rmtree(content)
    for name, held in before.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(held)
    check(content=str(content), fix=True)
    assert snapshot(content) == applied != before
    capfdbinary.readouterr()
    assert check(content=str(content), diff=True) == 0
    assert capfdbinary.readouterr().out == b""


def test_a_file_that_cannot_be_written_is_named_and_stays_as_it_was(
    content: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: object, target: object) -> None:
        raise OSError(28, "No space left on device", str(target))

    before = snapshot(content)
    monkeypatch.setattr(os, "replace", refuse)
    assert check(content=str(content), fix=True, lang="es") == 1
    assert snapshot(content) == before
    assert "output-unwritable" in capfd.readouterr().err


def test_the_report_that_a_program_reads_is_alone_on_standard_output(
    content: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    check(content=str(content), fix=True, output_format="json")
    assert capfdbinary.readouterr().out.startswith(b"{")


def debts(content: Path) -> int:
    found = load((content / FILE).read_bytes())
    assert isinstance(found, Baseline)
    return sum(found.counts.values())


@pytest.fixture
def owing(content: Path) -> Path:
    """A content folder whose findings are all known."""
    check(content=str(content), baseline=True)
    return content


def findings(content: Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capfd.readouterr()
    status = check(content=str(content), lang="es")
    return status, capfd.readouterr().out


def test_known_debts_are_counted_and_do_not_stop_anything(owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, said = findings(owing, capfd)
    assert status == 0 and "6 deudas conocidas" in said and "link-syntax" not in said


def test_an_edit_above_does_not_wake_a_debt(owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = post(owing).read_text("utf-8")
    post(owing).write_text(text.replace("---\nLo cuenta", "---\n\nUna línea más.\n\nLo cuenta"), "utf-8")
    assert findings(owing, capfd)[0] == 0
    assert debts(owing) == 6


def test_a_new_mistake_of_the_same_kind_always_shows(owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = post(owing).read_text("utf-8")
    post(owing).write_text(text + "\nY [otra] (https://example.org/otra) cosa más.\n", "utf-8")
    status, said = findings(owing, capfd)
    assert status == 1 and said.count("link-syntax") == 1


def test_a_debt_that_is_paid_leaves_the_list_by_itself(owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = post(owing).read_text("utf-8")
    post(owing).write_text(text.replace("[la ley] (", "[la ley]("), "utf-8")
    assert "1 deuda conocida está pagada" in findings(owing, capfd)[1]
    assert debts(owing) == 5
    post(owing).write_text(text, "utf-8")
    assert findings(owing, capfd)[0] == 1


def test_debts_of_a_file_that_cannot_be_read_whole_stay(owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = post(owing).read_text("utf-8")
    post(owing).write_text(text.replace("categories:   Proyectos", "categories: [Proyectos"), "utf-8")
    assert findings(owing, capfd)[0] == 1
    assert debts(owing) == 6


def test_debts_of_a_file_that_is_gone_are_paid(owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    post(owing).unlink()
    findings(owing, capfd)
    assert debts(owing) == 3


def test_a_path_that_names_nothing_of_the_content_is_refused(
    content: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert check(content=str(content), paths=[str(content / "posts" / "2026-03-02-lus.md")], lang="es") == 2
    assert "No existe el archivo ni la carpeta" in capfd.readouterr().err
    assert check(content=str(content), paths=[str(tmp_path)], lang="en") == 2
    assert "does not lie in the content folder" in capfd.readouterr().err


def test_a_wrong_setting_is_said_whatever_path_was_asked_for(content: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(content=str(content), paths=[str(post(content))], runner=with_wrong_setting) == 2
    assert "titulo-largo" in capfd.readouterr().out


def with_wrong_setting(session: Session, overrides: Mapping[str, Any]) -> int:
    return run(session, ROOT / "pelicanconf.py", {**overrides, "CHECK_RULES": {"titulo-largo": "off"}})


def test_a_wrong_setting_pays_no_debt_and_records_none(owing: Path) -> None:
    before = (owing / FILE).read_bytes()
    assert check(content=str(owing), runner=with_wrong_setting) == 2
    assert check(content=str(owing), runner=with_wrong_setting, baseline=True) == 2
    assert (owing / FILE).read_bytes() == before


def test_a_damaged_list_of_debts_is_not_written_over(owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (owing / FILE).write_bytes(b'{"files": {"posts/x.md": ')
    assert check(content=str(owing), baseline=True) == 1
    assert (owing / FILE).read_bytes() == b'{"files": {"posts/x.md": '
    assert "baseline-unreadable" in capfd.readouterr().err


@pytest.mark.parametrize("line", ["draft: true", "date: 2099-01-01"])
def test_debts_of_what_is_not_published_stay(line: str, owing: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = post(owing).read_text("utf-8")
    changed = text.replace("date: '2026-03-02 09:00:00 -0300'", line) if line.startswith("date") else None
    post(owing).write_text(changed or text.replace("---\ntitle", f"---\n{line}\ntitle"), "utf-8")
    findings(owing, capfd)
    assert debts(owing) == 6


def test_debts_of_a_rule_that_is_switched_off_stay(owing: Path) -> None:
    def without(session: Session, overrides: Mapping[str, Any]) -> int:
        return run(session, ROOT / "pelicanconf.py", {**overrides, "CHECK_RULES": {"title-full-stop": "off"}})

    assert check(content=str(owing), runner=without) == 0
    assert debts(owing) == 6


def test_nothing_is_written_through_a_link_that_somebody_has_laid(content: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("Sigue igual.", "utf-8")
    for name in (".2026-03-02-luz.md.new", ".2026-03-02-luz.md.mended"):
        (content / "posts" / name).symlink_to(victim)
    check(content=str(content), fix=True)
    assert victim.read_text("utf-8") == "Sigue igual."
    assert not post(content).is_symlink() and "[la ley](" in post(content).read_text("utf-8")


def test_what_somebody_saves_meanwhile_is_left_alone(
    content: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved(outcome: Outcome, found: Iterable[Diagnostic], *, unsafe: bool) -> Iterator[Mended]:
        for one in mend(outcome, found, unsafe=unsafe):
            with (outcome.content / one.path).open("a", encoding="utf-8") as file:
                file.write("\nGuardado.\n")
            yield one

    monkeypatch.setattr(command, "mend", saved)
    assert check(content=str(content), fix=True) == 1
    assert "[la ley] (" in post(content).read_text("utf-8") and "Guardado." in post(content).read_text("utf-8")
    assert capfd.readouterr().err.count("mientras tanto") == 2


@pytest.mark.parametrize(
    "title",
    [r'"Agua limpia para ellos\u002e"', r'"Agua. Limpia para ellas\x2e"'],
)
def test_a_stop_that_is_not_plainly_there_is_left_to_its_writer(title: str, content: Path) -> None:
    text = post(content).read_text("utf-8").replace("title: Luz del sol para todos.", f"title: {title}")
    post(content).write_text(text, "utf-8")
    check(content=str(content), fix=True)
    assert f"title: {title}\n" in post(content).read_text("utf-8")


def test_code_in_the_text_of_a_link_is_kept(content: Path) -> None:
    text = post(content).read_text("utf-8").replace("[la ley] (", "[x **y** `z`] (")
    post(content).write_text(text, "utf-8")
    check(content=str(content), fix=True)
    assert "[x **y** `z`](https://example.org/ley)" in post(content).read_text("utf-8")
