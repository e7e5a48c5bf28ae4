"""Posts as a Jekyll blog leaves them: what is wrong is named, and the rest needs no change."""

from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import lxml.html
import pytest

from tests.site.building import FIXTURES, SITEURL, Built, build_site, check_site, text_of
from tests.site.links import addresses, faults, foreign, loaded

SETTINGS = FIXTURES / "jekyll" / "pelicanconf.py"
FOUND = FIXTURES / "jekyll" / "found"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
POSTS = ["/posts/parentesis/", "/posts/abrimos-el-buzon/", "/posts/gobiernos-abiertos/"]
MESSAGE = "Un buzón sin nombre ni remite: así funciona #BuzónAbierto. Aquí lo cuenta @laplaza"


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build_site(SETTINGS, tmp_path_factory.mktemp("jekyll") / "site")
    assert built.status == 0
    return built


def items(blog: Built, name: str = "feed.xml") -> dict[str, ET.Element]:
    found = ET.parse(blog.folder / name).getroot().iter("item")
    return {(one.findtext("link") or "").removeprefix(SITEURL): one for one in found}


def test_as_it_was_found_each_mistake_is_named_once() -> None:
    outcome = check_site(SETTINGS, PATH=str(FOUND)).outcome
    assert outcome is not None
    found = [(one.location.path, one.location.span.line, one.rule, one.severity.value) for one in outcome.diagnostics]
    old, letters, bracket = (
        "posts/2018-07-17-gobiernos-abiertos.md",
        "posts/2018-11-20-abrimos-el-buzon.md",
        "posts/2019-03-29-parentesis.markdown",
    )
    assert found == [
        (old, 10, "alt-missing", "warning"),
        (old, 10, "caption-uncredited", "warning"),
        (old, 10, "picture-remote", "warning"),
        (letters, 11, "alt-missing", "error"),
        (letters, 11, "caption-uncredited", "warning"),
        (letters, 11, "picture-remote", "warning"),
        (letters, 12, "caption-missing", "error"),
        (letters, 16, "heading-bold", "warning"),
        (letters, 22, "link-syntax", "error"),
        (letters, 27, "heading-bold", "warning"),
        (letters, 29, "iframe-video", "warning"),
        # The colon hides the rest of this front matter, the bracket in its date too.
        (bracket, 12, "front-matter-unreadable", "error"),
    ]


def test_repaired_nothing_is_left_but_that_its_pictures_are_elsewhere() -> None:
    outcome = check_site(SETTINGS).outcome
    assert outcome is not None
    assert {(one.rule, one.severity.value) for one in outcome.diagnostics} == {("picture-remote", "warning")}


def test_the_posts_are_on_the_front_page_the_highlighted_one_first(blog: Built) -> None:
    links = blog.page("/").all("//main//article//*[self::h2 or self::h3]/a/@href")
    assert links == [POSTS[2], POSTS[0], POSTS[1]]


def test_a_category_written_as_a_text_or_as_a_list_is_one(blog: Built) -> None:
    assert blog.page("/categorias/").all("//main//li/a") == ["Proyecto"]
    assert blog.page("/categorias/proyecto/").all("//main//article//h2/a/@href") == POSTS


@pytest.mark.parametrize(
    ("path", "moment"),
    [
        (POSTS[0], "2019-03-29T12:00:00-03:00"),
        (POSTS[1], "2018-11-20T14:30:00-03:00"),
        (POSTS[2], "2018-07-17T12:00:00-03:00"),
    ],
)
def test_a_date_is_understood_with_and_without_a_blank_before_its_zone(blog: Built, path: str, moment: str) -> None:
    assert blog.page(path).all("//main/article[1]//header//time/@datetime") == [moment]


def test_a_file_that_ends_in_markdown_is_a_post_like_any_other(blog: Built) -> None:
    assert "El texto está bien." in blog.page(POSTS[0]).main


def test_the_feed_holds_the_whole_of_each_post(blog: Built) -> None:
    found = items(blog)
    assert list(found) == POSTS == list(items(blog, "categorias/proyecto/feed.xml"))
    for path, item in found.items():
        text = text_of(lxml.html.fragment_fromstring(item.findtext(CONTENT) or "", create_parent="div"))
        for paragraph in blog.page(path).tree.xpath("//div[contains(@class, 'prose')]//p"):
            assert text_of(paragraph) in text


def test_a_picture_on_another_host_is_named_and_linked_and_never_loaded(blog: Built) -> None:
    page = blog.page(POSTS[1])
    figure = "//main//figure[figcaption]"
    assert "El buzón, el día en que se abrió." in page.one(f"{figure}/figcaption")
    assert page.one(f"{figure}//a/@href") == "https://pictures.example/KCV09aL.jpg"
    assert "pictures.example" in page.one(f"{figure}//a")
    assert not page.all(f"{figure}//img")
    assert "https://pictures.example/KCV09aL.jpg" in set(
        addresses(lxml.html.fromstring(items(blog)[POSTS[1]].findtext(CONTENT) or ""))
    )


def test_no_page_and_no_feed_loads_anything_from_another_host(blog: Built) -> None:
    for page in blog.every_document:
        assert not [address for address in loaded(page.tree) if foreign(address, SITEURL)], page.path
        assert not page.all("//iframe")
    for item in items(blog).values():
        tree = lxml.html.fragment_fromstring(item.findtext(CONTENT) or "", create_parent="div")
        assert not [address for address in loaded(tree) if foreign(address, SITEURL)]


def test_a_pasted_player_is_a_link_to_the_video(blog: Built) -> None:
    page = blog.page(POSTS[1])
    assert page.one("//main//a[@data-embed]/@href") == "https://www.youtube.com/watch?v=3axWZ7mTpVQ"
    embed = urlsplit(page.one("//main//a[@data-embed]/@data-embed"))
    assert embed.netloc + embed.path == "www.youtube-nocookie.com/embed/3axWZ7mTpVQ"


def test_a_share_message_with_signs_and_accents_arrives_whole(blog: Built) -> None:
    page = blog.page(POSTS[1])
    address = SITEURL + POSTS[1]
    link = page.one("//main//a[contains(@class, 'share-x')]/@href")
    assert "#" not in link and "@" not in link
    assert parse_qs(urlsplit(link).query) == {"text": [MESSAGE], "url": [address]}
    link = page.one("//main//a[contains(@class, 'share-whatsapp')]/@href")
    assert parse_qs(urlsplit(link).query) == {"text": [f"{MESSAGE} {address}"]}


def test_attributes_of_kramdown_belong_to_the_paragraph_above_and_are_no_text(blog: Built) -> None:
    page = blog.page(POSTS[1])
    assert page.one("//main//p[contains(concat(' ', @class, ' '), ' aviso ')]") == "Un párrafo con su clase."
    assert "{:" not in page.main


def test_bold_lists_emoji_and_the_links_of_the_text_survive(blog: Built) -> None:
    page = blog.page(POSTS[1])
    assert page.all("//main//li/p/strong | //main//li/strong") == ["En el trato:", "En el camino."]
    assert page.one("//main//a[.='No Más Sobres']/@href") == "https://sobres.example/"
    assert "🇬🇪" in blog.page(POSTS[2]).main


def test_every_own_address_of_the_blog_leads_somewhere(blog: Built) -> None:
    assert faults(blog) == []
