"""The store: what was written is read back, or nothing is believed."""

from hashlib import sha256
from pathlib import Path

import pytest

from plugins.build.packets import Row
from plugins.build.store import Store, StoreDamaged

ROW = Row("posts/a.md", b"1 2 3 4", b"content", "", b"digests", b"record")


def told(html: str) -> str:
    """The digest under which a body lies."""
    return sha256(html.encode()).hexdigest()


def store(folder: Path, version: bytes = b"1") -> Store:
    """A store that is begun."""
    made = Store(folder / "documents.sqlite")
    made.begin(version)
    return made


def test_rows_and_bodies_come_back_as_they_were_written(tmp_path: Path) -> None:
    first = store(tmp_path)
    first.write("documents", [ROW], (), {told("<p>ñ</p>"): "<p>ñ</p>"})
    first.close()
    again = store(tmp_path)
    assert list(again.rows("documents")) == [ROW]
    assert list(again.rows("media")) == []
    assert again.body(told("<p>ñ</p>")) == "<p>ñ</p>"
    assert not again.renewed


def test_what_is_gone_is_forgotten_and_what_is_written_again_replaced(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.write("documents", [ROW, ROW._replace(path="posts/b.md")], (), {})
    one.write("documents", [ROW._replace(record=b"new")], ["posts/b.md"], {})
    assert [(row.path, row.record) for row in one.rows("documents")] == [("posts/a.md", b"new")]


def test_another_version_begins_with_nothing_and_without_a_notice(tmp_path: Path) -> None:
    store(tmp_path).write("documents", [ROW], (), {told("x"): "x"})
    other = store(tmp_path, b"2")
    assert not list(other.rows("documents"))
    assert not other.renewed


def test_a_check_may_ask_whether_a_store_fits_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "documents.sqlite"
    assert not Store(file).fits(b"1")
    assert not file.exists()
    store(tmp_path).close()
    assert Store(file).fits(b"1")
    assert not Store(file).fits(b"2")


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_store_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "documents.sqlite").write_bytes(damage)
    made = store(tmp_path)
    assert not list(made.rows("documents"))
    assert made.renewed or not damage


def test_a_row_of_which_one_bit_is_another_is_not_believed(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.write("documents", [ROW], (), {})
    content = one._db.execute("SELECT content FROM documents").fetchone()[0]
    one._db.execute("UPDATE documents SET content = ?", (content.replace(b"record", b"recore"),))
    with pytest.raises(StoreDamaged):
        list(one.rows("documents"))
    with pytest.raises(StoreDamaged):
        one.write("documents", [ROW], (), {})


def test_a_body_that_is_not_there_is_damage(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged):
        store(tmp_path).body("nowhere")


def test_bodies_that_nothing_has_any_more_are_swept_once_there_are_many(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.write("documents", [ROW], (), {told(str(number)): str(number) for number in range(3000)})
    one.sweep([told("7")], files=900)
    assert one.body(told("8")) == "8"
    one.sweep([told("7")], files=1)
    assert one.body(told("7")) == "7"
    with pytest.raises(StoreDamaged):
        one.body(told("8"))


def test_a_body_of_which_one_sign_is_another_is_not_believed(tmp_path: Path) -> None:
    one = store(tmp_path)
    one.write("documents", [ROW], (), {told("text"): "tent"})
    with pytest.raises(StoreDamaged):
        one.body(told("text"))
