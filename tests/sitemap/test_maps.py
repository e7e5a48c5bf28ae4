"""Which files the sitemap is."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from plugins.core.output import Inputs, Listed, Output, RenderContext, given
from plugins.core.url import Address
from plugins.sitemap import ROOM
from plugins.sitemap.maps import maps, products, split, weight
from plugins.sitemap.urls import Urls, render_urls, to_xml
from tests.factory import Context, site

ADDRESS = Address("https://ejemplo.org")
# What XML neither forbids nor changes.
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn"])
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


class Empty(Inputs, frozen=True):
    pass


def nothing(inputs: Empty, context: RenderContext) -> bytes:
    return b""


def a_page(url: str, **values: Any) -> Output:
    line = Listed(f"https://ejemplo.org{url}", **values)
    return Output(url, given(Empty()), nothing, listed=lambda: line)


def entries(count: int) -> list[Listed]:
    return [Listed(f"https://ejemplo.org/{number:04}/") for number in range(count)]


def rendered(outputs: list[Output]) -> dict[str, bytes]:
    return {output.path: output.render(output.inputs, Context()) for output in outputs}


def locations(xml: bytes) -> list[str | None]:
    return [found.text for found in ET.fromstring(xml).iterfind(".//s:loc", NAMES)]


def test_every_listed_output_stands_in_it_in_the_order_of_addresses() -> None:
    hidden = Output("404.html", Empty(), nothing)
    found = rendered(list(products(site(), (a_page("/b/"), hidden, a_page("/a/")))))
    assert locations(found["sitemap.xml"]) == ["https://ejemplo.org/a/", "https://ejemplo.org/b/"]


def test_a_page_names_its_translations_and_when_it_changed() -> None:
    alternates = (
        ("es", "https://ejemplo.org/"),
        ("en", "https://ejemplo.org/en/"),
        ("x-default", "https://ejemplo.org/"),
    )
    listed = a_page("/", alternates=alternates, changed="2026-03-02T09:00:00-03:00")
    url = ET.fromstring(rendered(list(products(site(), (listed,))))["sitemap.xml"]).find("s:url", NAMES)
    assert url is not None
    assert url.findtext("s:lastmod", namespaces=NAMES) == "2026-03-02T09:00:00-03:00"
    links = [(link.get("hreflang"), link.get("href")) for link in url.findall("x:link", NAMES)]
    assert links == list(alternates)
    assert {link.get("rel") for link in url.findall("x:link", NAMES)} == {"alternate"}


def test_a_page_without_a_date_claims_none() -> None:
    assert "lastmod" not in to_xml(Listed("https://ejemplo.org/"))


def test_signs_in_an_address_are_escaped() -> None:
    xml = render_urls(Urls(entries=(Listed("https://ejemplo.org/a&b/"),)), Context())
    assert locations(xml) == ["https://ejemplo.org/a&b/"]


@over(st.text(LETTERS), st.text(LETTERS), st.lists(st.tuples(st.text(LETTERS), st.text(LETTERS)), max_size=3))
def test_any_text_comes_back_as_it_was(url: str, changed: str, alternates: list[tuple[str, str]]) -> None:
    xml = render_urls(Urls(entries=(Listed(url, tuple(alternates), changed),)), Context())
    found = ET.fromstring(xml)
    assert (found.findtext("s:url/s:loc", "", NAMES), found.findtext("s:url/s:lastmod", "", NAMES)) == (url, changed)
    links = found.findall("s:url/x:link", NAMES)
    assert [(link.get("hreflang"), link.get("href")) for link in links] == alternates


def test_writing_one_leaves_the_prefixes_of_the_process_alone() -> None:
    before = dict(ET._namespace_map)  # type: ignore[attr-defined]
    render_urls(Urls(entries=(Listed("https://ejemplo.org/", (("es", "https://ejemplo.org/"),)),)), Context())
    assert ET._namespace_map == before  # type: ignore[attr-defined]


def test_within_the_limit_it_is_one_file() -> None:
    assert [output.path for output in maps(entries(3), ADDRESS, most_urls=3)] == ["sitemap.xml"]


def test_past_the_limit_it_is_an_index_and_its_parts() -> None:
    found = rendered(list(maps(entries(5), ADDRESS, most_urls=2)))
    assert set(found) == {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"}
    assert ET.fromstring(found["sitemap.xml"]).tag == f"{{{NAMES['s']}}}sitemapindex"
    parts = locations(found["sitemap.xml"])
    assert parts == [f"https://ejemplo.org/sitemap-{number}.xml" for number in (1, 2, 3)]
    listed = [url for number in (1, 2, 3) for url in locations(found[f"sitemap-{number}.xml"])]
    assert listed == [entry.url for entry in entries(5)]


def test_no_part_is_heavier_than_the_limit() -> None:
    found = rendered(list(maps(entries(40), ADDRESS, most_bytes=1000)))
    assert len(found) > 2
    assert all(len(xml) <= 1000 for path, xml in found.items() if path != "sitemap.xml")


def test_a_single_entry_past_the_weight_is_not_lost() -> None:
    assert list(split(entries(2), 10, 1)) == [(entries(2)[0],), (entries(2)[1],)]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_an_entry_never_weighs_less_than_it_takes(count: int) -> None:
    alternates = tuple((f"l{number}", "https://ejemplo.org/&ñ/") for number in range(count))
    entry = Listed("https://ejemplo.org/a&b/", alternates, "2026-03-02T09:00:00-03:00")
    assert weight(entry) >= len(to_xml(entry).encode())


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    found = rendered(list(products(site(), (a_page("/"),))))
    assert found["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://ejemplo.org/sitemap.xml",
    ]


def test_an_empty_site_has_no_sitemap_and_does_not_name_one() -> None:
    assert rendered(list(products(site(), ()))) == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_the_room_looks_at_the_whole_plan_in_the_third_wave() -> None:
    assert ROOM.products is not None
    assert {output.wave for output in ROOM.products(site(), (a_page("/"),))} == {3}


def test_the_order_of_the_plan_does_not_matter() -> None:
    pages = (a_page("/a/"), a_page("/b/"))
    assert rendered(list(products(site(), pages))) == rendered(list(products(site(), pages[::-1])))
