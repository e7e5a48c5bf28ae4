"""The executor: exactly the plan, atomically, and nothing that is not ours."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from plugins.build import executor
from plugins.build.executor import execute
from plugins.build.failure import BuildError
from plugins.build.manifest import MANIFEST, cache_folder, load
from plugins.build.outcome import Outcome, Written
from plugins.core.output import Inputs, Output, RenderContext, given
from tests.factory import Context


class Word(Inputs, frozen=True):
    """What the test's renderer sees."""

    text: str


def render(inputs: Word, context: RenderContext) -> bytes:
    """The text as bytes."""
    return inputs.text.encode()


def fail(inputs: Word, context: RenderContext) -> bytes:
    """A renderer on a full disk."""
    raise OSError(errno.ENOSPC, "No space left on device", "x")


def run(folder: Path, **texts: str) -> Written:
    """Build a site of the files `texts` (`__` stands for `/`) in `folder`."""
    plan = tuple(Output(path.replace("__", "/"), given(Word(text=text)), render) for path, text in texts.items())
    return execute(Outcome(folder, plan=plan), Context(), folder / "output")


def tree(folder: Path) -> dict[str, tuple[str, int]]:
    """Digest and time of every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_output_folder_holds_the_plan(tmp_path: Path) -> None:
    assert run(tmp_path, a="1", b__c="2") == Written(2, 0, 0)
    assert {path: (tmp_path / "output" / path).read_text() for path in ("a", "b/c")} == {"a": "1", "b/c": "2"}


def test_what_is_equal_is_kept_and_not_touched(tmp_path: Path) -> None:
    run(tmp_path, a="1", b="2")
    before = tree(tmp_path / "output")
    assert run(tmp_path, a="1", b="3") == Written(1, 1, 0)
    after = tree(tmp_path / "output")
    assert after["a"] == before["a"]
    assert after["b"][0] != before["b"][0]


def test_what_we_own_and_no_longer_plan_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    run(tmp_path, a="1", b__c__d="2")
    assert run(tmp_path, a="1") == Written(0, 1, 1)
    assert not (tmp_path / "output" / "b").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    run(tmp_path, b__c="2")
    (tmp_path / "output" / "b" / "CNAME").write_text("ours.example")
    run(tmp_path, a="1")
    assert (tmp_path / "output" / "b" / "CNAME").read_text() == "ours.example"
    assert not (tmp_path / "output" / "b" / "c").exists()


@pytest.mark.parametrize(("first", "second"), [("a", "a__b"), ("a__b", "a"), ("a__b__c", "a")])
def test_a_file_can_become_a_folder_and_back(tmp_path: Path, first: str, second: str) -> None:
    run(tmp_path, **{first: "1"})
    run(tmp_path, **{second: "2"})
    assert [*tree(tmp_path / "output")] == [second.replace("__", "/")]


def test_a_file_that_somebody_changed_or_deleted_is_made_again(tmp_path: Path) -> None:
    run(tmp_path, a="1", b="2")
    (tmp_path / "output" / "a").write_text("changed")
    (tmp_path / "output" / "b").unlink()
    assert run(tmp_path, a="1", b="2") == Written(2, 0, 0)
    assert (tmp_path / "output" / "a").read_text() == "1"


def test_a_symbolic_link_in_the_place_of_a_page_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "elsewhere").write_text("1")
    (tmp_path / "output" / "a").symlink_to(tmp_path / "elsewhere")
    run(tmp_path, a="1")
    assert not (tmp_path / "output" / "a").is_symlink()


def test_a_renderer_that_fails_leaves_the_former_site_untouched(tmp_path: Path) -> None:
    run(tmp_path, a="1", b="2")
    before = tree(tmp_path / "output")
    plan = (Output("a", given(Word(text="new")), render), Output("z", given(Word(text="")), fail))
    with pytest.raises(BuildError) as caught:
        execute(Outcome(tmp_path, plan=plan), Context(), tmp_path / "output")
    assert "full" in caught.value.diagnostic.message.template
    assert tree(tmp_path / "output") == before
    assert not (cache_folder(tmp_path / "output") / "staging").exists()


def test_a_full_disk_while_staging_is_an_error_and_not_half_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, a="1")
    before = tree(tmp_path / "output")
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if "staging" in path.parts:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BuildError):
        run(tmp_path, a="2")
    assert tree(tmp_path / "output") == before


def test_another_file_system_is_reached_by_copying_beside_the_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def across(source: str | Path, target: str | Path) -> None:
        if "staging" in Path(source).parts:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        real(source, target)

    monkeypatch.setattr(executor.os, "replace", across)
    run(tmp_path, a__b="1")
    assert [*tree(tmp_path / "output")] == ["a/b"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 99}', b"\xff\x00", b'{"outputs": 3}'])
def test_a_damaged_manifest_is_never_fatal(tmp_path: Path, damage: bytes) -> None:
    run(tmp_path, a="1")
    (cache_folder(tmp_path / "output") / MANIFEST).write_bytes(damage)
    assert run(tmp_path, a="1") == Written(0, 1, 0)
    assert set(load(cache_folder(tmp_path / "output") / MANIFEST).outputs) == {"a"}


def test_two_output_folders_do_not_share_a_cache(tmp_path: Path) -> None:
    assert cache_folder(tmp_path / "a") != cache_folder(tmp_path / "b")
    assert cache_folder(tmp_path / "a").parent == tmp_path / ".pregon-cache"
