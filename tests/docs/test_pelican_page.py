"""docs/developers/pelican.md says of every setting and signal of Pelican what becomes of it, and says it truly."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from blinker import Signal
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

import pelicanconf
from plugins.build.command import build
from plugins.generator.config import OWN
from plugins.generator.pelican_settings import HONOURED, REPLACED, WITHOUT_EFFECT, without_effect
from plugins.sharing import ROOM as SHARING

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "developers" / "pelican.md").read_text("utf-8")
WORDS = ("honoured", "replaced by", "without effect here")
SIGNALS = {name for name, value in vars(signals).items() if isinstance(value, Signal)}

# A site of one post, and a plugin-like ear at every signal.
RUN = """
import json, sys
from blinker import Signal
from pelican import Pelican
from pelican.plugins import signals
from pelican.settings import read_settings

fired, ears = set(), []
for name, value in vars(signals).items():
    if isinstance(value, Signal):
        ears.append(lambda sender, heard=name, **values: fired.add(heard))
        value.connect(ears[-1])
content, output = sys.argv[1:]
pelican = Pelican(read_settings("pelicanconf.py", override={"PATH": content, "OUTPUT_PATH": output}))
context = {}
ears.append(lambda generators: context.update(generators[0].context))
signals.all_generators_finalized.connect(ears[-1])
pelican.run()
named = {name: len(context[name]) for name in ("articles", "pages", "categories", "tags")}
print(json.dumps({"fired": sorted(fired), "context": named}))
"""
POST = """---
title: Agua limpia
date: 2026-03-02
intro: Lo esencial.
categories: Proyectos
tags: agua, salud
---
Hola.
"""


def section(title: str) -> str:
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    found = re.findall(r"^\| `(\w+)` \| (.*) \|$", section(title), re.MULTILINE)
    return [[name, *rest.split(" | ")] for name, rest in found]


def word(cell: str) -> str:
    return next(one for one in WORDS if cell == one or (one == "replaced by" and cell.startswith(one)))


@pytest.mark.parametrize("name", DEFAULT_CONFIG)
def test_every_setting_of_pelican_is_in_exactly_one_of_the_three_tables(name: str) -> None:
    assert [name in table for table in (HONOURED, REPLACED, WITHOUT_EFFECT)].count(True) == 1


def test_no_setting_is_in_two_tables() -> None:
    assert len(HONOURED | set(REPLACED) | WITHOUT_EFFECT) == len(HONOURED) + len(REPLACED) + len(WITHOUT_EFFECT)


def test_the_page_names_every_setting_once_under_the_right_word() -> None:
    found = rows("Pelican's settings")
    assert len(found) == len({row[0] for row in found})
    assert {row[0] for row in found if word(row[1]) == "honoured"} == HONOURED
    assert {row[0] for row in found if word(row[1]) == "replaced by"} == set(REPLACED)
    assert {row[0] for row in found if word(row[1]) == "without effect here"} == WITHOUT_EFFECT


def test_the_page_says_what_stands_in_the_place_of_a_feed() -> None:
    cells = {row[0]: row[1] for row in rows("Pelican's settings")}
    feeds = {name for name, (_, stands) in REPLACED.items() if stands == "plugins.feeds"}
    assert feeds
    assert {cells[name] for name in feeds} == {"replaced by `plugins.feeds`"}


def test_the_page_has_a_line_for_each_setting_of_ours() -> None:
    assert {row[0] for row in rows("Our own settings")} == {*OWN, *SHARING.settings}


def test_a_setting_that_changes_nothing_is_reported_even_when_pelican_completes_it_or_has_no_default() -> None:
    written = {"FEED_ALL_RSS": "feeds/all.rss.xml", "OUTPUT_SOURCES": True, "LOCALE": "es", "ARTICLE_EXCLUDES": []}
    assert {found.offence for found in without_effect(written, DEFAULT_CONFIG)} == set(written)


def test_a_misspelt_setting_is_reported_with_the_nearest_name() -> None:
    (found,) = without_effect({"LANGUAGE": {}, "SITENAME": "Plaza"}, DEFAULT_CONFIG)
    assert found.hint is not None
    assert (found.offence, found.hint.values["name"]) == ("LANGUAGE", "LANGUAGES")


def test_our_own_settings_file_has_no_setting_without_effect() -> None:
    written = {name: value for name, value in vars(pelicanconf).items() if name.isupper()}
    assert not list(without_effect(written, {*DEFAULT_CONFIG, *OWN, *SHARING.settings}))


def test_the_page_names_every_signal_once_with_one_of_the_three_words() -> None:
    found = rows("Signals")
    assert sorted(row[0] for row in found) == sorted(SIGNALS)
    assert all(word(row[1]) for row in found)


def test_the_signals_fire_as_the_page_says_and_pelican_builds_the_same_site_as_our_command(tmp_path: Path) -> None:
    content, ours, theirs = (tmp_path / name for name in ("content", "ours", "theirs"))
    (content / "posts").mkdir(parents=True)
    (content / "posts" / "2026-03-02-agua.md").write_text(POST, "utf-8")
    command = [sys.executable, "-c", RUN, str(content), str(theirs)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    said = json.loads(done.stdout.splitlines()[-1])
    assert {row[0] for row in rows("Signals") if row[2] == "yes"} == set(said["fired"])
    assert said["context"] == {"articles": 1, "pages": 0, "categories": 1, "tags": 2}
    assert {row[0] for row in rows("The context")} == set(said["context"])
    assert build(content=str(content), output=str(ours)) == 0
    assert files(ours) == files(theirs)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
