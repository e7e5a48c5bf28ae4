import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.mending import mended
from plugins.core.diagnostic import Edit, Fix, Span
from plugins.core.written import Written, written
from plugins.front_matter.reader import read

FILE = "---\ntitle: Agua\nshare_message: {}\n---\nEl agua llegó.\n"


def made(text: str) -> Written:
    source = read("posts/a.md", FILE.format(text).encode()).source
    value = (source.front or {}).get("share_message")
    assert isinstance(value, str)
    return written(source, value.strip(), "share_message")


@pytest.mark.parametrize(
    ("text", "style", "span"),
    [
        ("hola uno,dos", "plain", Span(3, 21, 3, 28)),
        ("hola uno,dos # nota uno,dos", "plain", Span(3, 21, 3, 28)),
        ('"hola uno,dos"', "quoted", Span(3, 22, 3, 29)),
        ("'hola uno,dos'", "quoted", Span(3, 22, 3, 29)),
        ('"hola\n  uno,dos"', "quoted", Span(4, 3, 4, 10)),
        ("|\n  hola\n  uno,dos", "block", Span(5, 3, 5, 10)),
        (">-\n    hola uno,dos\n", "block", Span(4, 10, 4, 17)),
        ("hola\n  uno,dos", "plain", Span(4, 3, 4, 10)),
    ],
)
def test_a_part_of_a_value_is_found_in_whatever_way_it_is_written(text: str, style: str, span: Span) -> None:
    found = made(text)
    start = found.value.index("uno,dos")
    assert (found.style, found.span_of(start, start + 7)) == (style, span)


def test_the_second_of_two_equal_parts_is_found_at_its_own_place() -> None:
    found = made("uno,dos y uno,dos")
    assert [found.span_of(0, 7).column, found.span_of(10, 17).column] == [16, 26]


def test_a_part_that_is_written_in_another_way_has_no_place_but_the_whole() -> None:
    found = made('"ni\\u00f1o,luz"')
    assert found.value == "niño,luz"
    assert (found.place(0, 8), found.span_of(0, 8)) == (None, Span(3, 16, 3, 31))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("hola:mundo", '"hola:mundo"'), ('di "ya":mundo', "'di \"ya\":mundo'"), ("C\\D:mundo", "'C\\D:mundo'")],
)
def test_quotes_around_a_plain_value_change_nothing_else(text: str, quoted: str) -> None:
    quotes = made(text).quoting()
    assert quotes is not None
    content = mended(FILE.format(text).encode(), [Fix(quotes)])
    assert content == FILE.format(quoted).encode()
    assert (read("a.md", content).source.front or {})["share_message"] == text


def test_a_value_with_both_kinds_of_quotes_gets_none() -> None:
    assert made('d\'Água "viva":mundo').quoting() is None
    assert made("'ya en comillas'").quoting() == ()


@given(st.text(st.sampled_from("ab,: ñ'\"\\#")), st.sampled_from(["{}", '"{}"', "'{}'", "|\n  {}", ">\n  {}"]))
def test_a_place_holds_exactly_the_part(text: str, style: str) -> None:
    source = read("posts/a.md", FILE.format(style.format(text)).encode()).source
    value = (source.front or {}).get("share_message")
    if not isinstance(value, str) or not value.strip():
        return
    found = written(source, value.strip(), "share_message")
    lines = source.text.split("\n")
    for start in range(len(found.value)):
        part = found.value[start : start + 3]
        place = found.place(start, start + 3)
        if place is not None and "\n" not in part:
            span = found.span_in(*place)
            assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == part


def test_an_edit_at_a_place_leaves_the_rest_alone() -> None:
    found = made("|\n  hola\n  uno,dos")
    place = found.place(5, 12)
    assert place is not None
    content = mended(FILE.format("|\n  hola\n  uno,dos").encode(), [Fix((Edit(found.span_in(*place), "tres"),))])
    assert content == FILE.format("|\n  hola\n  tres").encode()
