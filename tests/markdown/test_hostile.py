"""Texts that are far too long or far too deep end in a page or in a finding, soon, and never in a traceback."""

import time
from functools import cache

import pytest

from plugins.core.prose import Body
from plugins.markdown.depth import MAX_DEPTH, MAX_OPEN
from plugins.markdown.locate import without_code
from plugins.markdown.miswritten import SPACED_LINK
from plugins.markdown.render import Rendered
from plugins.markdown.storing import TRAILING_BLANKS
from tests.markdown.reading import html, render, rules, source

# Seconds; each takes a small part of that, and a square of its length would take minutes.
SOON = 20
DEEP = {
    "quotes": ">" * 2_000 + " a",
    "quotes with blanks": "> " * 2_000 + "a",
    "lists by four": "".join("    " * level + "- a\n" for level in range(200)),
    "lists by two": "".join("  " * level + "- a\n" for level in range(200)),
    "numbers in one line": "1. " * 2_000 + "a",
    "tags": "<div>" * 2_000 + "a" + "</div>" * 2_000,
    "tags in a line": "a " + "<b>" * 2_000,
    "markdown in tags": '<div markdown="1">\n' * 150 + "a",
    "brackets": "[" * 20_000,
    "brackets that close": "[" * 5_000 + "a" + "]" * 5_000,
    "pictures": "![" * 20_000,
    "references": "[a][b" * 5_000,
    "sections of data": "<![CDATA[" * 5_000,
    "comments": "<!--" * 10_000,
    "tags without end": "<a " * 10_000,
    "addresses without end": "<http://" * 10_000,
    "attributes without end": '<p a="' * 5_000,
    "code that nothing closes": "a \\``` b\n" * 12_000,
}
LONG = {
    "ten megabytes": ("palabra " * 80 + "\n\n") * 15_600,
    "ten megabytes in a paragraph": "palabra " * 1_300_000,
    "a line of 100,000 signs": "a" * 100_000,
    "50,000 items": "- uno\n" * 50_000,
    "10,000 items with blanks between": "- uno\n\n" * 10_000,
    "a thousand lists": "- a\n  - b\n\nc\n\n" * 1_000,
    "emphasis": "*a **b _c " * 5_000,
    "stars": "*" * 20_000,
    "backticks of every length": "".join("`" * length + " " for length in range(1, 300)),
    "one run of backticks": "`" * 20_000,
    "fences": "```\n" * 10_001,
    "indented fences": "  ```a\n" * 3_000,
    "spaced brackets": "[a] " * 20_000,
    "a bracket and blanks": "[a]" + " " * 50_000 + "(",
    "an address without end": "[a] (" + ".md" * 30_000,
    "addresses without end": ("[a] (" + "x" * 50) * 2_000,
    "parentheses": "[a](" * 190 + "(" * 10_000,
    "blanks": "a" + " " * 100_000 + "b" + " " * 100_000 + "\n",
    "tabs": "a\t" * 20_000,
    "quotes": "\"a' " * 20_000,
    "braces in a heading": "## " + "{a" * 25_000 + "\n\nb {: .c}",
    "braces in pairs": "## " + "- > {{ a }} " * 8_000 + "b",
    "attributes": "{: " * 10_000 + "\n{: .a" + " .b" * 10_000 + "}\n",
    "pictures in a paragraph": "![a](b)\n" * 2_000,
    "addresses in a paragraph": "https://plaza.example/a\n" * 4_000,
    "videos in a paragraph": "https://youtu.be/3axWZ7mTpVQ\n" * 1_000,
    "tables": "|a" * 500 + "\n" + "|-" * 500 + "\n" + ("|a" * 500 + "\n") * 50,
    "footnotes": "[^1] " * 2_000 + "\n\n[^1]: a\n",
    "numbers": "99999999999999999999999. a\n",
}


