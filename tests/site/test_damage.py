"""What is kept between two builds may be damaged in any way: the site is right, and nobody sees a traceback."""

import sqlite3
from pathlib import Path

import pytest

from plugins.build.place import DOCUMENTS, cache_folder
from tests.site.building import Built, build_plaza, tree_of


def lose_bodies(folder: Path) -> None:
    """Every body is gone, and every page has to be made again."""
    with sqlite3.connect(cache_folder(folder) / DOCUMENTS) as db:
        db.execute("DELETE FROM bodies")
    db.close()


def spoil_bodies(folder: Path) -> None:
    """Every body says something else."""
    with sqlite3.connect(cache_folder(folder) / DOCUMENTS) as db:
        db.execute("UPDATE bodies SET html = html || '<p>Otra cosa</p>'")
    db.close()


@pytest.mark.parametrize("damage", [lose_bodies, spoil_bodies])
def test_bodies_that_are_lost_or_spoilt_are_read_again(
    damage: object, tmp_path: Path, plaza: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    built = build_plaza(tmp_path)
    assert callable(damage)
    damage(built.folder)
    for page in built.folder.rglob("index.html"):
        page.unlink()
    again = build_plaza(tmp_path)
    assert again.status == 0
    assert tree_of(again.folder) == tree_of(plaza.folder)
    assert "dañado" in capsys.readouterr().err
