"""A full disk or a folder that cannot be written: one clear error, and the former site as it was."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from tests.incremental import builder
from tests.incremental.builder import TODAY, Job, Result
from tests.incremental.model import new_doc, new_model
from tests.incremental.mounts import disk, fill, read_only, refusal
from tests.incremental.project import Project
from tests.incremental.trees import Tree, difference, tree_of

pytestmark = pytest.mark.skipif(bool(refusal()), reason=refusal() or "-")
KILOBYTES = 6 * 1024


class Place:
    """A project whose site is built into a folder of its own, beside which the cache lies."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder / "project", new_model(Random(7), TODAY, 6))
        self.parent = folder / "www"
        self.site = self.parent / "site"
        self.cache = self.parent / ".pregon-cache"
        self.parent.mkdir()

    def build(self, output: Path | None = None) -> Result:
        return builder.build(self.project.folder, Job(output=str(output or self.site)))

    def change(self, files: int = 1) -> None:
        """Something on every page, and much that is new, in so many files."""
        model = self.project.model.copy()
        model.settings["SITENAME"] = f"Otra plaza {model.next()}"
        model.docs["nuevo"] = new_doc(model, Random(8), "post", "es")
        for number in range(files):
            model.files[f"documents/grande-{number}.pdf"] = Random(number).randbytes(600_000 // files)
        self.project.sync(model)

    def tree(self) -> Tree:
        return tree_of(self.site, {".filler"})

    def clean(self, folder: Path) -> Tree:
        result = self.build(folder / "clean" / "site")
        assert result.status == 0, result.said
        return tree_of(folder / "clean" / "site")


def is_one_clear_error(result: Result, word: str = "output-unwritable") -> None:
    assert result.status == 1, result.said
    assert "Traceback" not in result.stderr, result.stderr
    assert result.stderr.count("error[") == 1, result.stderr
    assert f"error[{word}]" in result.stderr, result.stderr


@contextmanager
def small(place: Place, which: str) -> Iterator[Path]:
    """A small disk for the site and its cache, for the site alone, or for the cache alone."""
    with disk({"both": place.parent, "site": place.site, "cache": place.cache}[which], KILOBYTES) as folder:
        yield folder


@pytest.mark.parametrize(
    ("which", "free", "files"),
    # Beside a site that is a disk of its own, the cache holds little: some room is enough there.
    [("both", 0, 1), ("both", 200, 20), ("site", 0, 1), ("site", 200, 20), ("cache", 0, 1)],
)
def test_a_full_disk_is_one_clear_error_and_the_site_stays(which: str, free: int, files: int, tmp_path: Path) -> None:
    place = Place(tmp_path)
    with small(place, which) as folder:
        first = place.build()
        assert first.status == 0, first.said
        before = place.tree()
        place.change(files)
        filler = fill(folder, free)
        result = place.build()
        is_one_clear_error(result)
        differs = difference(place.tree(), before, ("after", "before"))
        assert not differs, f"{differs}\n{result.said}"
        filler.unlink()
        again = place.build()
        assert again.status == 0, again.said
        assert not difference(place.tree(), place.clean(tmp_path))


@pytest.mark.parametrize("which", ["both", "site", "cache"])
def test_after_room_is_made_the_site_is_right_whatever_was_left(which: str, tmp_path: Path) -> None:
    place = Place(tmp_path)
    with small(place, which) as folder:
        assert place.build().status == 0
        before = place.project.model.copy()
        place.change(20)
        filler = fill(folder, 200)
        place.build()
        filler.unlink()
        place.project.sync(before)
        again = place.build()
        assert again.status == 0, again.said
        assert not difference(place.tree(), place.clean(tmp_path))


def test_a_first_build_on_a_full_disk_publishes_nothing(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with disk(place.parent, 200):
        is_one_clear_error(place.build())
        assert not place.tree()


def test_an_output_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    place = Place(tmp_path)
    assert place.build().status == 0
    before = place.tree()
    place.change()
    with read_only(place.site):
        is_one_clear_error(place.build())
        assert not difference(place.tree(), before, ("after", "before"))
    assert place.build().status == 0
    assert not difference(place.tree(), place.clean(tmp_path))


def test_an_output_that_cannot_be_written_is_no_fault_where_nothing_changed(tmp_path: Path) -> None:
    place = Place(tmp_path)
    assert place.build().status == 0
    with read_only(place.site):
        result = place.build()
        assert result.status == 0, result.said
        assert result.counts
        assert (result.counts[0], result.counts[2]) == (0, 0)


def test_a_cache_that_cannot_be_written_never_harms_the_site(tmp_path: Path) -> None:
    place = Place(tmp_path)
    assert place.build().status == 0
    before = place.tree()
    place.change()
    with read_only(place.cache):
        result = place.build()
        if result.status:
            is_one_clear_error(result)
            assert not difference(place.tree(), before, ("after", "before"))
        else:
            assert not difference(place.tree(), place.clean(tmp_path))
    assert place.build().status == 0
    assert not difference(place.tree(), place.clean(tmp_path))


def test_a_cache_folder_that_is_a_file_is_one_clear_error_or_no_matter(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.cache.write_text("not a folder")
    result = place.build()
    if result.status:
        is_one_clear_error(result)
        assert not place.tree()
    os.unlink(place.cache)
    assert place.build().status == 0
    assert not difference(place.tree(), place.clean(tmp_path))
