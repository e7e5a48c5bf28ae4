"""Whatever lies in a content folder, `check` ends soon, in little memory, and names it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from plugins.build.bounded import NoFile, TooLarge, read_bytes
from tests.checks.stages import outcome
from tests.hostile import files
from tests.hostile.__main__ import OBEYED, account_of, faults
from tests.hostile.folder import FILES, OTHERS, make, put, sound, sparse
from tests.hostile.running import Ran, check

# The folder below has more than half a gigabyte of what must not be read.
LITTLE = 400_000_000
SOON = 300
COUNT = 300


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def ran(content: Path) -> Ran:
    return check(content, "--format", "json", timeout=SOON)


@pytest.fixture(scope="module")
def found(ran: Ran, content: Path) -> dict[str, list[Any]]:
    by_path: dict[str, list[Any]] = {}
    for one in json.loads(ran.out)["diagnostics"]:
        by_path.setdefault(os.path.relpath(one["path"], content), []).append(one)
    return by_path


def test_three_hundred_files_of_every_kind_are_checked_and_each_is_accounted_for(tmp_path: Path) -> None:
    files.make(tmp_path, COUNT, 20_261_121)
    ran = check(tmp_path, "--format", "json", timeout=SOON)
    account, wrong = account_of(tmp_path)
    assert [*faults(ran), *wrong] == []
    assert account["rules"]


def test_the_same_seed_makes_the_same_files(tmp_path: Path) -> None:
    for folder, seed in (("one", 1), ("same", 1), ("other", 2)):
        files.make(tmp_path / folder, 30, seed)
    one, same, other = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).rglob("*.md")}
        for folder in ("one", "same", "other")
    )
    assert one == same != other


def test_nothing_of_the_folder_makes_check_break_down_or_take_much_memory(ran: Ran) -> None:
    assert list(faults(ran)) == [] and ran.status == 1
    assert ran.peak < LITTLE


@pytest.mark.parametrize("path", [path for path, (_, place) in FILES.items() if place])
def test_what_is_wrong_in_a_file_is_named_at_its_place(path: str, found: dict[str, list[Any]]) -> None:
    place = FILES[path][1]
    assert place is not None
    line, _, rule = place
    said = [(one["line"], one["column"], one["rule"]) for one in found[path] if one["severity"] == "error"]
    assert rule in [name for _, _, name in said]
    assert rule.startswith("front-matter-unr") or place in said, said
    assert line >= 1


@pytest.mark.parametrize("path", [path for path, (_, place) in FILES.items() if not place])
def test_what_only_looks_strange_is_no_error(path: str, found: dict[str, list[Any]]) -> None:
    assert [one["rule"] for one in found.get(path, ()) if one["severity"] == "error"] == []


@pytest.mark.parametrize("path", OTHERS)
def test_what_is_no_file_to_be_read_is_named_as_a_whole(path: str, found: dict[str, list[Any]]) -> None:
    assert [(one["line"], one["column"], one["rule"]) for one in found[path]] == [(1, 1, OTHERS[path])]


def test_what_lies_outside_is_not_followed(ran: Ran) -> None:
    assert "Secreto" not in ran.out


def test_the_text_report_says_nothing_that_a_terminal_obeys(content: Path) -> None:
    ran = check(content, timeout=SOON)
    assert list(faults(ran)) == []
    assert not OBEYED.intersection(ran.out) and "␛[31mcape.md" in ran.out


def test_every_file_that_is_baselined_is_held_back_by_name(tmp_path: Path) -> None:
    put(tmp_path / "posts/2026-03-01-sano.md", sound("Uno"))
    sparse(tmp_path / "posts/2026-03-02-enorme.md", 10_000_000)
    sparse(tmp_path / "images/enorme.jpg", 200_000_000)
    put(tmp_path / "images/rota.jpg", b"no")
    (tmp_path / "posts/2026-03-03-fuera.md").symlink_to("/etc/hostname")
    assert check(tmp_path, "--baseline", timeout=SOON).status == 0
    ran = check(tmp_path, timeout=SOON)
    assert ran.status == 0, ran.out
    names = ("posts/2026-03-02-enorme.md", "images/enorme.jpg", "images/rota.jpg", "posts/2026-03-03-fuera.md")
    assert [name for name in names if name not in ran.out] == []


@pytest.mark.parametrize("kind", ["large", "deep", "pipe", "folder", "numbers"])
def test_a_list_of_debts_that_cannot_be_read_is_named_and_stays(kind: str, tmp_path: Path) -> None:
    put(tmp_path / "posts/2026-03-01-sano.md", sound("Uno"))
    path = tmp_path / ".baseline.json"
    if kind == "large":
        sparse(path, 50_000_000)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_text('{"files": ' + ("[" * 100_000 if kind == "deep" else "9" * 100_000) + "}")
    ran = check(tmp_path, "--format", "json", timeout=SOON)
    assert list(faults(ran)) == [] and ran.peak < LITTLE
    said = [one for one in json.loads(ran.out)["diagnostics"] if one["severity"] == "error"]
    assert [(one["line"], one["rule"]) for one in said] == [(1, "baseline-unreadable")]
    assert os.path.lexists(path)


def test_a_taxonomy_whose_aliases_explode_is_named(tmp_path: Path) -> None:
    from tests.hostile.folder import BOMB

    put(tmp_path / "data/taxonomy.yaml", BOMB.encode())
    assert [one.rule for one in outcome(tmp_path).diagnostics] == ["taxonomy-unreadable"]


def test_a_file_that_grows_or_becomes_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path / "a.md", b"12345")
    assert read_bytes(str(tmp_path / "a.md"), 5) == b"12345"
    with pytest.raises(TooLarge) as caught:
        read_bytes(str(tmp_path / "a.md"), 4)
    assert caught.value.size == 5
    os.mkfifo(tmp_path / "b.md")
    for path in (tmp_path / "b.md", tmp_path, Path("/dev/zero")):
        with pytest.raises(NoFile):
            read_bytes(str(path), 10)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    put(tmp_path / "posts/2026-03-01-sano.md", sound("Uno"))
    os.chmod(tmp_path / "posts/2026-03-01-sano.md", 0)
    assert [one.rule for one in outcome(tmp_path).diagnostics] == ["file-unreadable"]


def test_limits_are_settings(tmp_path: Path) -> None:
    from plugins.generator.check_settings import read_norms

    wanted = {"file_bytes": 10, "front_matter_bytes": 11, "front_matter_values": 12, "picture_pixels": 13}
    norms, wrong = read_norms({"CHECK_LIMITS": wanted})
    assert wrong == [] and all(getattr(norms.limits, name) == value for name, value in wanted.items())
