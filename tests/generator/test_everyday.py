"""The build without Pelican: only where it makes no difference, and then none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = """
import sys
sys.path.insert(0, ".")
from plugins.build.still import glance_at
from plugins.generator.everyday import build
wish = dict(content=None, output=None, drafts=False, strict=False, production=False)
status = build(glance_at(**wish), **wish)
print("PELICAN" if "pelican" in sys.modules else "ALONE")
sys.exit(status)
"""
POST = """---
title: {title}
date: 2026-03-02
intro: What this is about.
categories: [News]
---

{body}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was built by Pelican once: our code and theme, one post."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    (tmp_path / "content" / "posts").mkdir(parents=True)
    write(tmp_path, "Water", "Body.")
    assert build(tmp_path) == "PELICAN"
    return tmp_path


def write(project: Path, title: str, body: str) -> None:
    post = POST.format(title=title, body=body)
    (project / "content" / "posts" / "2026-03-02-water.en.md").write_text(post, encoding="utf-8")


def build(project: Path, status: int = 0) -> str:
    """Build, and say who built: `PELICAN` or `ALONE`."""
    done = subprocess.run([sys.executable, "-c", BUILD], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout.split()[-1]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_edit_is_built_without_pelican_and_gives_the_same_bytes(project: Path) -> None:
    write(project, "Clean water", "Another body.")
    assert build(project) == "ALONE"
    made = files(project / "output")
    assert b"Clean water" in made["en/index.html"]
    shutil.rmtree(project / "output")
    shutil.rmtree(project / ".pregon-cache")
    assert build(project) == "PELICAN"
    assert files(project / "output") == made


def test_an_error_of_the_content_stops_it_as_well(project: Path) -> None:
    before = files(project / "output")
    write(project, "", "No title.")
    assert build(project, status=1) == "ALONE"
    assert files(project / "output") == before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pelicanconf.py", "SITENAME = 'Otra plaza'\n"),
        ("plugins/core/slug.py", "# other code\n"),
        ("theme/templates/base.html", "{# strftime #}\n"),
    ],
)
def test_pelican_is_asked_when_its_part_may_have_changed(project: Path, file: str, text: str) -> None:
    assert (project / file).is_file()
    with (project / file).open("a", encoding="utf-8") as opened:
        opened.write(text)
    assert build(project) == "PELICAN"


@pytest.mark.parametrize(
    "setting",
    [
        "JINJA_FILTERS = {'shout': str.upper}",
        "PLUGIN_PATHS = ['.']",
        "ARTICLE_URL = '{slug}.html'",
        "TAGLINES = type('Words', (dict,), {})()",
    ],
)
def test_settings_that_are_more_than_plain_values_are_read_by_pelican_each_time(project: Path, setting: str) -> None:
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as opened:
        opened.write(setting + "\n")
    assert build(project) == "PELICAN"
    write(project, "Clean water", "Another body.")
    assert build(project) == "PELICAN"


def test_a_plugin_that_listens_to_pelican_is_heard_each_time(project: Path) -> None:
    (project / "ear.py").write_text(
        "from pelican.plugins import signals\n"
        "def hear(pelican):\n    print('heard')\n"
        "def register():\n    signals.finalized.connect(hear)\n",
        encoding="utf-8",
    )
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as opened:
        opened.write("PLUGINS.append('ear')\n")
    assert build(project) == "PELICAN"
    write(project, "Clean water", "Another body.")
    assert build(project) == "PELICAN"


def test_the_environment_of_a_terminal_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, "Clean water", "Another body.")
    monkeypatch.setitem(os.environ, "SOME_TERMINAL", "17")
    assert build(project) == "ALONE"


def test_a_record_of_published_addresses_counts_when_nothing_else_has_changed(project: Path) -> None:
    before = files(project / "output")
    record = project / "content" / ".published.json"
    record.write_text('{"addresses": {"/en/posts/old-water/": "posts/2026-03-02-water.en.md"}}', encoding="utf-8")
    assert build(project, status=1) == "ALONE"
    record.write_text('{"addresses": {"/en/posts/water/": "posts/2026-03-02-water.en.md"}}', encoding="utf-8")
    assert build(project) in ("ALONE", "STILL")
    record.write_text("{", encoding="utf-8")
    assert build(project, status=1) == "ALONE"
    record.unlink()
    build(project)
    assert files(project / "output") == before
