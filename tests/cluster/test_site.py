"""A site made by a cluster is, byte by byte, the one that a single process makes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.build.rendering import Rendering
from plugins.generator import looking, media
from tests.cluster.machines import Machines
from tests.site.building import PLAZA, Built, build_site, check_site, tree_of

POSTS = 300
THEME = Path(__file__).parents[2] / "theme"
POST = """---
title: "Acta {number}: «agua»"
intro: Lo que pasó el día {day}.
categories: Proyectos
tags: agua, barrio-{tag}
---
# Un "título" {number}

Ver [la de antes](2025-01-01-acta-0.md) y ![un dibujo](/images/acta-{number}.png "Dibujo {number}").

- uno
- dos *con* énfasis

## Segunda parte

| a | b |
| - | - |
| {number} | 2 |
"""
# A filter and a test as a settings file may bring them: in no module that a worker could import.
SETTINGS = """
def _loud(text):
    return text.upper() + SIGN

SIGN = "¡!"
JINJA_FILTERS = {"loud": _loud}
JINJA_TESTS = {"long": lambda text: len(text) > 12}
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plaza, many more posts, and a picture with metadata for each."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    folder = tmp_path_factory.mktemp("many") / "content"
    shutil.copytree(PLAZA.parent / "content", folder)
    (folder / "images").mkdir(exist_ok=True)
    told = PngInfo()
    told.add_text("Author", "nadie")
    for number in range(POSTS):
        day = f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}" if number else "2025-01-01"
        text = POST.format(number=number, day=day, tag=number % 5)
        (folder / "posts" / f"{day}-acta-{number}.md").write_text(text, "utf-8")
        Image.new("RGB", (4, 3), (number % 256, 0, 0)).save(folder / "images" / f"acta-{number}.png", pnginfo=told)
    return folder


@pytest.fixture(scope="module")
def alone(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of one process."""
    built = build_site(PLAZA, tmp_path_factory.mktemp("alone") / "site", PATH=str(content), PROCESSES=1)
    assert built.status == 0
    return built


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing big is done in this process."""

    def refused(*_: object) -> Any:
        raise AssertionError("done in this process")

    for owner, name in ((Rendering, "_one"), (looking, "_read"), (media, "_measured")):
        monkeypatch.setattr(owner, name, refused)
    yield


@pytest.mark.usefixtures("elsewhere")
def test_the_tree_is_the_same(cluster: Machines, content: Path, alone: Built, tmp_path: Path) -> None:
    built = build_site(PLAZA, tmp_path / "site", PATH=str(content), DASK_SCHEDULER=cluster.address)
    assert built.status == 0
    one, far = tree_of(alone.folder), tree_of(built.folder)
    assert sorted(one) == sorted(far)
    assert [name for name in one if one[name] != far[name]] == []
    assert len(one) > 3 * POSTS


def test_both_can_go_on_where_the_other_ended(cluster: Machines, content: Path, alone: Built, tmp_path: Path) -> None:
    def build(**settings: Any) -> tuple[int, int, int]:
        written = build_site(PLAZA, tmp_path / "site", PATH=str(content), **settings).session.written
        assert written
        return written.written, written.kept, written.removed

    count = len(alone.files)
    assert build(DASK_SCHEDULER=cluster.address) == (count, 0, 0)
    assert build(PROCESSES=1) == (0, count, 0)
    assert build(DASK_SCHEDULER=cluster.address, SITENAME="Otra")[0] > POSTS
    assert build(PROCESSES=1, SITENAME="Otra") == (0, count, 0)


def test_mistakes_are_the_same_in_the_same_order(cluster: Machines, content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    for number, path in enumerate(sorted((folder / "posts").glob("*acta*"))[::20]):
        path.write_text(path.read_text("utf-8") + f"\n[nada](no-{number}.md)\n\n<font>x</font>\n", "utf-8")
    (folder / "images" / "acta-7.png").write_bytes(b"x")
    here = check_site(PLAZA, PATH=str(folder), PROCESSES=1).outcome
    far = check_site(PLAZA, PATH=str(folder), DASK_SCHEDULER=cluster.address).outcome
    assert here
    assert far
    assert len(here.errors) > POSTS / 20
    assert here.diagnostics == far.diagnostics


def themed(folder: Path, source: str) -> dict[str, Any]:
    """A theme whose posts say `source`."""
    shutil.copytree(THEME, folder / "theme")
    path = folder / "theme" / "templates" / "layouts" / "post.html"
    path.write_text(path.read_text("utf-8").replace("{% block content %}\n", f"{{% block content %}}\n{source}", 1))
    return {"THEME": str(folder / "theme")}


def test_a_template_that_fails_there_is_named_as_it_is_here(
    cluster: Machines, content: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = {"PATH": str(content), **themed(tmp_path, "{{ not_there }}")}
    said = []
    for name, more in (("one", {"PROCESSES": 1}), ("far", {"DASK_SCHEDULER": cluster.address})):
        built = build_site(PLAZA, tmp_path / name / "site", **settings, **more)
        assert (built.status, built.files) == (1, set())
        said.append(capfd.readouterr().err)
    assert "layouts/post.html" in said[0]
    assert said[0] == said[1]


def test_filters_and_tests_of_the_settings_travel(cluster: Machines, content: Path, tmp_path: Path) -> None:
    settings = tmp_path / "ownconf.py"
    settings.write_text(PLAZA.read_text("utf-8") + SETTINGS, "utf-8")
    shared = {"PATH": str(content), **themed(tmp_path, "{{ 'hola'|loud }}{{ 'yes' if title is long }}\n")}
    one = build_site(settings, tmp_path / "one" / "site", **shared, PROCESSES=1)
    far = build_site(settings, tmp_path / "far" / "site", **shared, DASK_SCHEDULER=cluster.address)
    assert (one.status, far.status) == (0, 0)
    assert tree_of(one.folder) == tree_of(far.folder)
    assert any("HOLA¡!" in page.html for page in far.every_page)


def test_a_cluster_that_is_not_there_is_one_clear_error(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from plugins.build import cluster_line

    monkeypatch.setattr(cluster_line, "ANSWER", 0.3)
    built = build_site(PLAZA, tmp_path / "site", PATH=str(content), DASK_SCHEDULER="tcp://127.0.0.1:1")
    said = capfd.readouterr().err
    assert (built.status, built.files) == (1, set())
    assert said.count("error[") == 1
    assert "error[cluster-unusable]" in said
    assert "Traceback" not in said
    assert "tcp://127.0.0.1:1" in said
    assert f"{PLAZA}:1:1" in said
