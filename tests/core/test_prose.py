"""Marks in a body are filled from the targets, and only those that the renderer made."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.prose import CLOSE, MARK, OPEN, Target, resolve, word_count

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=OPEN + CLOSE))
marks = st.builds(lambda number, letter: f"{OPEN}{number}{letter}{CLOSE}", st.integers(0, 9), st.sampled_from("uwh"))


@settings(deadline=None, database=None)
@given(st.lists(texts | marks).map("".join))
def test_no_mark_is_left(html: str) -> None:
    filled = resolve(html, [Target("/x/", 16, 9)] * 10)
    assert OPEN not in filled and CLOSE not in filled
    assert MARK.split(html)[0] == filled[: len(MARK.split(html)[0])]


def test_each_letter_stands_for_its_value() -> None:
    html = f'<img src="{OPEN}1u{CLOSE}" width="{OPEN}1w{CLOSE}" height="{OPEN}1h{CLOSE}">'
    assert resolve(html, [Target("/a/"), Target("/b.jpg", 16, 9)]) == '<img src="/b.jpg" width="16" height="9">'


def test_a_target_is_not_read_for_marks_again() -> None:
    assert resolve(f"{OPEN}0u{CLOSE}", [Target("/1u/")]) == "/1u/"


@settings(deadline=None, database=None)
@given(st.text(st.sampled_from("ab.\u00e9\u6c34 \n\t\r\x0b\x0c\x1c\x1f\x85\u00a0\u2003\u2028\u3000\u200b")))
def test_words_are_counted_as_python_splits_them(text: str) -> None:
    assert word_count(text) == len(text.split())
