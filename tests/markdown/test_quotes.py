"""Straight quotes become those of the language, wherever the markup stands."""

import pytest

from plugins.markdown.words import Words
from tests.markdown.reading import html

SPANISH = Words(quotes="«»“”")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('"a"', "“a”"),
        ("'a'", "‘a’"),
        ("\"a 'b' c\"", "“a ‘b’ c”"),
        ("\"'a' b\"", "“‘a’ b”"),
        ("'a \"b\"'", "‘a “b”’"),
        ('("a") ["b"] ¿"c"? ¡"d"!', "(“a”) [“b”] ¿“c”? ¡“d”!"),
        ('"a", "b". "c"; —"d"— "e"-"f"', "“a”, “b”. “c”; —“d”— “e”-“f”"),
        ('"**a**" **"b"** "*c*"', "“<strong>a</strong>” <strong>“b”</strong> “<em>c</em>”"),
        ('"a **b" c**', "“a <strong>b” c</strong>"),
        ('"`a`" `"b"`', '“<code>a</code>” <code>"b"</code>'),
        ('"[a](https://b.org)"', '“<a href="https://b.org">a</a>”'),
        ("don't l'eau d'água Juan's", "don’t l’eau d’água Juan’s"),
        ("los '90 y '20s", "los ’90 y ’20s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ('5\'10" y 3"', "5’10″ y 3″"),
        ('"2018" y "en 2018"', "“2018” y “en 2018”"),
        ("a -- b --- c---d ---- e...", "a – b — c—d ---- e…"),
        ('"a  \nb" "c"', "“a<br>\nb” “c”"),
        ('"a <kbd>"b"</kbd>"', '“a <kbd>"b"</kbd>”'),
        ('<span title="\'a\'">"b"</span>', "<span title=\"'a'\">“b”</span>"),
    ],
)
def test_quotes_are_told_apart(body: str, shown: str) -> None:
    assert html(body) == f"<p>{shown}</p>"


def test_each_language_has_its_own() -> None:
    assert html("\"a 'b'\"", SPANISH) == "<p>«a “b”»</p>"
    assert html("\"'a'\"", SPANISH) == "<p>«“a”»</p>"


def test_a_quote_that_is_not_closed_ends_with_its_block() -> None:
    assert html('"a\n\n"b" c') == "<p>“a</p><p>“b” c</p>"
    assert html('- "a\n- "b"') == "<ul><li>“a</li><li>“b”</li></ul>"


def test_code_blocks_and_addresses_keep_what_was_written() -> None:
    assert html('    "a" -- ...\n') == '<pre><code>"a" -- ...\n</code></pre>'
    assert 'href="https://b.org/a--b"' in html("[x](https://b.org/a--b)")