@cache
def long(name: str) -> Rendered:
    return render(LONG[name])


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_is_an_error_and_nothing_is_published_of_it(name: str) -> None:
    begun = time.perf_counter()
    assert rules(DEEP[name]) == ["text-too-deep"]
    assert time.perf_counter() - begun < SOON
    made = render(DEEP[name])
    assert made.body == Body(made.body.digest) and set(made.html.values()) == {""}


@pytest.mark.parametrize("name", LONG)
def test_what_is_only_long_is_read_whole_and_soon(name: str) -> None:
    begun = time.perf_counter()
    made = long(name)
    assert time.perf_counter() - begun < SOON
    assert made.diagnostics == ()


def test_no_word_of_ten_megabytes_is_lost() -> None:
    assert long("ten megabytes in a paragraph").body.words == 1_300_000
    assert long("50,000 items").body.words == 50_000


def test_the_next_body_does_not_suffer_from_one_that_was_too_deep() -> None:
    for body in DEEP.values():
        assert html(body) == ""
        assert html("- a\n\n- b") == "<ul><li><p>a</p></li><li><p>b</p></li></ul>"


def test_what_people_write_is_far_from_the_limits() -> None:
    assert rules("".join("  " * level + "- a\n" for level in range(MAX_DEPTH // 2 - 10))) == []
    assert rules("[" * MAX_OPEN) == [] and rules("a < b\n" * MAX_OPEN) == []
    assert rules("\\[ \\< `[<`\n\n" * 1_000) == []
    assert rules(f"```\n{'[<' * 1_000}\n```\n") == []


def test_the_finding_stands_at_the_deepest_line() -> None:
    made = render("uno\n\n" + "".join("  " * level + "- a\n" for level in range(200)))
    assert made.diagnostics[0].location.span.line == 202
    assert render("a\n" * 5 + "[" * 500).diagnostics[0].location.span.line == 6


@pytest.mark.parametrize(
    "body", ["[" * 100_000, "[a] (" + ".md" * 50_000, "[a]" + " " * 100_000, "[a] (x" * 20_000, "[" + "a" * 200_000]
)
def test_the_search_for_broken_links_is_linear(body: str) -> None:
    begun = time.perf_counter()
    assert list(SPACED_LINK.finditer(body)) == []
    assert time.perf_counter() - begun < SOON / 4


@pytest.mark.parametrize(
    "body",
    ["`" * 100_000, "```a\n" * 20_000, "`a\n\n" * 20_001, " " * 200_000, "    a\n" * 20_000, "~~~\n" + "`" * 100_000],
)
def test_taking_code_out_is_linear(body: str) -> None:
    begun = time.perf_counter()
    assert len(without_code(body)) == len(body)
    assert time.perf_counter() - begun < SOON / 4


def test_taking_blanks_away_is_linear() -> None:
    begun = time.perf_counter()
    assert TRAILING_BLANKS.sub("", "a" + " " * 1_000_000 + "b" + " " * 1_000_000) == "a" + " " * 1_000_000 + "b"
    assert time.perf_counter() - begun < SOON / 4


def test_the_place_of_a_source_without_a_body_exists() -> None:
    assert source("").body_span(0, 0).line == 1


@pytest.mark.parametrize(
    "written",
    [
        "- a\n- b",
        "1. a\n2. b",
        '<ol markdown="1"><li id="fn-1">a <a class="footnote-backref" href="x">b</a></li></ol>',
        '<ol markdown="1"><li id="fn-1"><a class="footnote-backref">b</a></li></ol>',
    ],
)
def test_a_writers_own_list_may_stand_where_notes_stand(written: str) -> None:
    notes = "Uno.[^1] Dos.[^1] Tres.[^1]\n\n[^1]: Nota.\n"
    made = render(f'<div class="footnote" markdown="1">\n\n{written}\n\n</div>\n\n{notes}')
    (html,) = made.html.values()
    assert made.diagnostics == ()
    assert "Nota." in html and html.count('href="#fnref3-1"') >= 1
