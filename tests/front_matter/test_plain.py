"""What is read line by line is what PyYAML reads, in the same order; in doubt nothing is read so."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.front_matter.plain import MAX_LINES, read_plain
from plugins.front_matter.tree import Composed, compose_yaml
from tests.front_matter.texts import texts

LEADS = ("", "", "", "  ", "    ", "  - ", "- ", " - ", "   - ", "      ", "-   ", "\t", "- - ", "? ")
KEYS = ("a: ", "a:", "b: ", "título: ", "x_1:", "c:  ", "c :", '"a": ', "null: ", "<<: ", "http://a.b", "a:b", "")
VALUES = (
    *('"a b"', '" a  b "', '""', "'it'", "''", "'it''s'", '"\\n"', '"a" b', '"a"b', '"', "'", '"a: #b"', "'- a'"),
    *("a b", "a  b ", "../a.jpg", "/a", "https://a.b/c?d=e#f", "a: b", "a:", "a #b", "a#b", "1.10", "2018-12-14 14:30"),
    *(
        "null",
        "~",
        "NULL",
        "no",
        "é\u00a0",
        "ñandú 水 😀",
        "\u00b2",
        "[a, b]",
        "{a: b}",
        "|",
        "&a b",
        "*a",
        "!a b",
        "---",
    ),
    *(
        "a - b",
        "a, [b]",
        "a \"b\" 'c'",
        "...",
        "-",
        "- a",
        "",
        " ",
        "\u2028",
        "\x85",
        "\ufeff",
        "a\r",
        "%a",
        "@a",
        "`a",
    ),
)
LINES = st.tuples(*map(st.sampled_from, (LEADS, KEYS, VALUES))).map("".join)
FRONTS = st.lists(LINES, max_size=8).map("\n".join)
LIKELY = st.lists(
    st.sampled_from(
        (
            *("a: b", 'b: "c"', "c:", "d:", "e:", "f: null", "  - g", "  - null", '  - "h"', "  - i: j", "    k: l"),
            *(
                "    m:",
                "    n: ''",
                "  o: p",
                "  q: r",
                "- s",
                "- t: u",
                "  v:",
                "    - w",
                "      x: y",
                "",
                "  - z:",
            ),
        )
    ),
    max_size=9,
).map("\n".join)


def read(text: str) -> Composed | None:
    try:
        return compose_yaml(text, 3)
    except (yaml.YAMLError, RecursionError):
        return None


@settings(deadline=None, database=None, max_examples=3000)
@given(
    st.one_of(LIKELY, FRONTS, texts, st.text("ab:- \n\"'#\t", max_size=30)), st.sampled_from(("", "\n")), st.booleans()
)
@example("a:\n  - b: c\n    d: e\n  - f\n  - g:\n    h: i\nj: k", "\n", True)
@example("a:\n- b\n- c: d\n  e: f\ng:\n  h: i\n  j: null", "\n", False)
@example("a: b\na: c", "", True)
@example("a: b\n  - c", "", True)
def test_plain_front_matter_is_read_as_yaml_reads_it(text: str, before: str, ends: bool) -> None:
    text = before + text + "\n" * ends
    plain = read_plain(text, 3)
    if plain is None:
        return
    made = read(text)
    assert made is not None
    assert (plain.tree, plain.keys, plain.values) == (made.tree, made.keys, made.values)
    assert not made.repeated
    assert not made.unprintable
    assert list(plain.tree) == list(made.tree)
    assert list(plain.values) == list(made.values)
    assert repr(plain.tree) == repr(made.tree)


@pytest.mark.parametrize(
    "text", ["a: b\n", "\na: 'b'\nc:\n  - d\n  - e: f\n    g: h\n", "a:\n  b: c\n", "a:\n- b\n- c\n", "a: null\nb: \n"]
)
def test_what_most_write_is_plain(text: str) -> None:
    assert read_plain(text, 1) is not None


@pytest.mark.parametrize(
    "text", ["", "\n", "a: b #c\n", "a: [b]\n", "a: |\n  b\n", "a: b\n c\n", 'a: "\\x41"\n', "a: b\n" * MAX_LINES]
)
def test_in_doubt_nothing_is_read_line_by_line(text: str) -> None:
    assert read_plain(text, 1) is None
