"""What counts as saved, and where the system does not tell of it."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from plugins.server.supervisor import is_code
from plugins.server.watch import Watched, Watcher, is_source
from tests.server.serving import until

CONTENT = Path("/home/.ana/content")


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("posts/a.md", True),
        ("images/a b.jpg", True),
        (".baseline.json", True),
        (".published.json", True),
        ("data/taxonomy.yaml", True),
        ("posts/.a.md.swp", False),
        ("posts/a.md~", False),
        ("posts/#a.md#", False),
        ("posts/~$acta.odt", False),
        (".git/index", False),
        ("rooms/__pycache__/a.cpython-311.pyc", False),
    ],
)
def test_what_editors_leave_beside_a_file_does_not_count(name: str, counts: bool) -> None:
    assert is_source(str(CONTENT / name), [CONTENT]) is counts


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/p/plugins/pages/views.py", True),
        ("/p/plugins/checks/translations/es/LC_MESSAGES/diagnostics.po", True),
        ("/p/plugins/pages/README.md", False),
        ("/p/pelicanconf.py", True),
        ("/p/content/x.py", False),
        ("/p/content/posts/a.md", False),
    ],
)
def test_code_is_what_a_running_python_would_not_read_again(path: str, code: bool) -> None:
    assert is_code(Path(path), [Path("/p/plugins")], Path("/p")) is code


def test_without_the_systems_help_files_are_looked_at_and_this_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = watchfiles.watch, []

    def limited(*paths: Path, **options: Any) -> Iterator[set[Any]]:
        asked.append(options["force_polling"])
        if not options["force_polling"]:
            raise OSError("OS file watch limit reached")
        yield from real(*paths, **options)

    monkeypatch.setattr(watchfiles, "watch", limited)
    told, notices = [], []
    watcher = Watcher(Watched((tmp_path,)), told.append, notices.append)
    watcher.start()
    assert watcher.ready.wait(10)
    (tmp_path / "a.md").write_text("a")
    until(lambda: told)
    watcher.stop()
    watcher.join()
    assert notices == ["OS file watch limit reached"] and asked[:2] == [None, True]
    assert str((tmp_path / "a.md").resolve()) in told[0]


def test_a_folder_that_is_replaced_is_told_of_and_watched_again(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    told: list[frozenset[str] | None] = []
    watcher = Watcher(Watched((folder,)), told.append, lambda _: None)
    watcher.start()
    assert watcher.ready.wait(10)
    folder.rename(tmp_path / "away")
    folder.mkdir()
    until(lambda: None in told)
    until(lambda: _is_heard(folder / "a.md", told))
    watcher.stop()
    watcher.join()


def _is_heard(file: Path, told: list[frozenset[str] | None]) -> bool:
    """Save the file once more: nobody knows from outside when it is watched again."""
    file.write_text("a")
    time.sleep(0.1)
    return {str(file)} in told
