"""Findings about settings stand where the setting is written, whichever file that is."""

from pathlib import Path

import pytest

from plugins.build.settings_places import placed
from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text

CONF = """\
SITEURL = "https://example.org"
SAID = "SITEURL"
CHECK_RULES = {
    "title-long": "off", "ñandú": "of",
}
if True:
    SHARE_NETWORKS: list[str] = ["x", "twiter"]
CHECK_RULES["title-short"] = "off"
CHECK_LIMITS = {"title": -3} | {"intro": 5}
"""
PUBLISH = """\
from pelicanconf import *
from elsewhere import nothing
SITEURL = "example.org"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pelicanconf.py").write_text(CONF, "utf-8")
    (tmp_path / "publishconf.py").write_text(PUBLISH, "utf-8")
    return tmp_path


def place(folder: Path, offence: str, file: str = "publishconf.py") -> tuple[str, Span]:
    fault = Diagnostic(Location("pelicanconf.py"), "setting-value", Severity.ERROR, Text(""), offence=offence)
    (found,) = placed([fault], str(folder / file))
    assert found == Diagnostic(found.location, fault.rule, fault.severity, fault.message, offence=offence)
    assert Path(found.location.path).parent == folder
    return Path(found.location.path).name, found.location.span


@pytest.mark.parametrize(
    ("offence", "file", "span"),
    [
        ("SITEURL", "publishconf.py", Span(3, 1, 3, 8)),
        ("SHARE_NETWORKS twiter", "pelicanconf.py", Span(7, 39, 7, 47)),
        ("SHARE_NETWORKS 3", "pelicanconf.py", Span(7, 5, 7, 19)),
        ("CHECK_LIMITS intro", "pelicanconf.py", Span(9, 33, 9, 40)),
        ("CHECK_RULES title-short", "pelicanconf.py", Span(8, 13, 8, 26)),
        ("CHECK_RULES ñandú", "pelicanconf.py", Span(4, 26, 4, 33)),
        ("TIMEZONE", "publishconf.py", Span()),
    ],
)
def test_a_finding_stands_at_its_setting(folder: Path, offence: str, file: str, span: Span) -> None:
    assert place(folder, offence) == (file, span)


def test_what_is_written_beside_is_found_for_each_finding(folder: Path) -> None:
    faults = [
        Diagnostic(Location("pelicanconf.py"), "setting-value", Severity.ERROR, Text(""), offence=offence)
        for offence in ("CHECK_LIMITS", "SHARE_NETWORKS")
    ]
    assert [found.location.span.line for found in placed(faults, str(folder / "publishconf.py"))] == [9, 7]


@pytest.mark.parametrize("text", [b"SITEURL = (", b"\xff\xfe", b"", b"SITEURL = 1\0"])
def test_a_file_that_cannot_be_read_is_named_as_a_whole(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "pelicanconf.py").write_bytes(text)
    assert place(tmp_path, "SITEURL", "pelicanconf.py") == ("pelicanconf.py", Span())
    assert place(tmp_path, "SITEURL", "absent.py") == ("absent.py", Span())


def test_a_file_that_imports_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text("from pelicanconf import *\n", "utf-8")
    assert place(tmp_path, "SITEURL", "pelicanconf.py") == ("pelicanconf.py", Span())
