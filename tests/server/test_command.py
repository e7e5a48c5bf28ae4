"""The command itself: its address, its end, and what keeps it from beginning."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.server.command import serve
from plugins.server.words import texts
from tests.server.serving import ROOT, SETTINGS, Followed

START = """
import sys
from collections.abc import Iterator
from pathlib import Path
from plugins.server.command import serve
folder = Path(sys.argv[1])
sys.exit(serve(port=0, lang="en", settings=folder / "pelicanconf.py", cache=folder / "cache"))
"""


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def site(folder: Path) -> Path:
    return Followed(folder).settings


def run(folder: Path, port: int | None = None) -> int:
    return serve(port=port, lang="en", settings=site(folder), cache=folder / "cache")


def test_a_port_that_is_taken_is_said_with_the_remedy(
    taken: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, taken) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err == f"Port {taken} is taken by another program, perhaps by another `serve`: add --port {taken + 1}\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("PORT = 'abc'", "`PORT` must be a whole number from 1 to 65535, not `abc`."),
        ("PORT = 70000", "`PORT` must be a whole number from 1 to 65535, not `70000`."),
        ("PORT = 0; BIND = '192.0.2.1'", "The address 192.0.2.1:0 cannot be opened"),
        ("PORT = 0; BIND = 'no such name'", "The address no such name:0 cannot be opened"),
    ],
)
def test_an_address_that_cannot_be_opened_is_said_too(
    line: str, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    site(tmp_path).write_text(f"{SETTINGS}{line}\n", "utf-8")
    assert serve(lang="en", settings=tmp_path / "pelicanconf.py", cache=tmp_path / "cache") == 2
    _, err = capfd.readouterr()
    assert err.startswith(said) and err.count("\n") == 1


def test_the_port_of_the_settings_is_used(taken: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site(tmp_path).write_text(f"{SETTINGS}PORT = {taken}\n", "utf-8")
    assert serve(lang="en", settings=tmp_path / "pelicanconf.py", cache=tmp_path / "cache") == 2
    assert f"Port {taken} is taken" in capfd.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="a signal cannot be sent to one process alone")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_its_address_and_ends_quietly_with_its_builder(number: int, tmp_path: Path) -> None:
    site(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline().startswith("The site is at http://127.0.0.1:")
    assert "17 written" in process.stderr.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    builders = children.read_text().split() if children.exists() else []
    process.send_signal(number)
    process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, "", "")
    assert not [pid for pid in builders if Path(f"/proc/{pid}").exists()]


def test_a_catalogue_that_is_being_edited_silences_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "plugins.build.speech", None)
    assert texts("es").gettext("Nothing is wrong.") == "Nothing is wrong."


def test_a_content_folder_that_is_not_there_is_wrong_use(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert serve(lang="en", content="nowhere", settings=site(tmp_path), cache=tmp_path / "cache") == 2
    assert capfd.readouterr() == ("", "There is no folder `nowhere`.\n")
