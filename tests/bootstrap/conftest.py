"""A small project that starts for real: our tasks.py and tools, empty locks, and a build that only prints."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.environment import BUILD_LOCK, LOCKS

ROOT = Path(__file__).parents[2]
BASE = getattr(sys, "_base_executable", sys.executable)
GLANCE = "class Outdated(Exception):\n    pass\n"
STILL = """
def glance_at(**options):
    return None


def nothing_to_do(glance, began):
    return False
"""
BUILD = "def build(glance, **options):\n    print('built', options['content'])\n    return 0\n"

Start = Callable[..., "subprocess.Popen[str]"]


def copy_project(folder: Path) -> Path:
    """A folder with everything that tasks.py needs to start."""
    (folder / "plugins" / "build").mkdir(parents=True)
    (folder / "plugins" / "generator").mkdir()
    (folder / "plugins" / "__init__.py").touch()
    (folder / "plugins" / "generator" / "everyday.py").write_text(BUILD, encoding="utf-8")
    (folder / "plugins" / "build" / "glance.py").write_text(GLANCE, encoding="utf-8")
    (folder / "plugins" / "build" / "still.py").write_text(STILL, encoding="utf-8")
    shutil.copy(ROOT / "tasks.py", folder)
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__", "drawing"))
    for name in (BUILD_LOCK, *LOCKS.values()):
        (folder / name).write_text("# nothing\n", encoding="utf-8")
    return folder


def start(project: Path, *words: str, **environ: str) -> "subprocess.Popen[str]":
    """Start tasks.py there, in English, without the network and without the user's settings of pip."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PIP_", "PYTHON"))}
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0"}
    return subprocess.Popen(
        [BASE, str(project / "tasks.py"), *words],
        cwd=project.parent,
        env={**kept, **offline, "LANG": "en_US.UTF-8", **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def run(project: Path, *words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run tasks.py there to its end."""
    process = start(project, *words, **environ)
    out, err = process.communicate()
    return subprocess.CompletedProcess(words, process.returncode, out, err)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was never started."""
    return copy_project(tmp_path / "project")
