"""When an environment counts as ready, and what is said when it cannot be made."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from tools import environment
from tools.environment import SYMPTOMS, digest, is_ready, read_stamp, write_stamp


def finished(project: Path) -> Path:
    """The project with an environment that looks whole, without the seconds it takes to make one."""
    folder = project / ".venv"
    program = Path(environment.python_of(str(folder)))
    program.parent.mkdir(parents=True)
    program.touch()
    stamp = {
        "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
        "base": sys.executable,
        "place": os.path.realpath(folder),
        "runtime": digest(str(project), "runtime"),
        "dev": digest(str(project), "dev"),
    }
    write_stamp(str(folder), stamp)
    return project


def change(project: Path, name: str, value: str) -> None:
    folder = str(project / ".venv")
    write_stamp(folder, {**read_stamp(folder), name: value})


def ready(project: Path) -> tuple[bool, bool]:
    """Ready to build, ready to test."""
    return is_ready(str(project), dev=False), is_ready(str(project), dev=True)


def test_a_finished_environment_is_ready(project: Path) -> None:
    assert ready(finished(project)) == (True, True)


def test_no_environment_is_not_ready(project: Path) -> None:
    assert ready(project) == (False, False)


def test_one_without_stamp_is_not_ready(project: Path) -> None:
    (finished(project) / ".venv" / "stamp").unlink()
    assert ready(project) == (False, False)


@pytest.mark.parametrize("stamp", [b"", b"\xff\xfe", b"python\n", b"runtime"])
def test_a_damaged_stamp_is_not_ready(project: Path, stamp: bytes) -> None:
    (finished(project) / ".venv" / "stamp").write_bytes(stamp)
    assert ready(project) == (False, False)


def test_a_changed_lock_asks_for_a_new_one(project: Path) -> None:
    (finished(project) / "requirements.txt").write_text("# other\n", encoding="utf-8")
    assert ready(project) == (False, False)


def test_a_changed_lock_for_development_leaves_building_alone(project: Path) -> None:
    (finished(project) / "requirements-dev.txt").write_text("# other\n", encoding="utf-8")
    assert ready(project) == (True, False)


def test_tools_for_development_that_were_interrupted_leave_building_alone(project: Path) -> None:
    change(finished(project), "dev", "unfinished")
    assert ready(project) == (True, False)


def test_line_ends_do_not_change_the_digest_of_a_lock(project: Path) -> None:
    (finished(project) / "requirements.txt").write_bytes(b"# nothing\r\n")
    assert ready(project) == (True, True)


def test_another_python_asks_for_a_new_one(project: Path) -> None:
    change(finished(project), "python", "3.10")
    assert ready(project) == (False, False)


def test_a_python_that_was_removed_asks_for_a_new_one(project: Path) -> None:
    change(finished(project), "base", str(project / "gone"))
    assert ready(project) == (False, False)


def test_an_interpreter_that_vanished_asks_for_a_new_one(project: Path) -> None:
    os.unlink(environment.python_of(str(finished(project) / ".venv")))
    assert ready(project) == (False, False)


def test_a_moved_environment_asks_for_a_new_one(project: Path, tmp_path: Path) -> None:
    shutil.move(finished(project), tmp_path / "elsewhere")
    assert ready(tmp_path / "elsewhere") == (False, False)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "500 MB"), (errno.EROFS, "/project"), (errno.EACCES, "/project"), (errno.EIO, ".venv")],
)
def test_what_the_disk_refuses_is_one_sentence(number: int, words: str) -> None:
    sentence = environment._explain("/project", OSError(number, os.strerror(number)))
    assert words in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "wrong-hash"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk-full",
        ),
        ("The virtual environment was not created because ensurepip is not available", "no-venv-module"),
        ("WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError'", "no-network"),
        ("ERROR: Could not find a version that satisfies x==1 (from versions: none)", "no-network"),
    ],
)
def test_what_pip_prints_is_understood(printed: str, name: str) -> None:
    assert next(name for symptom, name in SYMPTOMS if symptom in printed) == name
