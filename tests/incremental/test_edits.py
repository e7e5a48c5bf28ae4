"""After any sequence of edits, an incremental build is byte-identical to a clean build."""

from pathlib import Path
from random import Random

import pytest

from tests.incremental.builder import TODAY
from tests.incremental.edits import DEEDS, EDITS, MISTAKES, Different, Walk
from tests.incremental.model import new_model

STEPS = 18


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_sequence_of_edits_the_site_is_that_of_a_clean_build(seed: int, tmp_path: Path) -> None:
    walk = Walk(seed, tmp_path, posts=8)
    walk.run(STEPS)
    assert len(walk.spoilt) <= STEPS // 6, walk.spoilt


def test_the_real_command_keeps_the_promise_too(tmp_path: Path) -> None:
    Walk(3, tmp_path, posts=8, real=True).run(4)


def test_the_same_seed_makes_the_same_project_and_another_seed_another() -> None:
    one, same, other = (new_model(Random(seed), TODAY).render() for seed in (5, 5, 6))
    assert one == same
    assert one != other


def test_every_kind_of_edit_applies_to_some_project() -> None:
    never = set(EDITS | MISTAKES)
    for seed in range(60):
        r = Random(seed)
        model = new_model(r, TODAY)
        if seed % 3 == 0:
            model.docs[model.of("post")[0]].fields["permalink"] = "/antes/"
        for name in sorted(never):
            changed = model.copy()
            if (EDITS | MISTAKES)[name](changed, r) is not None:
                never.discard(name)
    assert not never


def test_no_two_kinds_have_one_name() -> None:
    assert len({*EDITS, *MISTAKES, *DEEDS}) == len(EDITS) + len(MISTAKES) + len(DEEDS)


@pytest.mark.parametrize(
    ("kind", "file", "sound", "lazy"),
    [
        (
            "same_size",
            "build/tree.py",
            "found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)",
            "0, 0, 0, 0)",
        ),
        ("output_altered", "build/manifest.py", "if key == made.stat:", "if True:"),
        ("output_linked", "build/manifest.py", "not path.is_symlink() and path.is_file() and ", ""),
        ("deleted", "build/executor.py", "sorted(recalled.owned.difference(outputs))", "[]"),
        ("tags", "core/record.py", '"authors", "id")', '"authors", "id", "tags")'),
    ],
)
def test_a_build_that_looks_less_closely_is_found_out(
    kind: str, file: str, sound: str, lazy: str, tmp_path: Path
) -> None:
    walk = Walk(1, tmp_path, posts=6, only=kind)
    path = walk.project.folder / "plugins" / file
    text = path.read_text("utf-8")
    assert sound in text, f"{file} says `{sound}` no longer"
    path.write_text(text.replace(sound, lazy), "utf-8")
    walk.restart()
    with pytest.raises(Different, match=f"seed 1, step .*{kind}"):
        walk.run(12)
