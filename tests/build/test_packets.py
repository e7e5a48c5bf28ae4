"""Rows in packets: whatever is written in whatever order, what comes back is what a plain mapping would hold."""

import sqlite3
from pathlib import Path
from random import Random

import pytest

from plugins.build.packets import PACKET, Packets, Row
from plugins.build.store import Store


def row(number: int, record: int = 0) -> Row:
    """The row of the file `number`."""
    return Row(f"posts/{number}.md", b"1 2 3 4", b"content", "", b"", str(record).encode())


def begun(folder: Path) -> Store:
    """A store that is begun."""
    made = Store(folder / "documents.sqlite")
    made.begin(b"1")
    return made


@pytest.mark.parametrize("seed", range(6))
def test_any_writes_leave_what_a_mapping_would_hold(tmp_path: Path, seed: int) -> None:
    chance, expected = Random(seed), dict[str, Row]()
    one = begun(tmp_path)
    for step in range(60):
        rows = [row(chance.randrange(400), step) for _ in range(chance.choice((0, 1, 3, 150)))]
        written = {one.path: one for one in rows}
        gone = [path for path in expected if chance.random() < chance.choice((0, 0, 0.1, 0.9)) and path not in written]
        one.write("documents", rows, [*gone, "posts/never.md"], {})
        expected = {path: kept for path, kept in (expected | written).items() if path not in gone}
        if chance.random() < 0.2:
            one.close()
            one = begun(tmp_path)
        if chance.random() < 0.5:
            found = list(one.rows("documents"))
            assert {row.path: row for row in found} == expected
            assert len(found) == len(expected)


def test_what_another_process_wrote_is_seen(tmp_path: Path) -> None:
    one, other = begun(tmp_path), begun(tmp_path)
    one.write("documents", [row(number) for number in range(PACKET)], (), {})
    assert len(list(other.rows("documents"))) == PACKET
    one.write("documents", (), ["posts/3.md"], {})
    one.write("documents", [row(1000)], (), {})
    other.write("documents", [row(1000, 2), row(3)], ["posts/4.md"], {})
    found = {row.path: row.record for row in one.rows("documents")}
    assert len(found) == PACKET
    assert found["posts/1000.md"] == b"2"
    assert "posts/4.md" not in found


def test_one_file_more_writes_one_packet(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "rows.sqlite")
    packets = Packets("documents")
    packets.clear(db)
    packets.write(db, [row(number) for number in range(10 * PACKET)], ())
    before = dict(db.execute("SELECT number, content FROM documents"))
    packets.write(db, [row(7, 1)], ())
    after = dict(db.execute("SELECT number, content FROM documents"))
    assert [number for number in after if after[number] != before.get(number)] == [1]
    db.close()
