"""HTML in a body that is dangerous, or only dropped."""

import pytest

from plugins.checks.rules import html_dropped, html_unsafe
from tests.checks.reading import entry, names, said


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>alert(1)</script>", "`<script>` would run a program"),
        ('<form action="/x"><input name="a"></form>', "`<form>` asks readers"),
        ('<object data="a.swf"></object>', "`<object>` would load a foreign program"),
        ("<style>p {color: red}</style>", "`<style>` would change the whole page"),
        ("<svg><path></path></svg>", "`<svg>` can carry a program"),
        ('<p onclick="x()">a</p>', "`onclick` would run a program"),
        ('<a href="javascript:alert(1)">a</a>', "is no address that a reader can safely open"),
        ('<iframe src="https://mapas.example/m?x=1"></iframe>', "would show mapas.example"),
        ('<iframe src=""></iframe>', "has no address"),
    ],
)
def test_what_could_harm_readers_is_an_error_that_says_how(html: str, words: str) -> None:
    found = list(html_unsafe.find(entry(body=f"Uno.\n\n{html}\n")))
    assert found
    assert set(names(found)) == {("html-unsafe", "error")}
    assert words in said(found[0])
    assert found[0].location.span.line == 8


def test_a_frame_is_replaced_by_a_link_to_what_it_showed() -> None:
    [found] = html_unsafe.find(entry(body='<iframe src="https://mapas.example/m"></iframe>\n'))
    assert "`[…](https://mapas.example/m)`" in said(found)


def test_a_frame_of_a_video_service_is_left_to_the_rule_about_videos() -> None:
    playlist = '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>\n'
    video = '<iframe src="https://www.youtube.com/embed/3axWZ7mTpVQ"></iframe>\n'
    assert list(html_unsafe.find(entry(body=playlist + video))) == []


def test_what_is_only_dropped_is_a_warning_that_names_it() -> None:
    found = list(html_dropped.find(entry(body='<font color="red">Ya</font> <p style="color: red">b</p>\n')))
    assert set(names(found)) == {("html-dropped", "warning")}
    assert {one.offence for one in found} == {"font", "style"}


def test_plain_text_has_nothing_to_drop() -> None:
    made = entry(body="Uno *dos* [tres](https://a.example/) y `<script>`.\n")
    assert [*html_unsafe.find(made), *html_dropped.find(made)] == []
