"""Nothing unsafe is published, and nothing is dropped in silence."""

import lxml.html
import pytest
from hypothesis import given, settings

from plugins.markdown.sanitise import ATTRIBUTES, SCHEMES, TAGS, UNSAFE_TAGS
from tests.front_matter.texts import collages
from tests.markdown.reading import html, render

OURS = {"class", "loading", "decoding", "width", "height", "rel", "data-embed", "aria-label", "role", "tabindex"}


@pytest.mark.parametrize(
    ("body", "what", "unsafe"),
    [
        ("<script>x</script>", "script", True),
        ("a <style>x</style>", "style", True),
        ("<p onclick='x'>a</p>", "onclick", True),
        ("<p style='x'>a</p>", "style", False),
        ("[a](javascript:x)", "javascript:x", True),
        ("[a](java&#115;cript:x)", "javascript:x", True),
        ("<a href='java&#10;script:x'>a</a>", "java\nscript:x", True),
        ("[a](javascript&#58;x)", "javascript:x", True),
        ("[a](javascript&colon;x)", "javascript:x", True),
        ("[a](file:///c:/x)", "file:///c:/x", True),
        ("<ftp://x.org/>", "ftp://x.org/", True),
        ("![a](data:image/svg+xml,x)", "data:image/svg+xml,x", True),
        ("<form>a</form>", "form", True),
        ("<svg></svg>", "svg", True),
        ("<font>a</font>", "font", False),
        ("a\n{: style='x'}", "style", False),
        ("<base href='x'>", "base", True),
        ("<object data='x'></object>", "object", True),
    ],
)
def test_what_is_not_published_is_named(body: str, what: str, unsafe: bool) -> None:
    assert (what, unsafe) in [(one.what, one.unsafe) for one in render(body).facts.markup]
    shown = html(body)
    assert f"<{what}" not in shown and f'"{what}' not in shown and f"{what}=" not in shown


@pytest.mark.parametrize(
    "body", ["<p width='1' target='_blank' rel='x'>a</p>", "<img src='/a.jpg' width='1' border='0'>"]
)
def test_what_readers_do_not_miss_goes_without_a_word(body: str) -> None:
    assert render(body).facts.markup == ()


def test_allowed_and_unsafe_do_not_overlap() -> None:
    assert not TAGS & UNSAFE_TAGS
    assert set(ATTRIBUTES) - {"*"} <= TAGS
    assert not SCHEMES & {"javascript", "data", "vbscript", "file"}


@settings(deadline=None, database=None, max_examples=500)
@given(collages)
def test_no_text_makes_anything_but_what_is_allowed(body: str) -> None:
    whole = html(body)
    for element in lxml.html.fragment_fromstring(whole, create_parent="div").iter():
        assert element.tag in TAGS | {"section"} - {"iframe"}
        assert set(element.attrib) <= ATTRIBUTES["*"] | ATTRIBUTES.get(str(element.tag), set()) | OURS


@pytest.mark.parametrize("body", ["<div><![a b]></div>", "<p>\n<![a\n</p>", "<div><![a"])
def test_a_section_that_no_standard_knows_ends_no_build(body: str) -> None:
    assert "[a" not in html(body)
