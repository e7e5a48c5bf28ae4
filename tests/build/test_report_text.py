"""Findings as a person reads them in a terminal."""

import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.present import in_colour
from plugins.build.report.cells import clusters, harmless, width_of
from plugins.build.report.excerpt import excerpt
from plugins.build.report.text import render_text
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text
from plugins.front_matter.date_malformed import date_fault
from plugins.front_matter.dates import NotADate
from plugins.front_matter.reader import read

PATH = "posts/2018-12-15-x.md"
LINE = "date:   2019-03-29 12:00:00 -0300)"


PLACE = Span(6, 9, 6, 35)


def finding(span: Span = PLACE, **values: object) -> Diagnostic:
    made = {"severity": Severity.ERROR, "message": Text("It is wrong."), "hint": Text("Mend it."), **values}
    return Diagnostic(Location(PATH, span), "date-malformed", **made)  # type: ignore[arg-type]


def shown(found: Diagnostic, line: str = LINE, width: int = 100, colour: bool = False) -> str:
    lines = [""] * (found.location.span.line - 1) + [line]
    return render_text([found], {PATH: lines}, str, lambda path: f"content/{path}", colour=colour, width=width)


def test_a_finding_is_shown_as_the_design_draws_it() -> None:
    source = read(PATH, f"---\n\n\n\n\n{LINE}\n---\n".encode()).source
    found = date_fault(source, "date", "2019-03-29 12:00:00 -0300)", NotADate("2019-03-29 12:00:00 -0300", ")"))
    text = render_text(
        [found], {PATH: ["", "", "", "", "", LINE]}, speech("es").gettext, lambda path: f"content/{path}"
    )
    assert text == (
        "content/posts/2018-12-15-x.md:6:9: error[date-malformed]"
        " «2019-03-29 12:00:00 -0300)» no es una fecha.\n"
        "  6 | date:   2019-03-29 12:00:00 -0300)\n"
        "    |         ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  Sobra «)» al final: escribe `2019-03-29 12:00:00 -0300`.\n"
    )


def test_a_warning_is_called_so_in_the_readers_language() -> None:
    text = render_text([finding(severity=Severity.WARNING)], {}, speech("pt").gettext, str)
    assert text.startswith(f"{PATH}:6:9: aviso[date-malformed] ")


def test_findings_stand_in_the_order_of_their_places_with_a_blank_line_between() -> None:
    text = render_text([finding(Span(9, 1, 9, 2)), finding(Span(2, 1, 2, 2))], {}, str, str)
    first, second = text.split("\n\n")
    assert first.startswith(f"{PATH}:2:1:") and second.startswith(f"{PATH}:9:1:")


def test_each_file_has_a_heading_with_what_was_found_in_it_where_numbers_can_be_said() -> None:
    texts = speech("es")
    found = [finding(), finding(Span(9, 1, 9, 2), severity=Severity.WARNING), finding()]
    other = Diagnostic(Location("posts/b.md"), "a-rule", Severity.ERROR, Text("It is wrong."))
    said = render_text([*found, other], {}, texts.gettext, str, count=texts.ngettext)
    assert said.startswith(f"== {PATH} (2 errores, 1 aviso)\n\n{PATH}:6:9: error[date-malformed] ")
    assert "\n\n\n== posts/b.md (1 error)\n\nposts/b.md:1:1: error[a-rule] It is wrong.\n" in said
    assert said.count("==") == 2


def test_a_heading_cannot_give_orders_to_the_terminal() -> None:
    found = Diagnostic(Location("a\x1b[2J\n::error::.md"), "a-rule", Severity.ERROR, Text("x"))
    said = render_text([found], {}, str, str, count=lambda one, many, count: one)
    assert said.startswith("== a␛[2J␊::error::.md (") and "\x1b" not in said


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_that_show_it_to_readers_who_want_it() -> None:
    assert in_colour(Terminal(), {"TERM": "xterm", "NO_COLOR": ""})
    assert not in_colour(StringIO(), {})
    assert not in_colour(Terminal(), {"NO_COLOR": "1"})
    assert not in_colour(Terminal(), {"TERM": "dumb"})


def test_nothing_found_is_nothing_said() -> None:
    assert render_text([], {}, str, str) == ""


@pytest.mark.parametrize(("line", "span"), [("", Span()), ("---", Span()), ("   ", Span(1, 1, 1, 2))])
def test_a_finding_about_a_whole_file_quotes_no_line(line: str, span: Span) -> None:
    assert "|" not in shown(finding(span), line)


