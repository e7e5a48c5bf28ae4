"""Builds at the same time, and edits while a build runs."""

import fcntl
import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from tests.incremental import builder
from tests.incremental.builder import TODAY, Builder, Job, Result
from tests.incremental.model import new_model
from tests.incremental.project import Project
from tests.incremental.trees import difference, tree_of

ROUNDS = 3


def is_like_a_clean_build(project: Project, folder: Path, said: str) -> None:
    clean = builder.build(project.folder, Job(output=str(folder / "site")))
    assert clean.status == 0, clean.said
    differs = difference(tree_of(project.output), tree_of(folder / "site"))
    assert not differs, f"{differs}\n{said}"


def is_understood(result: Result) -> None:
    """It is fine, or says in one sentence why not."""
    assert result.status in (0, 1), result.said
    assert "Traceback" not in result.stderr, result.said
    if result.status:
        assert result.stderr.count("error[") <= 1, result.said
        assert result.stderr.strip(), result.said


def test_two_builds_into_one_output_at_once_make_the_site_of_a_clean_build(tmp_path: Path) -> None:
    model = new_model(Random(4), TODAY, 12)
    project = Project(tmp_path / "project", model.copy())
    for number, delay in enumerate((0.0, 0.15, 0.4)[:ROUNDS]):
        model.settings["SITENAME"] = f"La Plaza {number}"
        project.sync(model.copy())
        one = builder.start(project.folder, Job())
        time.sleep(delay)
        other = builder.start(project.folder, Job())
        results = [builder.finish(one), builder.finish(other)]
        said = "\n".join(result.said for result in results)
        for result in results:
            is_understood(result)
        assert any(result.status == 0 for result in results), said
        is_like_a_clean_build(project, tmp_path / f"clean-{number}", said)


def test_after_two_builds_at_once_the_next_one_is_like_a_clean_one(tmp_path: Path) -> None:
    model = new_model(Random(5), TODAY, 8)
    project = Project(tmp_path / "project", model.copy())
    both = [builder.start(project.folder, Job()), builder.start(project.folder, Job())]
    said = "\n".join(builder.finish(one).said for one in both)
    next_one = builder.build(project.folder, Job())
    assert next_one.status == 0, f"{said}\n{next_one.said}"
    is_like_a_clean_build(project, tmp_path / "clean", said + next_one.said)


def test_what_is_edited_while_a_build_runs_is_in_the_next_one(tmp_path: Path) -> None:
    r = Random(6)
    model = new_model(r, TODAY, 8)
    project = Project(tmp_path / "project", model.copy())
    with Builder(project.folder) as quick:
        seconds = quick.build(Job()).seconds
        for number in range(4):
            key = r.choice([key for key in model.of("post", "page") if model.docs[key].visible])
            quick.begin(Job())
            time.sleep(r.uniform(0, seconds))
            # As many bytes as before, and at times with the very same time of change.
            title = str(model.docs[key].fields["title"])
            model.docs[key].fields["title"] = title.translate(str.maketrans("aeiou", "eioua"))
            project.sync(model.copy(), r.choice(("write", "replace", "same-time")))
            quick.end()
            said = quick.build(Job())
            assert said.status == 0, said.said
            fresh = tmp_path / f"clean-{number}" / "site"
            assert quick.build(Job("run", str(fresh))).status == 0
            differs = difference(tree_of(project.output), tree_of(fresh))
            assert not differs, f"round {number}: {differs}\n{said.said}"


def test_nobody_of_a_build_is_left_when_it_ends(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", new_model(Random(5), TODAY, 8))
    process = builder.start(project.folder, Job())
    assert builder.finish(process).status == 0
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_build_that_is_interrupted_by_hand_leaves_nobody_and_no_half_site(tmp_path: Path) -> None:
    project = Project(tmp_path / "project", new_model(Random(5), TODAY, 8))
    assert builder.build(project.folder, Job()).status == 0
    model = project.model.copy()
    model.settings["SITENAME"] = "Otra"
    project.sync(model)
    for delay in (0.3, 0.7):
        process = builder.start(project.folder, Job())
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)
        result = builder.finish(process)
        assert result.status != 0 or result.counts, result.said
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)
    said = builder.build(project.folder, Job())
    assert said.status == 0, said.said
    is_like_a_clean_build(project, tmp_path / "clean", said.said)


@pytest.mark.parametrize("touched", [False, True])
def test_settings_that_are_edited_while_a_build_waits_are_those_of_the_site(tmp_path: Path, touched: bool) -> None:
    model = new_model(Random(9), TODAY, 6)
    project = Project(tmp_path / "project", model.copy())
    assert builder.build(project.folder, Job()).status == 0
    (cache,) = (project.folder / ".pregon-cache").iterdir()
    key = next(key for key in model.of("post", "page") if model.docs[key].visible)
    model.docs[key].fields["title"] = "Otro título"
    project.sync(model.copy())
    if touched:
        # Then Pelican is asked: settings are loaded by it, and not taken from the last build.
        (project.folder / "pelicanconf.py").touch()
    with (cache / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = builder.start(project.folder, Job())
        time.sleep(2)
        model.settings["SITENAME"] = "La Plaza Nueva"
        project.sync(model.copy())
    result = builder.finish(waiting)
    assert result.status == 0, result.said
    is_like_a_clean_build(project, tmp_path / "clean", result.said)
