"""Pictures become figures, videos become links that play nothing before a click."""

import pytest

from tests.markdown.reading import html, render

IMG = 'loading="lazy" decoding="async" src="⟦{0}u⟧" width="⟦{0}w⟧" height="⟦{0}h⟧">'
VIDEO = "https://youtu.be/3axWZ7mTpVQ"


def test_a_picture_alone_is_a_figure_with_its_title_as_caption() -> None:
    assert html('![a](/b.jpg "c")') == (
        f'<figure class="figure"><img alt="a" {IMG.format(0)}<figcaption>c</figcaption></figure>'
    )


def test_a_picture_in_a_text_keeps_its_title() -> None:
    assert html('x ![a](/b.jpg "c") y') == f'<p>x <img alt="a" title="c" {IMG.format(0)} y</p>'


@pytest.mark.parametrize("between", ["\n", " ", "  \n"])
def test_each_of_several_pictures_in_a_paragraph_is_a_figure(between: str) -> None:
    shown = html(f'![a](/1.jpg "uno"){between}![b](/2.jpg "dos")')
    assert shown.count("<figure") == 2 and "<p>" not in shown and "<br>" not in shown
    assert "<figcaption>uno</figcaption>" in shown and "<figcaption>dos</figcaption>" in shown


def test_a_picture_in_a_link_stays_in_it() -> None:
    shown = html("[![a](/b.jpg)](https://c.org)")
    assert shown == (f'<figure class="figure"><a href="https://c.org"><img alt="a" {IMG.format(0)}</a></figure>')


def test_a_remote_picture_is_never_loaded_and_its_link_names_the_host() -> None:
    shown = html('![a](https://h.org/b.jpg "c")')
    assert "<img" not in shown and "a — Picture on h.org" in shown and "<figcaption>c</figcaption>" in shown


@pytest.mark.parametrize("body", ["[![a](//h.org/b.jpg)](/c.md)", "x [![a](//h.org/b.jpg) y](/c.md)"])
def test_no_link_stands_in_a_link_and_none_is_lost(body: str) -> None:
    shown = html(body)
    assert "Picture on h.org" in shown and 'href="⟦0u⟧"' in shown
    assert all(piece.count("<a ") == 1 for piece in shown.split("</a>")[:-1])


@pytest.mark.parametrize("body", ["![a]()", "<img alt='a'>", "![a](data:image/png;base64,AA)", "![a](javascript:x)"])
def test_a_picture_without_an_address_leaves_its_text(body: str) -> None:
    assert html(body) in ("<p>a</p>", "a")
    assert render(body).body.references == ()


def test_an_address_without_end_is_no_traceback() -> None:
    assert html("![a](http://[b) <img src='http://[c' alt='d'>")


@pytest.mark.parametrize(
    "body",
    [
        VIDEO,
        f"<{VIDEO}>",
        f"[{VIDEO}]({VIDEO})",
        f"a\n{VIDEO}\nb",
        f"*a*\n{VIDEO}",
        f"a  \n{VIDEO}  \nb",
        f"a\n<{VIDEO}>",
    ],
)
def test_an_address_on_a_line_of_its_own_is_a_video(body: str) -> None:
    shown = html(body)
    assert shown.count('<p class="video">') == 1
    assert "<br>" not in shown and f">{VIDEO}" not in shown
    assert [(video.url, video.pasted) for video in render(body).facts.videos] == [(VIDEO, "line")]


@pytest.mark.parametrize("body", [f"a {VIDEO}", f"{VIDEO} a", f"*a* {VIDEO} b", f"`{VIDEO}`", f"[a]({VIDEO})"])
def test_an_address_within_a_line_is_none(body: str) -> None:
    assert "video" not in html(body) and render(body).facts.videos == ()


def test_another_address_on_a_line_stays_as_it_is_and_is_noted() -> None:
    body = "a\nhttps://example.org/x\nb"
    assert html(body) == f"<p>{body}</p>"
    assert [video.url for video in render(body).facts.videos] == ["https://example.org/x"]


def test_what_stands_around_a_pasted_player_stays() -> None:
    shown = html('a <iframe src="//player.vimeo.com/video/76979871" title="T"></iframe> *b* c')
    assert shown.startswith('<p>a</p><p class="video">') and shown.endswith("<p><em>b</em> c</p>")
    assert "T</span>" in shown


def test_an_unknown_player_goes_and_is_named() -> None:
    made = render('a\n\n<iframe src="https://m.org/"></iframe>\n\n<iframe></iframe>')
    assert [(one.what, one.unsafe, one.span.line) for one in made.facts.markup] == [
        ("https://m.org/", True, 3),
        ("", True, 5),
    ]
