"""Attributes and escapes as Jekyll's kramdown has them."""

import pytest

from tests.markdown.reading import html


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("a\n{: .x}", '<p class="x">a</p>'),
        ("a\n{:.x .y #z}", '<p class="x y" id="z">a</p>'),
        ("a\n{: .x}\n{: .y}", '<p class="x y">a</p>'),
        ("a\n\n{: .x}\nb", '<p>a</p><p class="x">b</p>'),
        ("{: .x}\nb", '<p class="x">b</p>'),
        ("## a\n{: #b}", '<h2 id="b">a</h2>'),
        ("- a\n- b\n{: .x}", '<ul class="x"><li>a</li><li>b</li></ul>'),
        ("- {: .x} a\n- b", '<ul><li class="x">a</li><li>b</li></ul>'),
        ("> a\n{: .x}", '<blockquote class="x"><p>a</p></blockquote>'),
        ("[a](https://b.org){: .x}", '<p><a class="x" href="https://b.org">a</a></p>'),
        ("`{: .x}`", "<p><code>{: .x}</code></p>"),
        ("```\n{: .x}\n```", "<pre><code>{: .x}\n</code></pre>"),
        ("a\n{: style='x' onclick=y}", "<p>a</p>"),
        ("{: .x}", "<p>{: .x}</p>"),
        ("\\*a\\* \\[b\\] \\< \\$ \\: \\|", "<p>*a* [b] &lt; $ : |</p>"),
        ("\\a", "<p>\\a</p>"),
    ],
)
def test_attributes_and_escapes(body: str, shown: str) -> None:
    assert html(body) == shown


def test_a_table_takes_the_attributes_under_it_and_no_row_of_them() -> None:
    shown = html("| a |\n|---|\n| b |\n{: .x}\n")
    assert '<table class="x">' in shown and "{:" not in shown


def test_a_picture_is_decorative_by_its_class() -> None:
    assert 'alt=""' in html("![a](/b.jpg){: .decorative}")
