"""The HTML of an item."""

from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.document import Video
from plugins.feeds.encoded import WHOLE, to_encoded
from plugins.feeds.items import to_item
from plugins.feeds.xml_text import to_xml_text
from tests.factory import media, picture, post, site

URL = "https://ejemplo.org/posts/agua-limpia/"


def encoded(html: str, **values: Any) -> str:
    ours = post(**{"intro": "", **values})
    return to_encoded(to_item(site(ours, media=[media()]), ours, ()), html)


def test_a_body_without_anything_special_stays_as_it_is() -> None:
    html = "<h2>Uno</h2>\n<p>Dos <strong>y</strong> tres &amp; 💧.</p>"
    assert encoded(html) == html


def test_an_empty_body_is_empty() -> None:
    assert encoded("") == ""


def test_text_before_the_first_element_is_kept() -> None:
    assert encoded("a &lt; b <em>c</em>") == "a &lt; b <em>c</em>"


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://www.youtube.com/embed/x"></iframe>',
        "<script>alert(1)</script>",
        "<style>p {}</style>",
        "<svg><circle/></svg>",
        "<button>Ya</button>",
        "<!-- nota -->",
    ],
)
def test_nothing_that_runs_or_styles_is_in_it(html: str) -> None:
    assert encoded(f"<p>antes {html}después</p>") == "<p>antes después</p>"


def test_attributes_that_mean_something_only_on_the_page_are_gone() -> None:
    html = (
        '<div class="table" role="region" tabindex="0" aria-label="Tabla 1" style="x" onclick="x">'
        '<table><tr><td colspan="2" class="align-right">1</td></tr></table></div>'
    )
    assert encoded(html) == '<div><table><tr><td colspan="2">1</td></tr></table></div>'


def test_a_video_stays_a_link_with_its_text() -> None:
    html = (
        '<p class="video"><a class="video-link" href="https://www.youtube.com/watch?v=x" rel="noreferrer"'
        ' data-embed="https://www.youtube-nocookie.com/embed/x">'
        '<span class="video-title">Marcha</span></a></p>'
    )
    assert encoded(html) == (
        '<p><a href="https://www.youtube.com/watch?v=x" rel="noreferrer"><span>Marcha</span></a></p>'
    )


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("#fn:1", f"{URL}#fn:1"),
        ("", URL),
        ("//otro.example/a", "https://otro.example/a"),
        ("/acerca/", "https://ejemplo.org/acerca/"),
        ("https://otro.example/?a=1&amp;b=2", "https://otro.example/?a=1&amp;b=2"),
        ("mailto:hola@ejemplo.org", "mailto:hola@ejemplo.org"),
    ],
)
def test_every_address_is_absolute(written: str, address: str) -> None:
    assert encoded(f'<p><a href="{written}">x</a></p>') == f'<p><a href="{address}">x</a></p>'


@pytest.mark.parametrize("written", ["javascript:alert(1)", "JaVaScript:x", "data:text/html,x", "http://[roto"])
def test_an_address_that_runs_or_is_none_is_dropped_and_its_text_stays(written: str) -> None:
    assert encoded(f'<p><a href="{written}">x</a></p>') == "<p><a>x</a></p>"


def test_a_picture_of_unknown_size_does_not_claim_to_be_empty() -> None:
    html = '<p><img src="https://ejemplo.org/a.svg" alt="A" width="0" height="0" loading="lazy"></p>'
    assert encoded(html) == '<p><img src="https://ejemplo.org/a.svg" alt="A"></p>'


def test_the_cover_comes_first_with_its_caption_as_text() -> None:
    assert encoded("<p>Fin.</p>", intro="Lo esencial.", single_image=(picture(),)) == (
        '<figure><img src="https://ejemplo.org/images/agua.jpg" alt="Un vaso de agua"'
        ' width="1600" height="900">'
        "<figcaption>Agua de la llave</figcaption></figure><p>Lo esencial.</p><p>Fin.</p>"
    )


def test_a_cover_on_another_host_is_a_link_that_names_it() -> None:
    cover = picture("https://fotos.example/a.jpg", caption="")
    assert encoded("", single_image=(cover,)) == (
        '<figure><a href="https://fotos.example/a.jpg" rel="noreferrer">Un vaso de agua — fotos.example</a></figure>'
    )


def test_a_video_of_the_front_matter_is_a_linked_paragraph() -> None:
    film = Video(url="https://vimeo.com/1", title="")
    assert encoded("", video=film) == ('<p><a href="https://vimeo.com/1" rel="noreferrer">▶ vimeo.com</a></p>')


def test_markup_in_an_editors_text_is_text() -> None:
    assert encoded("", intro="1 < 2 & <b>") == "<p>1 &lt; 2 &amp; &lt;b&gt;</p>"


def test_control_characters_are_gone_however_they_are_written() -> None:
    assert encoded("<p>a\x0bb&#11;c\x00</p>") == "<p>abc</p>"


@given(st.from_regex(WHOLE, fullmatch=True), st.sampled_from([URL, "http://otro.example/a/../b?c#d"]))
def test_an_address_that_is_whole_needs_no_joining(address: str, base: str) -> None:
    assert urljoin(base, address) == address


def test_text_keeps_every_character_that_xml_has_and_no_other() -> None:
    # https://www.w3.org/TR/xml/#charsets
    ours = {0x9, 0xA, 0xD, *range(0x20, 0xD800), *range(0xE000, 0xFFFE), *range(0x10000, 0x110000)}
    assert to_xml_text("".join(map(chr, range(0x110000)))) == "".join(map(chr, sorted(ours)))