def test_a_line_that_is_not_in_the_file_is_not_quoted() -> None:
    assert "|" not in render_text([finding(Span(9, 1, 9, 2))], {PATH: ["one"]}, str, str)


def test_an_empty_place_in_a_line_gets_one_caret() -> None:
    assert shown(finding(Span(3, 5, 3, 5)), "caption").split("\n")[2] == "    |     ^"


def test_a_place_of_many_lines_is_marked_to_the_end_of_its_first() -> None:
    quoted = shown(finding(Span(3, 3, 9, 2)), "  first").split("\n")
    assert quoted[1:3] == ["  3 |   first", "    |   ^^^^^"]


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("\tab", 2, "    ^"),
        ("a\tb", 3, "    ^"),
        ("日本 x", 4, "     ^"),
        ("n\u0303o x", 5, "   ^"),
        ("🇨🇱 x", 4, "   ^"),
        ("👩🏽\u200d💻 x", 6, "   ^"),
        ("❤\ufe0f x", 4, "   ^"),
        ("a\u200bx", 3, " ^"),
        ("日本", 2, "  ^^"),
        ("ñandú x", 7, "      ^"),
    ],
)
def test_carets_stand_under_what_is_meant_whatever_the_width_of_the_signs(line: str, column: int, caret: str) -> None:
    found = excerpt(line, Span(1, column, 1, column + 1), 80)
    assert found is not None
    assert " " * found.blanks + "^" * found.carets == caret


def test_a_long_line_is_cut_around_the_carets() -> None:
    line = "a" * 300 + "WRONG" + "b" * 300
    first, second = shown(finding(Span(6, 301, 6, 306)), line, 60).split("\n")[1:3]
    assert len(first) == 60 and len(second) <= 60
    assert first[second.index("^") : second.rindex("^") + 1] == "WRONG"
    assert first.startswith("  6 | …") and first.endswith("…")


def test_the_beginning_of_a_long_line_is_kept_when_the_carets_are_there() -> None:
    first, second = shown(finding(Span(6, 1, 6, 4)), "key: " + "a" * 300, 60).split("\n")[1:3]
    assert first.startswith("  6 | key: a") and first.endswith("…")
    assert second == "    | ^^^"


def test_the_end_of_a_long_line_fills_the_width() -> None:
    first, second = shown(finding(Span(6, 303, 6, 306)), "a" * 302 + "END", 60).split("\n")[1:3]
    assert len(first) == 60 - 1
    assert first.endswith("END") and second.endswith("^^^")


@given(st.text(max_size=60), st.integers(1, 70), st.integers(0, 70), st.integers(20, 40))
def test_no_excerpt_is_wider_than_its_room_and_carets_are_always_below_it(
    line: str, start: int, size: int, room: int
) -> None:
    found = excerpt(line, Span(1, start, 1, start + size), room)
    if found is not None:
        assert width_of(found.line) <= room
        assert found.carets >= 1
        assert found.blanks + found.carets <= max(width_of(found.line) + 1, 1)


@given(st.text())
def test_no_character_that_a_terminal_obeys_is_left(text: str) -> None:
    made = "".join(cluster.text for cluster in clusters(text))
    assert not [sign for sign in made if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [sign for sign in made if unicodedata.bidirectional(sign) in ("RLO", "LRO", "RLE", "LRE", "RLI", "PDF")]


def test_a_source_cannot_give_orders_to_the_terminal() -> None:
    text = shown(finding(message=Text("«{value}»", {"value": "\x1b[2J\nuno"})), "\x1b]0;x\x07 \u202etxt")
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert "«␛[2J␊uno»" in text


def test_a_file_name_that_is_no_text_can_still_be_printed() -> None:
    assert harmless("a\udc80").encode() == "a\ufffd".encode()


def test_a_whole_paragraph_is_not_repeated_in_a_message() -> None:
    text = shown(finding(message=Text("«{value}» is long.", {"value": "a" * 5000})))
    assert text.split("\n")[0].endswith("aaa…» is long.")
    assert len(text) < 400


def test_colour_marks_the_kind_and_nothing_else_changes() -> None:
    coloured = shown(finding(), colour=True)
    assert "\x1b[31merror[date-malformed]\x1b[0m" in coloured
    assert "\x1b[33m" in shown(finding(severity=Severity.WARNING), colour=True)
    for code in ("\x1b[1m", "\x1b[31m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == shown(finding())


def test_a_finding_without_a_hint_ends_with_its_carets() -> None:
    assert shown(finding(hint=None)).rstrip("\n").endswith("^")
