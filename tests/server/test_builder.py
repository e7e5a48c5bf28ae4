"""The builder's side of the pipe: several results for one order, and code that is broken before it begins."""

import shutil
from pathlib import Path
from queue import SimpleQueue

import pytest

from plugins.server import process
from plugins.server.board import Board
from plugins.server.faults import describe
from plugins.server.messages import Crash, Finding, Places, Result, Wish, decode_reply, encode
from plugins.server.process import BuilderProcess, Ended, Said
from plugins.server.supervisor import Supervisor

PLACES = Places("content", ("content",), ("plugins",), "es")


@pytest.mark.parametrize("reply", [PLACES, Result(0, (Finding("a", 1, "r", "error", "t"),), None), Crash("why")])
def test_a_message_is_the_same_on_the_other_side(reply: Places | Result | Crash) -> None:
    assert decode_reply(encode(reply)) == reply


@pytest.mark.parametrize("line", [b"printed by a plugin\n", b"{}\n", b'{"type": "other"}\n', b"\xff\n"])
def test_a_line_that_is_no_message_is_left_alone(line: bytes) -> None:
    assert decode_reply(line) is None


def test_a_syntax_error_in_the_builder_itself_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "plugins" / "server"
    room.mkdir(parents=True)
    (room / "child.py").write_text("def main(:\n")
    monkeypatch.setattr(process, "ROOT", tmp_path)
    inbox: SimpleQueue[object] = SimpleQueue()
    builder = BuilderProcess(Wish("pelicanconf.py"), inbox)
    said, ended = inbox.get(timeout=10), inbox.get(timeout=10)
    builder.stop()
    assert isinstance(said, Said) and isinstance(said.reply, Crash) and isinstance(ended, Ended)
    assert (said.reply.path, said.reply.line, ended.status) == (str(room / "child.py"), 1, 1)


def test_the_line_of_a_failure_is_the_last_one_of_ours(tmp_path: Path) -> None:
    try:
        int("no number")
    except ValueError as error:
        crash = describe(error, [Path(__file__).parent], str(tmp_path / "logs" / "error.log"))
    assert crash.source.strip() == 'int("no number")' and crash.path == __file__
    assert "Traceback" in Path(crash.log).read_text("utf-8")


def shown(board: Board, *results: Result) -> list[tuple[int, list[str] | None]]:
    """The number of the state after each result, and which files differ since the one before."""
    supervisor = Supervisor(Wish("pelicanconf.py"), SimpleQueue(), board, lambda _: ("", Path()))
    found = []
    for result in results:
        before = board.now.number
        supervisor._show(result)
        found.append((board.now.number, board.touched(before, board.now.number)))
    return found


def test_of_several_results_each_is_told_of_with_its_own_files() -> None:
    first = Result(0, outputs=("posts/a/index.html",), final=False)
    rest = Result(0, outputs=("feed.xml", "index.html"))
    assert shown(Board(), Result(0, outputs=None), first, rest, Result(0)) == [
        (1, None),
        (2, ["posts/a/index.html"]),
        (3, ["feed.xml", "index.html"]),
        (3, []),
    ]


def test_who_missed_a_state_hears_of_its_files_too() -> None:
    board = Board()
    shown(board, Result(0, outputs=None), Result(0, outputs=("a",)), Result(0, outputs=("b",)))
    assert (board.touched(1, 3), board.touched(0, 3)) == (["a", "b"], None)


def test_findings_that_come_or_go_are_news_for_every_page() -> None:
    error = Finding("a.md", 1, "r", "error", "t")
    assert [files for _, files in shown(Board(), Result(0, outputs=None), Result(1, (error,)), Result(0))] == [None] * 3


def test_a_builder_that_cannot_begin_says_why_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(process.ROOT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "plugins" / "core" / "url.py").write_text("x = 1 / 0\n")
    monkeypatch.setattr(process, "ROOT", tmp_path)
    inbox: SimpleQueue[object] = SimpleQueue()
    builder = BuilderProcess(Wish("pelicanconf.py"), inbox)
    said, ended = inbox.get(timeout=10), inbox.get(timeout=10)
    builder.stop()
    assert isinstance(said, Said) and isinstance(said.reply, Crash) and isinstance(ended, Ended)
    assert said.reply.path == str(tmp_path / "plugins" / "core" / "url.py")
    assert (said.reply.source, said.reply.column) == ("x = 1 / 0", 5)
    assert capfd.readouterr() == ("", "")
