"""The record of published addresses: what is written is read again, and damage is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.diagnostic import Diagnostic, Location, Span
from plugins.core.published import FILE, Published, dump, load

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.dictionaries(TEXTS, TEXTS, max_size=6))
def test_what_is_written_is_read_again(addresses: dict[str, str]) -> None:
    read = load(dump(addresses))
    assert isinstance(read, Published) and read.addresses == addresses
    for address in addresses:
        assert read.at(address).path == FILE


def test_each_address_stands_on_a_line_of_its_own_in_the_order_of_the_alphabet() -> None:
    assert dump({"/b/": "posts/b.md", "/ñ/": "posts/ñ.md", "/a/": "posts/a.md"}).decode().split("\n") == [
        "{",
        '  "addresses": {',
        '    "/a/": "posts/a.md",',
        '    "/b/": "posts/b.md",',
        '    "/ñ/": "posts/ñ.md"',
        "  }",
        "}",
        "",
    ]


def test_an_address_is_found_where_the_record_names_it() -> None:
    read = load(b'\xef\xbb\xbf{"addresses":\r\n {"/a/": "posts/a.md", "/b/": "/a/"}}')
    assert isinstance(read, Published)
    assert read.at("/a/") == Location(FILE, Span(2, 4, 2, 7))
    assert read.at("/c/") == Location(FILE)


@pytest.mark.parametrize(
    ("content", "span"),
    [
        (b"", Span(1, 1, 1, 2)),
        (b'{"addresses": {\n"/a/": }}', Span(2, 8, 2, 9)),
        (b"[]", Span()),
        (b'{"addresses": {"/a/": 3}}', Span()),
        (b'{"adresses": {}}', Span()),
        (b'{"addresses": {"/\xff/": "a"}}', Span()),
        (b"[" * 100_000, Span()),
    ],
)
def test_a_damaged_record_is_an_error_at_its_place(content: bytes, span: Span) -> None:
    found = load(content)
    assert isinstance(found, Diagnostic) and found.is_error
    assert found.location == Location(FILE, span)
