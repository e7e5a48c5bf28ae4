"""Lists nest by where the text of an item begins, as in kramdown; who writes four blanks sees no change."""

from itertools import product

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.markdown.lists import indented
from tests.markdown.reading import html


def lines(text: str) -> list[str]:
    return indented(text.split("\n"))


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("10. a\n    1. b\n       * c", '<ol start="10"><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li></ol>'),
        ("* a\n   * b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- a\n - b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n  - b\n  - c", "<ol><li>a<ul><li>b</li><li>c</li></ul></li></ol>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("- a\n\n b", "<ul><li>a</li></ul><p>b</p>"),
        ("- a\n\n  > b\n- c", "<ul><li><p>a</p><blockquote><p>b</p></blockquote></li><li><p>c</p></li></ul>"),
        ("- a\n  - b\n\n        x", "<ul><li>a<ul><li>b<pre><code>x</code></pre></li></ul></li></ul>"),
        ("- a\nb\n  - c", "<ul><li>a\nb<ul><li>c</li></ul></li></ul>"),
        ("> - a\n>   - b", "<blockquote><ul><li>a<ul><li>b</li></ul></li></ul></blockquote>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("a\n- b", "<p>a</p><ul><li>b</li></ul>"),
        ("a\n1. b", "<p>a</p><ol><li>b</li></ol>"),
        ("a\n2018. b", "<p>a\n2018. b</p>"),
        ("-a\n-b", "<p>-a\n-b</p>"),
        ("- - -", "<hr>"),
        ("* * *\n\n  - a", "<hr><ul><li>a</li></ul>"),
    ],
)
def test_a_list_is_read_as_kramdown_reads_it(body: str, shown: str) -> None:
    assert html(body).replace("</li>\n</", "</li></").replace("\n<", "<") == shown.replace("\n<", "<")


FOUR = [
    "- a\n    - b\n        - c\n    - d\n- e",
    "1. a\n    - b\n\n        para\n\n    - c\n2. d",
    "-   a\n\n    para\n\n        code\n\n-   b",
    "* a\n\n    para\n\n        code\n* b\n    1. c\n        1. d",
    "- a\n    lazy\n    - b\n- c",
    "10. a\n    - b\n11. c",
]


@pytest.mark.parametrize("text", FOUR)
def test_who_writes_four_blanks_sees_no_change(text: str) -> None:
    assert lines(text) == text.split("\n")


markers = st.sampled_from(["- ", "* ", "1. ", "2. ", ""])
four_blanks = st.lists(st.tuples(st.integers(0, 3), markers, st.booleans()), min_size=1, max_size=12)


@settings(deadline=None, database=None)
@given(four_blanks)
def test_no_list_by_steps_of_four_is_touched(items: list[tuple[int, str, bool]]) -> None:
    # No level is skipped and each begins with an item, as people write.
    out, deepest = ["- a"], 0
    for wanted, marker, blank in items:
        level, written = min(wanted, deepest + 1), marker
        if level > deepest or not level:
            written = written or "- "
        deepest = level if written else min(deepest, level)
        out += [""] * blank + ["    " * level + written + "x"]
    assert indented(out) == out


@settings(deadline=None, database=None)
@given(st.text("-*+1.> \n`ab", max_size=120))
@example(">1\n>- 1")
def test_no_text_is_lost_and_what_is_ready_stays(text: str) -> None:
    assert said(lines(text)) == said(text.split("\n"))


def said(written: list[str]) -> str:
    # An empty line of a quote, which says nothing, is put before a list right under a text.
    return "".join("".join(line.split()) for line in written if line.strip("> "))


@settings(deadline=None, database=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.sampled_from(["-", "1."]))
def test_two_and_three_blanks_nest_as_four_do(steps: list[int], marker: str) -> None:
    levels, level = [0], 0
    for step in steps:
        level = min(step, level + 1)
        levels.append(level)
    width = len(marker) + 1
    narrow = "\n".join(" " * width * level + f"{marker} x" for level in levels)
    wide = "\n".join(" " * 4 * level + f"{marker} x" for level in levels)
    plain = markdown.Markdown(extensions=["extra", "sane_lists"])
    assert "\n".join(lines(narrow)) == wide
    assert plain.convert("\n".join(lines(narrow))) == plain.reset().convert(wide)


@pytest.mark.parametrize(("fence", "lead"), list(product(["```", "~~~"], ["", "- a\n\n"])))
def test_code_is_never_touched(fence: str, lead: str) -> None:
    code = "- a\n  - b\n1. c\n   - d\n"
    assert f"<code>{code}</code>" in html(f"{lead}{fence}\n{code}{fence}\n")
    assert code in html(f"<pre>\n{code}</pre>\n")
    assert f"<code>{code}</code>" in html("    " + code.replace("\n", "\n    ") + "\n")
