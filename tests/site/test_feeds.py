"""RSS of each language and category, as readers of feeds get it."""

from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import lxml.html
import pytest

from tests.site.building import Built, text_of
from tests.site.links import addresses, loaded

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}link"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
FEEDS = {
    "feed.xml": ["/posts/fuente/", "/posts/mercado/", "/posts/bus/", "/posts/biblioteca/", "/arboles/"],
    "en/feed.xml": ["/en/posts/fountain/", "/en/posts/the-library-bus/", "/en/posts/what-the-crier-said/"],
    "pt/feed.xml": ["/pt/posts/fonte/", "/pt/posts/onibus/"],
    "categorias/proyectos/feed.xml": ["/posts/fuente/", "/posts/biblioteca/"],
    "categorias/cronicas/feed.xml": ["/posts/mercado/", "/posts/bus/"],
    "categorias/opinion/feed.xml": ["/arboles/"],
    "en/categories/projects/feed.xml": ["/en/posts/fountain/", "/en/posts/the-library-bus/"],
    "en/categories/opinion/feed.xml": ["/en/posts/what-the-crier-said/"],
    "pt/categorias/projetos/feed.xml": ["/pt/posts/fonte/"],
    "pt/categorias/reportagens/feed.xml": ["/pt/posts/onibus/"],
}


def channel(plaza: Built, name: str) -> ET.Element:
    found = ET.parse(plaza.folder / name).getroot().find("channel")
    assert found is not None
    return found


def item(plaza: Built, path: str, name: str = "feed.xml") -> ET.Element:
    link = f"https://example.org{path}"
    return next(one for one in channel(plaza, name).iter("item") if one.findtext("link") == link)


def test_there_is_a_feed_for_each_language_and_each_of_its_categories(plaza: Built) -> None:
    assert {name for name in plaza.files if name.endswith("feed.xml")} == set(FEEDS)


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_valid_xml_of_its_language_and_holds_its_posts_newest_first(plaza: Built, name: str) -> None:
    found = channel(plaza, name)
    links = [one.findtext("link") for one in found.iter("item")]
    assert links == [f"https://example.org{path}" for path in FEEDS[name]]
    assert found.findtext("language") == (name[:2] if name[2] == "/" else "es")
    own = found.find(ATOM)
    assert own is not None and (own.get("rel"), own.get("href")) == ("self", f"https://example.org/{name}")
    dates = [parsedate_to_datetime(one.findtext("pubDate") or "") for one in found.iter("item")]
    assert dates == sorted(dates, reverse=True)


def test_an_item_holds_the_whole_post(plaza: Built) -> None:
    text = text_of(lxml.html.fromstring(item(plaza, "/posts/fuente/").findtext(CONTENT) or ""))
    body = plaza.page("/posts/fuente/").tree.xpath("//div[contains(@class, 'prose')]")[0]
    for paragraph in body.iter("p", "h2", "td", "figcaption"):
        assert text_of(paragraph).removesuffix("↩").strip() in text
    assert "La fuente, el primer sábado con agua desde 2019." in text


@pytest.mark.parametrize("name", FEEDS)
def test_every_address_in_an_item_is_absolute_and_nothing_in_it_runs(plaza: Built, name: str) -> None:
    for one in channel(plaza, name).iter("item"):
        tree = lxml.html.fragment_fromstring(one.findtext(CONTENT) or "", create_parent="div")
        assert all(written.startswith(("https://", "http://", "mailto:")) for written in addresses(tree))
        assert all(written.startswith("https://example.org/") for written in loaded(tree))
        assert not tree.xpath("//iframe | //script | //style | //@style | //@*[starts-with(name(), 'on')]")


def test_an_item_carries_author_category_and_the_cover_with_its_true_length(plaza: Built) -> None:
    found = item(plaza, "/posts/fuente/")
    assert found.findtext(CREATOR) == "Rosa Millán"
    assert [category.text for category in found.iter("category")] == ["Proyectos"]
    enclosure = found.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {
        "url": "https://example.org/images/fuente.png",
        "length": str((plaza.folder / "images" / "fuente.png").stat().st_size),
        "type": "image/png",
    }


def test_a_video_is_a_link_in_the_feed(plaza: Built) -> None:
    tree = lxml.html.fromstring(item(plaza, "/posts/mercado/").findtext(CONTENT) or "")
    assert {"https://www.youtube.com/watch?v=3axWZ7mTpVQ", "https://vimeo.com/76979871"} <= set(addresses(tree))


def test_no_two_items_of_the_site_share_an_id_and_one_post_has_the_same_in_every_feed(plaza: Built) -> None:
    known: dict[str, str] = {}
    for name in FEEDS:
        for one in channel(plaza, name).iter("item"):
            guid = one.find("guid")
            assert guid is not None and guid.get("isPermaLink") == "false"
            assert known.setdefault(guid.text or "", one.findtext("link") or "") == one.findtext("link")
    assert len(known) == len(set(known.values())) == 10


def test_a_feed_says_when_its_posts_changed_and_not_when_it_was_built(plaza: Built) -> None:
    changed = parsedate_to_datetime(channel(plaza, "categorias/opinion/feed.xml").findtext("lastBuildDate") or "")
    assert changed.isoformat() == "2025-06-20T00:00:00-04:00"


def test_every_page_names_the_feed_of_its_language(plaza: Built) -> None:
    feeds = {"es": "feed.xml", "en": "en/feed.xml", "pt": "pt/feed.xml"}
    for page in plaza.every_page:
        urls = page.all("//link[@type='application/rss+xml']/@href")
        assert f"https://example.org/{feeds[page.lang]}" in urls, page.path
    links = plaza.page("/categorias/opinion/").all("//main//a/@href")
    assert "https://example.org/categorias/opinion/feed.xml" in links
