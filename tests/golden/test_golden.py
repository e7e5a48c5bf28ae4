"""Each `<case>.md` becomes what `<case>.expected.html` and `.json` say; `python3 tasks.py golden` writes them anew."""

from pathlib import Path

import pytest

from tests.golden.cases import FOLDER, expected, sources


@pytest.mark.parametrize("source", sources(), ids=lambda path: path.name)
def test_the_case_becomes_what_is_expected(source: Path) -> None:
    files = expected(source)
    assert all(path.exists() for path in files), "run: python3 tasks.py golden"
    assert {path.name: path.read_bytes().decode() for path in files} == {
        path.name: text for path, text in files.items()
    }


def test_every_expected_file_has_its_case() -> None:
    stems = {source.stem for source in sources()}
    assert {path.name.partition(".expected.")[0] for path in FOLDER.glob("*.expected.*")} == stems
