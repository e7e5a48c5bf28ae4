"""What is rendered is found again in the source, never in code."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.diagnostic import Span
from plugins.markdown.locate import Locator, without_code
from tests.markdown.reading import render, source


@settings(deadline=None, database=None)
@given(st.text("`~ \n\ta-[](\\", max_size=200))
def test_taking_code_out_moves_nothing(body: str) -> None:
    blanked = without_code(body)
    assert len(blanked) == len(body)
    assert [place for place, sign in enumerate(body) if sign == "\n"] == [
        place for place, sign in enumerate(blanked) if sign == "\n"
    ]


def test_each_occurrence_is_found_once_in_order() -> None:
    locator = Locator(source("a x\n`x` x\n", 7))
    assert [locator.find("x") for _ in range(2)] == [Span(7, 3, 7, 4), Span(8, 5, 8, 6)]


def test_an_address_is_not_found_in_a_longer_one() -> None:
    locator = Locator(source("[a](/posts/agua-limpia/) [b](/posts/agua) [c](/posts/agua)\n", 7))
    assert [locator.find("](/posts/agua").column for _ in range(3)] == [28, 45, 28]


def test_what_only_goes_on_is_found_all_the_same() -> None:
    assert Locator(source("/posts/agua-limpia", 7)).find("/posts/agua") == Span(7, 1, 7, 12)


def test_an_address_alone_on_its_line_is_found_there() -> None:
    body = "Mira: /a https://a.org/b\n\nhttps://a.org/bc\n\n- <https://a.org/b>\n\nhttps://a.org/b  \n"
    locator = Locator(source(body, 7))
    assert [locator.find_line("https://a.org/b").line for _ in range(2)] == [11, 13]
    assert locator.find_line("https://a.org/b").line == 7


def test_what_cannot_be_found_stands_at_the_top_of_the_body() -> None:
    assert Locator(source("a", 7)).find("", "z") == Span(7, 1, 7, 1)


def test_facts_stand_where_they_were_written() -> None:
    body = "`![x](/a.jpg)` ![x](/a.jpg)\n\n    [b] (https://c.org)\n\n[b] (https://c.org)\n\nel style <p style='x'>\n"
    facts = render(body).facts
    assert [picture.span for picture in facts.pictures] == [Span(1, 21, 1, 27)]
    assert [link.span for link in facts.broken_links] == [Span(5, 1, 5, 20)]
    assert [markup.span for markup in facts.markup] == [Span(7, 13, 7, 19)]
