"""A source as read: line ends, marks at the front, three full stops, places."""

import pytest

from plugins.core.diagnostic import Span
from plugins.front_matter.reader import read

TEXT = "---\ntitle: Añil\nsingle_image:\n  - img: /a.jpg\n    caption:\n---\nUno.\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_mark_at_the_front_change_no_place(ending: str, mark: str) -> None:
    source = read("a.md", (mark + TEXT.replace("\n", ending)).encode()).source
    assert source.front == {"title": "Añil", "single_image": [{"img": "/a.jpg", "caption": None}]}
    assert source.span("title") == Span(2, 8, 2, 12)
    assert source.span("single_image", 0, "img") == Span(4, 10, 4, 16)
    assert source.span("single_image", 0, "caption") == Span(5, 5, 5, 12)
    assert source.body_span(1, 4) == Span(7, 1, 7, 4)


@pytest.mark.parametrize("closing", ["---", "----", "...", "--- \t"])
def test_front_matter_is_closed_by_hyphens_or_full_stops(closing: str) -> None:
    source = read("a.md", f"---\ntitle: a\n{closing}\nTexto.\n".encode()).source
    assert source.front == {"title": "a"} and source.body.strip() == "Texto."


def test_a_rule_in_the_body_stays_in_the_body() -> None:
    source = read("a.md", b"---\ntitle: a\n---\nUno\n\n---\n\nDos\n").source
    assert source.body.strip() == "Uno\n\n---\n\nDos"


def test_empty_front_matter_is_read_as_no_fields() -> None:
    reading = read("a.md", b"---\n---\nTexto.\n")
    assert reading.source.front == {} and reading.diagnostics == ()


def test_a_comment_and_a_literal_block_keep_their_lines() -> None:
    source = read("a.md", b"---\n# nota\nintro: |\n  uno\n  dos\ntitle: a # b\n---\n").source
    assert source.front == {"intro": "uno\ndos\n", "title": "a"}
    assert source.span("title") == Span(6, 8, 6, 9)
    assert source.span("intro") == Span(3, 8, 5, 6)


def test_a_sign_that_only_yaml_takes_for_a_line_end_moves_nothing() -> None:
    source = read("a.md", "---\ntitle: uno\u2028dos\nintro: a\n---\n".encode()).source
    assert source.front == {"title": "uno dos", "intro": "a"}
    assert source.span("intro") == Span(3, 8, 3, 9)


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x7f", "\ufdd0", "\uffff", "\U0001fffe", "\x93"])
def test_what_no_page_can_carry_is_named_and_taken_out(sign: str) -> None:
    reading = read("a.md", f"---\ntitle: a\n---\nab{sign}c\n".encode())
    [found] = reading.diagnostics
    assert (found.rule, found.location.span) == ("character-unprintable", Span(4, 3, 4, 4))
    assert sign not in reading.source.text


@pytest.mark.parametrize("entity", ["&#7;", "&#x7", "&#xFDD0;", "&#65535;"])
def test_the_same_written_as_an_entity_is_named(entity: str) -> None:
    [found] = read("a.md", f"---\ntitle: a\n---\nab{entity} c\n".encode()).diagnostics
    assert (found.rule, found.location.span.line, found.location.span.column) == ("character-unprintable", 4, 3)


@pytest.mark.parametrize("entity", ["&#8220;", "&#147;", "&#xe1;", "&#9;", "&#99999999;", "&#x110000;"])
def test_other_entities_are_left_alone(entity: str) -> None:
    assert read("a.md", f"---\ntitle: a\n---\n{entity}\n".encode()).diagnostics == ()


def test_the_digest_is_that_of_the_bytes() -> None:
    one, other = read("a.md", TEXT.encode()), read("a.md", TEXT.replace("\n", "\r\n").encode())
    assert one.source.text == other.source.text and one.source.digest != other.source.digest
