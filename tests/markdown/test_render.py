"""What a body becomes as a whole: sections, ids, words, no blanks at line ends."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.prose import OPEN, Target, resolve
from plugins.markdown.structure import LEVELS
from tests.front_matter.texts import collages
from tests.markdown.reading import html, render


def test_the_title_of_the_page_is_the_only_first_heading() -> None:
    assert html("# a\n\n## a\n\n### b") == '<h2 id="a">a</h2><h2 id="a-2">a</h2><h3 id="b">b</h3>'
    assert len(LEVELS) == 6


def test_an_id_that_is_taken_is_numbered_past_those_that_exist() -> None:
    body = "## a\n\n## a {: #a-2}\n\n## a\n\n## a-3"
    assert [heading.id for heading in render(body).body.headings] == ["a", "a-2", "a-3", "a-3-2"]


def test_ten_thousand_equal_headings_take_no_square_of_time() -> None:
    assert len({heading.id for heading in render("# a\n" * 10_000).body.headings}) == 10_000


def test_each_second_heading_begins_a_section() -> None:
    made = render("antes\n\n## Uno\n\na\n\n### Menor\n\nb\n\n## Dos\n\nc")
    assert [(id_, title) for id_, title, _ in made.body.sections] == [("", ""), ("uno", "Uno"), ("dos", "Dos")]
    assert made.html[made.body.sections[1][2]].startswith("<p>a</p>")


def test_text_whose_tag_is_dropped_stays_in_the_first_section() -> None:
    made = render("<form>a &lt; b</form>\n\n## Uno\n")
    assert made.html[made.body.sections[0][2]].strip() == "a &lt; b"


def test_words_are_counted_without_markup() -> None:
    assert render("**uno** [dos](/a.md) <!-- no --> tres").body.words == 3


def test_no_line_ends_in_a_blank_save_where_blanks_are_shown() -> None:
    shown = html("a  \nb \nc\n\n    d  \n    e\n\n<pre>\nf  \n</pre>\n\n| g |\n|---|\n| h |\n")
    outside = re.sub(r"<pre.*?</pre>", "", shown, flags=re.DOTALL)
    assert not re.search(r"[ \t]$", outside, re.MULTILINE)
    assert "f  \n</pre>" in shown and "d  \n" in shown


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u200d", "\ufeff", "\u2028", "\u00ad", "عربى", "👩‍👩‍👧"])
def test_signs_of_every_script_arrive(sign: str) -> None:
    assert sign in html(f"a{sign}b")


def test_no_entity_forges_a_mark() -> None:
    made = render("&#xFDD0;0u&#xFDD1; &#64976;7w&#64977; [a](/b.md)")
    whole = made.html[made.body.digest]
    assert whole.count(OPEN) == 1
    assert resolve(whole, [Target("/b/")]) == '<p>\ufffd0u\ufffd \ufffd7w\ufffd <a href="/b/">a</a></p>'


def test_text_that_looks_like_a_held_attribute_stays() -> None:
    assert "x data-held-href=y" in html('x data-held-href=y [a](/b.md " data-held-src=1")')


@settings(deadline=None, database=None, max_examples=300)
@given(collages)
def test_filling_the_marks_leaves_none(body: str) -> None:
    body = body.replace("\ufdd0", "").replace("\ufdd1", "")
    made = render(body)
    targets = [Target("/x/", 1, 1)] * len(made.body.references)
    assert all(OPEN not in resolve(text, targets) for text in made.html.values())


@settings(deadline=None, database=None, max_examples=300)
@given(st.lists(collages, min_size=2, max_size=4))
def test_a_body_is_rendered_the_same_whatever_came_before(bodies: list[str]) -> None:
    first = [html(body) for body in bodies]
    assert [html(body) for body in reversed(bodies)] == first[::-1]
