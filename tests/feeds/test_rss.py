"""The RSS document, read back."""

import locale
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from plugins.core.document import Post
from plugins.feeds.channels import outputs
from tests.factory import Context, body, media, moment, picture, post, site

DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
ATOM = "{http://www.w3.org/2005/Atom}"


def written(*posts: Post, html: str = "<p>Cuerpo.</p>") -> bytes:
    (feed,) = [o for o in outputs(site(*posts, media=[media()])) if o.path == "feed.xml"]
    return feed.render(feed.inputs, Context({"cuerpo": html}))


def channel(*posts: Post, html: str = "<p>Cuerpo.</p>") -> ET.Element:
    root = ET.fromstring(written(*posts, html=html))
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    found = root.find("channel")
    assert found is not None
    return found


def first(*posts: Post, html: str = "<p>Cuerpo.</p>") -> ET.Element:
    item = channel(*posts, html=html).find("item")
    assert item is not None
    return item


def test_the_channel_says_what_it_is_and_where() -> None:
    found = channel(post())
    texts = {child.tag: child.text for child in found if child.tag not in ("item", "docs")}
    assert texts == {
        "title": "Pregón",
        "link": "https://ejemplo.org/",
        "description": "Se dice en voz alta.",
        f"{ATOM}link": None,
        "generator": "Pregón",
        "language": "es",
        "lastBuildDate": "Mon, 02 Mar 2026 09:00:00 -0300",
    }
    itself = found.find(f"{ATOM}link")
    assert itself is not None
    assert itself.attrib == {
        "href": "https://ejemplo.org/feed.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }


def test_an_item_says_everything_once() -> None:
    ours = post(
        title="Agua & luz 💧 <ya>",
        authors=("Ana Díaz", "Luis"),
        categories=("Agua", "Luz"),
        single_image=(picture(),),
        body=body("cuerpo"),
    )
    item = first(ours)
    assert item.findtext("title") == "Agua & luz 💧 <ya>"
    assert item.findtext("link") == "https://ejemplo.org/posts/agua-limpia/"
    assert item.findtext("pubDate") == "Mon, 02 Mar 2026 09:00:00 -0300"
    assert [found.text for found in item.findall("category")] == ["Agua", "Luz"]
    assert [found.text for found in item.findall(f"{DC}creator")] == ["Ana Díaz", "Luis"]
    assert item.find("author") is None
    enclosures = item.findall("enclosure")
    assert [found.attrib for found in enclosures] == [
        {"url": "https://ejemplo.org/images/agua.jpg", "length": "1234", "type": "image/jpeg"}
    ]
    assert (item.findtext(f"{CONTENT}encoded") or "").endswith("<p>Cuerpo.</p>")


def test_an_id_is_no_address() -> None:
    guid = first(post(id="tag:ejemplo.org,2017:agua")).find("guid")
    assert guid is not None
    assert (guid.text, guid.attrib) == ("tag:ejemplo.org,2017:agua", {"isPermaLink": "false"})


def test_the_whole_post_stands_after_its_description() -> None:
    tags = [child.tag for child in first(post(body=body("cuerpo")))]
    assert tags.index(f"{CONTENT}encoded") == tags.index("description") + 1


def test_a_description_is_html_so_signs_in_an_intro_are_escaped_for_it() -> None:
    assert first(post(intro="1 < 2 & tres")).findtext("description") == "1 &lt; 2 &amp; tres"


def test_without_an_intro_the_description_is_the_post_itself() -> None:
    item = first(post(intro="", body=body("cuerpo")))
    assert item.findtext("description") == "<p>Cuerpo.</p>"


def test_items_stand_newest_first() -> None:
    posts = [post(f"dia-{day}", date=moment(f"2026-03-{day:02}T09:00:00-03:00")) for day in (1, 3, 2)]
    titles = [item.findtext("title") for item in channel(*posts).findall("item")]
    assert titles == ["Dia 3", "Dia 2", "Dia 1"]


def test_no_player_reaches_a_feed() -> None:
    html = '<p>a</p><iframe src="https://x.example"></iframe><p onclick="x()">b</p>'
    assert b"iframe" not in written(post(body=body("cuerpo")), html=html)


def test_the_same_posts_give_the_same_bytes_in_any_order() -> None:
    posts = [post(name, body=body("cuerpo"), single_image=(picture(),)) for name in ("uno", "dos", "tres")]
    assert written(*posts) == written(*reversed(posts))


def test_dates_are_english_and_the_locale_of_the_process_is_left_alone() -> None:
    before = locale.setlocale(locale.LC_ALL)
    written(post())
    assert locale.setlocale(locale.LC_ALL) == before


@given(st.text(), st.text())
def test_any_text_gives_a_feed_that_can_be_read(title: str, html: str) -> None:
    ours = post(title=f"x{title}", authors=(title,), categories=("Agua",), body=body("cuerpo"))
    assert first(ours, html=html).findtext("link") == "https://ejemplo.org/posts/agua-limpia/"
