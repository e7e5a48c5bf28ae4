"""A file that cannot be opened is told, not raised."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.build.parallel import Crew
from plugins.core.norms import Norms
from plugins.generator.reading import Known, read_files
from plugins.generator.scan import Found

DESK: Any = SimpleNamespace(norms=Norms())


@pytest.mark.parametrize(("name", "why"), [("a.md", None), ("b.md", "No such file or directory")])
def test_what_cannot_be_opened_becomes_a_finding(tmp_path: Path, name: str, why: str | None) -> None:
    (tmp_path / "a.md").mkdir()
    found = Found((name,), (), (), (), {name: b"0 0"})
    reading = read_files(tmp_path, found, ("es",), lambda: DESK, Known(None, Crew()))
    assert [(one.location.path, one.rule, one.message.values.get("reason")) for one in reading.unread] == [
        (name, "file-unreadable", why)
    ]
