"""The build in which nothing has changed: it is answered only when everything is as it was."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.build.glance import look_back
from plugins.build.manifest import Manifest, note_owned, owned
from plugins.build.place import OWNED, cache_folder
from plugins.build.sealed import read_sealed, write_sealed
from plugins.build.tree import content_of, key_of, tree
from plugins.build.unchanged import Host, Question, add, look, outputs_digest, question, remember

SAID: Mapping[str, Any] = {"written": "", "kept": 1, "errors": [], "output": ""}
LATER = 4_000_000_000_000_000_000


@pytest.fixture
def asked(tmp_path: Path) -> Question:
    """A question that was answered: a content folder, a settings file, an output folder with one file."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("a")
    (tmp_path / "conf.py").write_text("SITENAME = 'x'")
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("page")
    made = question(tmp_path, str(output), drafts=False)
    made.place.parent.mkdir(parents=True)
    note_owned(cache_folder(output), ["index.html"])
    seen = look([tmp_path / "content"], [tmp_path / "conf.py"], LATER)
    stats = outputs_digest([("index.html", key_of((output / "index.html").stat()))])
    host = Host("settings", "c0de", [str(tmp_path / "conf.py")])
    remember(made, seen, str(tmp_path / "content"), output, stats, None, SAID, host)
    return made


def test_where_nothing_has_changed_the_answer_is_the_former_one(asked: Question) -> None:
    assert look_back(asked).said == SAID


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/a.md", "b"),
        ("content/new.md", ""),
        ("conf.py", "SITENAME = 'y'"),
        ("output/index.html", "pages"),
    ],
)
def test_any_change_is_something_to_do(asked: Question, tmp_path: Path, path: str, text: str) -> None:
    (tmp_path / path).write_text(text)
    assert look_back(asked).said is None


def test_a_build_goes_on_from_what_was_seen(asked: Question, tmp_path: Path) -> None:
    content = str(tmp_path / "content")
    Path(content, "b.md").write_text("b")
    glance = look_back(asked)
    assert sorted(path for path, _ in glance.walked[content]) == ["a.md", "b.md"]
    assert glance.host is not None and glance.host.code == "c0de"


def test_what_pelican_said_does_not_outlive_the_settings(asked: Question, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("SITENAME = 'y'")
    assert look_back(asked).host is None


def test_in_the_content_folder_nothing_is_skipped(asked: Question, tmp_path: Path) -> None:
    folder, output = tmp_path / "content" / "__pycache__", tmp_path / "output"
    folder.mkdir()
    (folder / "a.md").write_text("a")
    seen = look([], [tmp_path / "conf.py"], LATER)
    add(seen, str(tmp_path / "content"), tree(str(tmp_path / "content")), LATER)
    stats = outputs_digest([("index.html", key_of((output / "index.html").stat()))])
    remember(asked, seen, str(tmp_path / "content"), output, stats, None, SAID)
    assert look_back(asked).said is not None
    (folder / "b.md").write_text("b")
    assert look_back(asked).said is None


def test_a_file_that_is_gone_is_something_to_do(asked: Question, tmp_path: Path) -> None:
    (tmp_path / "output" / "index.html").unlink()
    assert look_back(asked).said is None


def test_other_arguments_are_another_question(asked: Question, tmp_path: Path) -> None:
    assert look_back(question(tmp_path, str(tmp_path / "output"), drafts=True)).said is None


def test_another_clock_is_another_question(asked: Question, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert look_back(question(tmp_path, str(tmp_path / "output"), drafts=False)).said is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 200])
def test_a_damaged_state_answers_nothing(asked: Question, damage: bytes) -> None:
    asked.place.write_bytes(damage)
    assert look_back(asked).said is None


@pytest.mark.parametrize(("due", "holds"), [(1.0, False), (4e9, True)])
def test_the_answer_holds_until_the_next_document_is_due(
    asked: Question, tmp_path: Path, due: float, holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    made = question(tmp_path, str(tmp_path / "output"), drafts=False)
    output = tmp_path / "output"
    stats = outputs_digest([("index.html", key_of((output / "index.html").stat()))])
    remember(made, look([tmp_path / "content"], [], LATER), "", output, stats, due, SAID)
    assert (look_back(made).said is not None) is holds


def test_settings_that_look_at_the_environment_make_it_part_of_the_question(
    asked: Question, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conf.py").write_text("import os\nSITENAME = os.environ.get('NAME')")
    output = tmp_path / "output"
    stats = outputs_digest([("index.html", key_of((output / "index.html").stat()))])
    remember(asked, look([], [tmp_path / "conf.py"], LATER), "", output, stats, None, SAID)
    assert look_back(asked).said is not None
    monkeypatch.setenv("NAME", "other")
    assert look_back(asked).said is None


def test_the_stat_of_a_file_that_had_just_changed_is_not_enough(asked: Question, tmp_path: Path) -> None:
    file, output = tmp_path / "content" / "a.md", tmp_path / "output"
    stats = outputs_digest([("index.html", key_of((output / "index.html").stat()))])
    seen = look([tmp_path / "content"], [], file.stat().st_mtime_ns)
    assert list(seen.racy) == [str(file)]
    seen.racy[str(file)] = "of other bytes"
    remember(asked, seen, "", output, stats, None, SAID)
    assert look_back(asked).said is None


def test_nothing_but_the_standard_library_is_imported_for_it() -> None:
    code = (
        "import sys, sysconfig; before = set(sys.modules); import plugins.build.still;"
        "places = [getattr(sys.modules[name], '__file__', '') or '' for name in set(sys.modules) - before];"
        "print([place for place in places if 'site-packages' in place])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert os.path.isdir(root)


def test_where_the_clock_was_put_back_the_answer_does_not_hold(
    asked: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 3600)
    assert look_back(asked).said is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert look_back(asked).said is not None


def test_an_empty_clock_is_no_clock(asked: Question, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = json.loads(read_sealed(asked.place) or b"")
    write_sealed(asked.place, json.dumps({**state, "due": time.time() - 1}).encode())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert look_back(asked).said is None


def test_what_a_link_out_of_the_folder_leads_to_is_looked_at(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (tmp_path / "outside.html").write_text("one")
    (theme / "base.html").symlink_to(tmp_path / "outside.html")
    seen = look([theme], [], LATER)
    assert seen.racy[f"{theme}/base.html"] == content_of(str(tmp_path / "outside.html"))


def test_names_of_ours_that_are_damaged_are_not_believed(asked: Question, tmp_path: Path) -> None:
    owned_names = cache_folder(tmp_path / "output") / OWNED
    assert owned(owned_names.parent, Manifest()) == {"index.html"}
    owned_names.write_bytes(owned_names.read_bytes() + b"\0../../precious.txt")
    assert owned(owned_names.parent, Manifest()) == set()
    assert look_back(asked).said is None
