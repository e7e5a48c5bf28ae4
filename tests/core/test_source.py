"""Where the values of a source stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.diagnostic import Location, Span
from plugins.core.source import UNPRINTABLE, Source, dotted, has_unprintable, span_in

KEYS = {"title": Span(2, 1, 2, 6), "single_image": Span(3, 1, 3, 13), "single_image.0.img": Span(4, 5, 4, 8)}
VALUES = {"title": Span(2, 8, 2, 9), "single_image.0.img": Span(4, 10, 4, 14), "single_image.0": Span(4, 5, 4, 6)}
SOURCE = Source("posts/a.md", "", "", {}, KEYS, VALUES, "uno\n[a](b)\n", 9)


@pytest.mark.parametrize(
    ("keys", "span"),
    [
        (("title",), Span(2, 8, 2, 9)),
        (("single_image", 0, "img"), Span(4, 10, 4, 14)),
        (("single_image", 0, "caption"), Span(4, 5, 4, 6)),
        (("single_image", 1, "img"), Span(3, 1, 3, 13)),
        (("date",), Span(1, 1, 1, 4)),
    ],
)
def test_a_value_that_is_absent_is_shown_at_the_nearest_thing_that_exists(
    keys: tuple[str | int, ...], span: Span
) -> None:
    assert SOURCE.span(*keys) == span


def test_a_list_of_one_may_be_written_without_the_list() -> None:
    source = Source("a.md", "", "", {}, {}, {"single_image.img": Span(3, 3, 3, 9)}, "", 1)
    assert source.span("single_image", 0, "img") == Span(3, 3, 3, 9)


def test_a_key_has_a_place_of_its_own() -> None:
    assert SOURCE.key_span("title") == Span(2, 1, 2, 6)
    assert SOURCE.at("title") == Location("posts/a.md", Span(2, 8, 2, 9))


def test_a_place_in_the_body_counts_from_the_top_of_the_file() -> None:
    assert SOURCE.body_span(8, 9) == Span(10, 5, 10, 6)


def test_columns_count_code_points() -> None:
    assert span_in("ñ👩‍👧x", 4, 5) == Span(1, 5, 1, 6)
    assert span_in("a\nb\nc", 2, 5, 3) == Span(4, 1, 5, 2)


def test_keys_are_joined_by_full_stops() -> None:
    assert dotted(("single_image", 0, "img")) == "single_image.0.img"


def test_tab_line_end_and_every_letter_can_be_printed() -> None:
    assert UNPRINTABLE.search("\t\n\rñ水\u200f\u2028👩‍👧") is None
    assert all(UNPRINTABLE.match(sign) for sign in "\x00\x1b\x7f\x85\ufdd0\uffff\U0010ffff")


@given(
    st.text(
        st.sampled_from([*"a\n\t \u00a0é\u200d\u2028\u0085\ufeff\x1f\x7f\ufdd0\uffff", "\ud800", "😀", "\U0010fffe"])
    )
)
def test_what_cannot_be_printed_is_found_as_the_pattern_finds_it(text: str) -> None:
    assert has_unprintable(text) == bool(UNPRINTABLE.search(text))
