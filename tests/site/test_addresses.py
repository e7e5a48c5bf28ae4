"""Addresses: every own one answers, each file is known, search engines get the whole list."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from plugins.build.manifest import content_digest
from tests.site.building import PLAZA, ROOT, SITEURL, Built, build_site
from tests.site.links import addresses, faults

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def urls(built: Built) -> dict[str, ET.Element]:
    root = ET.parse(built.folder / "sitemap.xml").getroot()
    return {one.findtext("s:loc", "", NAMESPACES): one for one in root.findall("s:url", NAMESPACES)}


def test_every_own_address_leads_somewhere(plaza: Built) -> None:
    assert faults(plaza) == []


def test_every_own_address_of_the_sample_leads_somewhere_too(tmp_path: Path) -> None:
    # Its newest post is of October 2026.
    sample = build_site(ROOT / "pelicanconf.py", tmp_path / "site", today="1798761600", SITEURL=f"{SITEURL}/sample")
    assert sample.status == 0 and faults(sample) == []


def test_in_a_folder_every_own_address_begins_there_and_leads_somewhere(plaza_in_a_folder: Built) -> None:
    assert faults(plaza_in_a_folder) == []


def test_in_a_folder_links_are_paths_from_that_folder(plaza_in_a_folder: Built) -> None:
    for page in plaza_in_a_folder.every_document:
        own = [written for written in addresses(page.tree) if written.startswith("/")]
        assert own and all(written.startswith("/campanas/") for written in own), page.path


def test_a_site_in_a_folder_has_the_same_files(plaza: Built, plaza_in_a_folder: Built) -> None:
    assert plaza_in_a_folder.files == plaza.files


def test_the_checker_of_this_test_finds_a_dead_link_a_dead_part_and_a_way_out(plaza: Built, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<body><img srcset="/a/no.png 2x"><a href="/a/#no">x</a><a href="/b/">y</a><a href="/a/">z</a></body>'
    )
    found = faults(Built(tmp_path, "https://example.org/a", 0, plaza.session))
    assert found == [
        "/: /a/no.png leads nowhere",
        "/: /a/#no names a part that is not there",
        "/: /b/ leads out of /a/",
    ]


def test_every_file_is_in_the_manifest_with_its_digest_and_none_besides(plaza: Built) -> None:
    outputs = plaza.manifest.outputs
    assert set(outputs) == plaza.files
    for name, made in outputs.items():
        assert content_digest((plaza.folder / name).read_bytes()) == made.content


def test_the_plan_is_the_site(plaza: Built) -> None:
    assert plaza.session.outcome is not None
    assert {output.path for output in plaza.session.outcome.plan} == plaza.files


def test_the_sitemap_lists_every_page_that_may_be_found_and_no_other(plaza: Built) -> None:
    findable = {page.one("//link[@rel='canonical']/@href") for page in plaza.every_page if page.path != "/404.html"}
    assert set(urls(plaza)) == findable


def test_the_sitemap_names_the_same_translations_as_the_pages(plaza: Built) -> None:
    for loc, url in urls(plaza).items():
        page = plaza.page(loc.removeprefix("https://example.org"))
        links = {(link.get("hreflang"), link.get("href")) for link in url.findall("x:link", NAMESPACES)}
        expected = zip(page.all("//link[@hreflang]/@hreflang"), page.all("//link[@hreflang]/@href"), strict=True)
        assert links == set(expected), loc


def test_the_sitemap_says_when_a_post_changed(plaza: Built) -> None:
    found = urls(plaza)
    assert found["https://example.org/posts/bus/"].findtext("s:lastmod", "", NAMESPACES) == "2026-01-20"
    assert found["https://example.org/acerca/"].find("s:lastmod", NAMESPACES) is None


@pytest.mark.parametrize(
    ("path", "written"), [("/en/experiences/town-meeting/", "2012-03"), ("/experiencias/huerto/", "2019")]
)
def test_no_date_is_more_precise_than_its_writer_meant_it(plaza: Built, path: str, written: str) -> None:
    """A month is no first day of the month."""
    page = plaza.page(path)
    assert page.all("//main/article[1]//time/@datetime") == [written]
    assert page.all("//meta[@property='article:published_time']/@content") in ([], [written])
    changed = urls(plaza)[f"https://example.org{path}"].find("s:lastmod", NAMESPACES)
    assert changed is None or changed.text == written


def test_robots_may_read_everything_and_are_told_of_the_sitemap(plaza: Built) -> None:
    lines = (plaza.folder / "robots.txt").read_text().splitlines()
    assert "Sitemap: https://example.org/sitemap.xml" in lines
    assert not [line for line in lines if line.startswith("Disallow: /")]


@pytest.mark.parametrize("former", ["/2026/03/02/fuente/", "/fuente.html"])
def test_a_former_address_sends_the_reader_on_without_a_program(plaza: Built, former: str) -> None:
    page = plaza.page(former)
    assert page.one("//meta[@http-equiv='refresh']/@content") == "0; url=/posts/fuente/"
    assert page.one("//link[@rel='canonical']/@href") == "https://example.org/posts/fuente/"
    assert page.one("//meta[@name='robots']/@content") == "noindex"
    assert page.one("//main//a/@href") == "/posts/fuente/"
    assert not page.all("//script")


def test_a_permalink_is_the_whole_address(plaza: Built) -> None:
    assert plaza.has("/arboles/") and not plaza.has("/posts/arboles/")


def test_downloads_and_pictures_are_published_under_their_own_path(plaza: Built) -> None:
    assert {"documents/acta.pdf", "images/fuente.png", "images/banco.jpg"} <= plaza.files
    assert not [name for name in plaza.files if name.startswith("data/") or name.endswith(".md")]


def test_what_is_planned_no_longer_is_removed_and_files_of_others_stay(tmp_path: Path) -> None:
    output = tmp_path / "site"
    before = build_site(PLAZA, output).files
    (output / "CNAME").write_text("example.org")
    second = build_site(PLAZA, output, DEFAULT_PAGINATION=10)
    assert not second.has("/posts/pagina/2/") and not (output / "posts" / "pagina").exists()
    assert second.files - before == {"CNAME"}
    assert set(second.manifest.outputs) == second.files - {"CNAME"}
    third = build_site(PLAZA, output, DEFAULT_PAGINATION=10)
    assert third.session.written is not None
    assert (third.session.written.written, third.session.written.removed) == (0, 0)
