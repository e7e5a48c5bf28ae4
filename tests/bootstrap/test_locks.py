"""What the locks promise: hashes for everything, no host, one resolution."""

import re
import tomllib

import pytest

from tests.bootstrap.conftest import ROOT
from tools.environment import BUILD_LOCK, LOCKS
from tools.locks import LOCKS as WRITTEN

NAMES = (BUILD_LOCK, *LOCKS.values())


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """Each requirement with what follows it, hashes included."""
    parts = re.split(r"(?m)^(?=[a-z])", re.sub(r"(?m)^ *#.*\n", "", text(name)))
    return {part.split("==")[0]: part for part in parts if part.strip()}


@pytest.mark.parametrize("name", NAMES)
def test_every_requirement_has_a_version_and_a_hash(name: str) -> None:
    assert pins(name)
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins(name).values())


@pytest.mark.parametrize("name", NAMES)
def test_no_lock_names_a_host(name: str) -> None:
    assert not re.search(r"://|index-url|find-links|trusted-host", text(name))


def test_what_a_build_installs_is_what_the_tests_ran_with() -> None:
    assert pins(LOCKS["runtime"]).items() <= pins(LOCKS["dev"]).items()


def test_the_lock_task_writes_what_the_start_reads() -> None:
    assert sorted(name for name, _ in WRITTEN) == sorted(NAMES)


def test_every_dependency_of_the_project_is_in_its_lock() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    names = {re.split(r"[=><]", dependency)[0] for dependency in project["dependencies"]}
    assert names <= pins(LOCKS["runtime"]).keys()
