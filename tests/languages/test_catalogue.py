"""Catalogues: read as .po, and kept compiled only where somebody says so."""

from pathlib import Path

import pytest

from plugins.languages import catalogue
from plugins.languages.catalogue import CatalogueError, translations

PO = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Water"\nmsgstr "Agua"\n'


def test_a_catalogue_that_is_kept_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert translations(PO, tmp_path / "kept").gettext("Water") == "Agua"
    monkeypatch.setattr(catalogue, "_compiled", None)
    assert translations(PO, tmp_path / "kept").gettext("Water") == "Agua"


def test_a_catalogue_that_changed_is_read(tmp_path: Path) -> None:
    translations(PO, tmp_path)
    assert translations(PO.replace(b"Agua", b"Auga"), tmp_path).gettext("Water") == "Auga"


@pytest.mark.parametrize("damaged", [b"", b"x", b"\xde\x12\x04\x95", b"\xde\x12\x04\x95" + bytes(range(40)) * 3])
def test_a_kept_catalogue_that_is_damaged_is_read_again(tmp_path: Path, damaged: bytes) -> None:
    translations(PO, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damaged)
    assert translations(PO, tmp_path).gettext("Water") == "Agua"


def test_where_nothing_can_be_kept_a_catalogue_is_read(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder")
    assert translations(PO, tmp_path / "kept").gettext("Water") == "Agua"


def test_what_is_no_catalogue_is_said_and_not_kept(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError):
        translations(b'msgid "a\n', tmp_path)
    assert not list(tmp_path.iterdir())
