"""The executor: exactly the plan, atomically, and nothing that is not ours."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from plugins.build import executor, rendering
from plugins.build.executor import Job, execute, recall
from plugins.build.failure import BuildError
from plugins.build.manifest import load
from plugins.build.outcome import Written
from plugins.build.parallel import Crew
from plugins.build.place import HIDDEN_STAGING, MANIFEST, Staging, cache_folder, staging_of
from plugins.core.output import Inputs, Output, RenderContext, given
from tests.factory import Context

ALONE = Crew()


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
    return build(folder, plan)


def version(output: Output) -> bytes:
    """The version of every renderer of these tests."""
    return b"1"


def build(folder: Path, plan: tuple[Output, ...], crew: Crew = ALONE) -> Written:
    """Execute `plan` into the folder `output` of `folder`."""
    output = folder / "output"
    written = execute(Job(plan, version, crew=crew), Context(), output, recall(output))
    return Written(written.written, written.kept, written.removed)


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


def test_a_site_that_somebody_deleted_is_made_again_without_what_is_not_planned(tmp_path: Path) -> None:
    run(tmp_path, a="1", b__c="2", d="3")
    (tmp_path / "output").rename(tmp_path / "elsewhere")
    assert run(tmp_path, a="1", e__f="4") == Written(2, 0, 0)
    assert set(tree(tmp_path / "output")) == {"a", "e/f"}


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
        build(tmp_path, plan)
    assert "full" in caught.value.diagnostic.message.template
    assert tree(tmp_path / "output") == before
    assert not (cache_folder(tmp_path / "output") / "staging").exists()


def test_a_full_disk_while_staging_is_an_error_and_not_half_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, a="1")
    before = tree(tmp_path / "output")

    def full(path: str, content: bytes) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device", path)

    monkeypatch.setattr(rendering, "_staged", full)
    with pytest.raises(BuildError):
        run(tmp_path, a="2")
    assert tree(tmp_path / "output") == before


def test_an_output_folder_on_a_file_system_of_its_own_is_staged_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    monkeypatch.setattr(executor, "staging_of", lambda output, count: Staging(str(output / HIDDEN_STAGING), 1))
    run(tmp_path, a__b="1")
    assert [*tree(output)] == ["a/b"]
    assert [path.name for path in output.iterdir()] == ["a"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 99}', b"\xff\x00", b'{"outputs": 3}'])
def test_a_damaged_manifest_is_never_fatal(tmp_path: Path, damage: bytes) -> None:
    run(tmp_path, a="1")
    (cache_folder(tmp_path / "output") / MANIFEST).write_bytes(damage)
    assert run(tmp_path, a="1") == Written(0, 1, 0)
    assert set(load(cache_folder(tmp_path / "output")).outputs) == {"a"}


def test_what_a_killed_build_left_and_nobody_plans_is_removed(tmp_path: Path) -> None:
    run(tmp_path, a="1", b="2")
    # As it is when the process ends between publishing and remembering.
    (cache_folder(tmp_path / "output") / MANIFEST).unlink()
    assert run(tmp_path, a="1") == Written(0, 1, 1)
    assert [*tree(tmp_path / "output")] == ["a"]


def test_an_output_that_was_only_touched_is_kept(tmp_path: Path) -> None:
    run(tmp_path, a="1")
    os.utime(tmp_path / "output" / "a", (1, 1))
    assert run(tmp_path, a="1") == Written(0, 1, 0)
    assert recall(tmp_path / "output").lost == frozenset()


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_the_result_is_the_same_with_any_number_of_processes(tmp_path: Path, processes: int) -> None:
    plan = tuple(Output(f"{name}/page", given(Word(text=str(name))), render) for name in range(400))
    assert build(tmp_path, plan, Crew(processes)) == Written(400, 0, 0)
    assert [(tmp_path / "output" / f"{name}/page").read_text() for name in range(400)] == [str(n) for n in range(400)]
    assert build(tmp_path, plan, Crew(processes)) == Written(0, 400, 0)


def test_a_failure_in_another_process_is_the_same_error(tmp_path: Path) -> None:
    plan = tuple(Output(f"{name}", given(Word(text="")), fail if name == 300 else render) for name in range(400))
    with pytest.raises(BuildError) as caught:
        build(tmp_path, plan, Crew(2))
    assert "full" in caught.value.diagnostic.message.template
    assert not (tmp_path / "output").exists() or not tree(tmp_path / "output")


def test_two_output_folders_do_not_share_a_cache(tmp_path: Path) -> None:
    assert cache_folder(tmp_path / "a") != cache_folder(tmp_path / "b")
    assert cache_folder(tmp_path / "a").parent == tmp_path / ".pregon-cache"


def test_outputs_are_made_in_the_order_of_what_they_lie_near(tmp_path: Path) -> None:
    made: list[str] = []

    def noted(inputs: Word, context: RenderContext) -> bytes:
        made.append(inputs.text)
        return inputs.text.encode()

    plan = tuple(
        Output(path, given(Word(text=path)), noted, near=near) for path, near in (("a", "es 2"), ("b", "en"), ("c", ""))
    )
    assert build(tmp_path, plan).written == 3
    assert made == ["c", "b", "a"]
    assert list(load(cache_folder(tmp_path / "output")).outputs) == ["a", "b", "c"]


def test_many_files_are_staged_in_several_folders(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    cache_folder(tmp_path / "output").mkdir(parents=True)
    few, many = staging_of(tmp_path / "output", 10), staging_of(tmp_path / "output", 10_000)
    assert (few.parts, many.parts) == (1, 64)
    many.make()
    assert all(Path(many.at(number)).parent.is_dir() for number in range(10_000))
    assert len({many.at(number) for number in range(10_000)}) == 10_000
