"""Stats: every way in which a file can become another is seen."""

import os
from pathlib import Path

import pytest

from plugins.build.tree import GONE, SECOND, content_of, digest_of, is_racy, racy_ones, tree


def test_every_plain_file_is_there_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ("a/b.md", ".hidden", "__pycache__/x.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    os.mkfifo(tmp_path / "pipe")
    found = dict(tree(str(tmp_path), ["__pycache__"]))
    assert set(found) == {"a/b.md", "pipe"}
    assert found["pipe"] == GONE


def test_same_size_and_same_mtime_is_still_another_stat(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one")
    before = digest_of(tree(str(tmp_path)))
    stat = file.stat()
    other = tmp_path / "b"
    other.write_text("two")
    os.replace(other, file)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert digest_of(tree(str(tmp_path))) != before


def test_a_file_that_changed_just_now_is_not_to_be_trusted() -> None:
    now = 1_000 * SECOND
    old, fresh = now - 10 * SECOND + 1, now - 1_000_001
    assert not is_racy(b"%d %d 3 4" % (old, old), now)
    assert is_racy(b"%d %d 3 4" % (fresh, old), now)
    assert is_racy(b"%d %d 3 4" % (old, fresh), now)


def test_where_times_are_whole_seconds_two_of_them_are_not_trusted() -> None:
    now = 1_000 * SECOND
    assert is_racy(b"%d %d 3 4" % (now - 2 * SECOND, now - 2 * SECOND), now)
    assert not is_racy(b"%d %d 3 4" % (now - 3 * SECOND, now - 3 * SECOND), now)


@pytest.mark.parametrize("now", [1_790_000_000_123_456_789, 999_999_999_999_999_999])
def test_the_racy_ones_among_many_are_those_that_are_racy_one_by_one(now: int) -> None:
    times = [0, 5, now - 3 * SECOND, now - SECOND, now - SECOND // 100, now, now + SECOND, (now // SECOND - 1) * SECOND]
    stats = [(f"{m}-{c}", b"%d %d 3 4" % (m, c)) for m in times for c in times] + [("gone", GONE)]
    assert racy_ones(stats, now) == [one for one in stats if is_racy(one[1], now)]


def test_links_that_lead_round_in_circles_are_files_that_cannot_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert dict(tree(str(tmp_path))) == {"a": GONE, "b": GONE}


def test_a_pipe_has_no_content(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert dict(tree(str(tmp_path))) == {"a.md": GONE}
    assert content_of(str(tmp_path / "a.md")) == ""
