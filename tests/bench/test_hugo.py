"""The two Hugo sites: the same texts, and the equal one publishes what we publish."""

import json
from pathlib import Path

import pytest

from plugins.build.command import run
from plugins.build.outcome import Session
from tests.bench.sample import RESULT
from tools.bench.addresses import address
from tools.bench.comparison import comparison
from tools.bench.content import write_content
from tools.bench.corpus import documents, post
from tools.bench.hugo import settings, texts
from tools.bench.hugo.binary import find_hugo
from tools.bench.hugo.sites import HugoSite
from tools.bench.hugo.words import words
from tools.bench.measure import run as run_command
from tools.bench.project import SITEURL, count_html

ROOT = Path(__file__).parents[2]
POSTS = 30
HUGO = find_hugo()
hugo_is_there = pytest.mark.skipif(HUGO is None, reason="Hugo is not installed")


def test_settings_are_json_and_have_our_addresses() -> None:
    found = json.loads(json.dumps(settings.equivalent()))
    assert found["languages"]["pt"]["permalinks"]["term"]["tags"] == "/etiquetas/:slug/"
    assert found["languages"]["en"]["pagination"] == {"pagerSize": 12, "path": "page", "disableAliases": True}
    assert json.loads(json.dumps(settings.plain()))["pagination"] == {"pagerSize": 10}


def test_words_are_those_of_our_catalogues_in_hugos_form() -> None:
    found = words("es")
    assert found["Skip to the content"] == "Ir al contenido"
    assert found["%(count)s post"] == {"one": "{{ .Count }} publicación", "other": "{{ .Count }} publicaciones"}
    assert found["Page %(number)s of %(last)s"] == "Página {{ .number }} de {{ .last }}"


def test_a_post_keeps_what_it_has_under_hugos_names() -> None:
    document = post(11, POSTS)
    text = texts.equivalent(document)
    assert 'aliases:\n  - "/blog/11/"\n' in text
    assert f"title: {json.dumps(document.front['title'], ensure_ascii=False)}" in text
    assert "\nyears:\n" in text
    assert "redirect_from" not in text


def test_links_between_files_become_hugos_own() -> None:
    document = post(3, POSTS)._replace(body="[A](2020-01-01-x.en.md) and [B](https://example.org/y.html)\n")
    assert '[A]({{< relref "2020-01-01-x" >}}) and [B](https://example.org/y.html)' in texts.equivalent(document)
    assert "[A](/z/) and" in texts.plain(document, {"2020-01-01-x.en": "/z/"})


def test_shares_are_laid_out_beside_their_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    half = RESULT._replace(cpu=RESULT.cpu / 2, peak=RESULT.peak * 3, html=RESULT.html)
    lines = list(comparison({"cold": RESULT}, {"cold": RESULT}, {"cold": half}))
    assert len(lines) == 4
    assert lines[1].split() == [
        "cold",
        "12.35",
        "12.35",
        "1.000",
        "≤",
        "1.0",
        "yes",
        "6.17",
        "2.000",
        "≤",
        "2.2",
        "yes",
    ]
    assert lines[2].split()[:6] == ["cold", "memory", "150", "150", "1.000", "≤"]
    assert "costs 2.00 times the plain one" in lines[3]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pregón's own output of the same texts."""
    folder = tmp_path_factory.mktemp("pregon")
    write_content(folder / "content", documents(POSTS))
    places = {"PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "output"), "SITEURL": SITEURL}
    assert run(Session("build"), ROOT / "pelicanconf.py", places) == 0
    return folder / "output"


@hugo_is_there
def test_the_equal_site_has_our_pages_and_feeds(published: Path, tmp_path: Path) -> None:
    assert HUGO
    site = HugoSite(tmp_path / "site", HUGO, "equivalent")
    site.make(ROOT, list(documents(POSTS)))
    done = run_command([str(HUGO)], site.folder, {"HUGO_CACHEDIR": str(tmp_path / "cache"), "PATH": ""})
    assert "WARN" not in done.printed
    assert abs(count_html(site.output) / count_html(published) - 1) < 0.05
    feeds = {path.relative_to(published) for path in published.rglob("feed.xml")}
    # Hugo has a page and a feed for a category without posts, too.
    assert feeds <= {path.relative_to(site.output) for path in site.output.rglob("feed.xml")}
    for path in feeds:
        ours, theirs = ((folder / path).read_text("utf-8") for folder in (published, site.output))
        assert ours.count("<item>") == theirs.count("<item>")
    page = (site.output / address(post(0, POSTS)).lstrip("/") / "index.html").read_text("utf-8")
    assert page.count("hreflang=") >= 4
    assert page.count('class="share-') == 7
    assert 0 < page.count('class="entry ') <= 3


@hugo_is_there
def test_an_edit_of_the_plain_site_is_seen(tmp_path: Path) -> None:
    assert HUGO
    site = HugoSite(tmp_path / "site", HUGO, "plain")
    site.make(ROOT, list(documents(POSTS)))
    site.build()
    site.clear()
    assert not site.output.exists()
    assert site.edit(post(19, POSTS), "Rabanito").stayed == 0
    assert len(list(site.output.rglob("index.xml"))) == 1
