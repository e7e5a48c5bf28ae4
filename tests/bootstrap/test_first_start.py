"""tasks.py started for real in a temporary folder, with the standard library alone."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.bootstrap.conftest import BASE, ROOT, copy_project, run, start
from tools.environment import read_stamp


class Started(NamedTuple):
    project: Path
    results: list[tuple[int, str, str]]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Started:
    """Two starts at once, on top of what an interrupted one left."""
    project = copy_project(tmp_path_factory.mktemp("first") / "project")
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "half-made").touch()
    both = [start(project, "build", "--content", name) for name in ("one", "two")]
    outputs = [process.communicate() for process in both]
    return Started(project, [(p.returncode, *text) for p, text in zip(both, outputs, strict=True)])


def test_a_half_made_environment_is_made_again(started: Started) -> None:
    assert not (started.project / ".venv" / "half-made").exists()
    assert read_stamp(str(started.project / ".venv"))


def test_two_starts_at_once_make_one_environment_and_both_go_on_inside(started: Started) -> None:
    assert [status for status, _, _ in started.results] == [0, 0]
    assert [out.strip() for _, out, _ in started.results] == ["built one", "built two"]
    assert sum(err.count("Preparing") for _, _, err in started.results) == 1


def test_setting_up_speaks_on_standard_error_alone(started: Started) -> None:
    assert not any("Preparing" in out for _, out, _ in started.results)


def test_a_second_start_says_nothing_of_its_own(started: Started) -> None:
    done = run(started.project, "build")
    assert (done.returncode, done.stdout, done.stderr) == (0, "built None\n", "")


def test_without_network_one_sentence_names_the_log_and_the_site_can_still_be_built(started: Started) -> None:
    lock = f"absent==1.0 --hash=sha256:{'0' * 64}\n"
    (started.project / "requirements-dev.txt").write_text(lock, encoding="utf-8")
    done = run(started.project, "test")
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [
        "What Pregón needs could not be downloaded: check the internet connection and try again "
        "(details in .venv/setup.log)."
    ]
    assert "absent" in (started.project / ".venv" / "setup.log").read_text(encoding="utf-8")
    assert run(started.project, "build").stdout == "built None\n"


def test_a_python_without_ensurepip_is_told_which_package_to_install(project: Path, tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError", encoding="utf-8")
    done = run(project, "build", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "This Python lacks its venv module: install it with “sudo apt install python3-venv” and try again."
    )
    assert not (project / ".venv").exists()


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 14)])
def test_an_old_python_is_told_which_one_to_install(version: tuple[int, int, int]) -> None:
    program = (
        f"import runpy, sys; sys.version_info = {version}; sys.argv = ['tasks.py', 'build'];"
        f"runpy.run_path({str(ROOT / 'tasks.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([BASE, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "3.11" in done.stderr
    assert ".".join(map(str, version)) in done.stderr


@pytest.mark.parametrize("path", ["tasks.py", "tools/__init__.py", "tools/messages/__init__.py"])
def test_what_an_old_python_reads_is_written_in_its_syntax(path: str) -> None:
    ast.parse((ROOT / path).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_lock_that_is_missing_is_named(project: Path) -> None:
    (project / "requirements.txt").unlink()
    (project / ".venv").mkdir()
    (project / ".venv" / "stamp").write_text("python x\n", encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 1
    assert "requirements.txt" in done.stderr


@pytest.mark.parametrize("words", [("--help",), ()])
def test_the_list_of_tasks_needs_no_environment(project: Path, words: tuple[str, ...]) -> None:
    done = run(project, *words)
    assert done.returncode == 0
    assert "build   Build the site" in done.stdout
    assert not (project / ".venv").exists()


@pytest.mark.parametrize("words", [("bild",), ("build", "--strct"), ("check", "--path")])
def test_wrong_use_is_told_in_one_sentence_before_anything_is_made(project: Path, words: tuple[str, ...]) -> None:
    done = run(project, *words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert not (project / ".venv").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="/sys is a folder where nobody can write")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    from tools.environment import SetupError, prepare

    with pytest.raises(SetupError, match="/sys"):
        prepare("/sys", dev=False, tell=print)
