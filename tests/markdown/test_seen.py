"""Links and headings are found with the place of all they are made of, whichever way they are written."""

import pytest

from plugins.core.diagnostic import Span
from plugins.core.entry import BodyLink
from tests.markdown.reading import render


def cut(body: str, span: Span) -> str:
    """What stands at `span`, which may go over several lines."""
    lines = body.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def links(body: str) -> list[BodyLink]:
    return list(render(body).facts.links)


def parts(body: str) -> list[tuple[str, str, str]]:
    """All, text and address of each link, as they stand in the file."""
    return [(cut(body, one.span), cut(body, one.label), cut(body, one.address)) for one in links(body)]


def heads(body: str) -> list[tuple[int, str, str]]:
    """Level and text of each heading, and what stands at its place."""
    return [(one.level, one.text, cut(body, one.span)) for one in render(body).facts.headings]


INLINE = {
    "plain": ("Ver [la ley](https://a.cl/ley).\n", "[la ley](https://a.cl/ley)", "la ley", "https://a.cl/ley"),
    "title": ('[a](https://a.cl "Ley (1)")\n', '[a](https://a.cl "Ley (1)")', "a", "https://a.cl"),
    "single quotes": ("[a](/b.md 'c')\n", "[a](/b.md 'c')", "a", "/b.md"),
    "pointed": ('[a](<https://a.cl/b c> "t")\n', '[a](<https://a.cl/b c> "t")', "a", "https://a.cl/b c"),
    "blank in it": ("[a](mi acta.pdf)\n", "[a](mi acta.pdf)", "a", "mi acta.pdf"),
    "parentheses": (
        "[a](https://es.wikipedia.org/wiki/A_(b))\n",
        "[a](https://es.wikipedia.org/wiki/A_(b))",
        "a",
        "https://es.wikipedia.org/wiki/A_(b)",
    ),
    "over two lines": ("Ver [la\nley](/a.md).\n", "[la\nley](/a.md)", "la\nley", "/a.md"),
    "brackets in it": ("[a [b] c](/a.md)\n", "[a [b] c](/a.md)", "a [b] c", "/a.md"),
    "escaped bracket": ("[a \\] b](/a.md)\n", "[a \\] b](/a.md)", "a \\] b", "/a.md"),
    "escape in the address": ("[a](/a\\_b.md)\n", "[a](/a\\_b.md)", "a", "/a\\_b.md"),
    "picture": ("[![la plaza](/a.jpg)](/a.md)\n", "[![la plaza](/a.jpg)](/a.md)", "![la plaza](/a.jpg)", "/a.md"),
    "code": ("[`a`](/a.md)\n", "[`a`](/a.md)", "`a`", "/a.md"),
    "empty": ("[](/a.md)\n", "[](/a.md)", "", "/a.md"),
    "address as it is": ("<https://a.cl/?b=1&c=2>\n", "<https://a.cl/?b=1&c=2>", *["https://a.cl/?b=1&c=2"] * 2),
    "mail as it is": ("<ana@a.cl>\n", "<ana@a.cl>", "ana@a.cl", "ana@a.cl"),
    "tag": ('<a class="x" href="/a.md">a</a>\n', '<a class="x" href="/a.md">a</a>', "a", "/a.md"),
    "tag in capitals": ("<A HREF=/a.md>a</A>\n", "<A HREF=/a.md>a</A>", "a", "/a.md"),
    "entity in a tag": ('<a href="/a?b=1&amp;c=2">a</a>\n', '<a href="/a?b=1&amp;c=2">a</a>', "a", "/a?b=1&amp;c=2"),
    "entity": ("[a](https://a.cl/?b=1&amp;c=2)\n", "[a](https://a.cl/?b=1&amp;c=2)", "a", "https://a.cl/?b=1&amp;c=2"),
    "ampersand": ("[a](https://a.cl/?b=1&copy=2)\n", "[a](https://a.cl/?b=1&copy=2)", "a", "https://a.cl/?b=1&copy=2"),
    "percent": ("[a](/a%20b.md)\n", "[a](/a%20b.md)", "a", "/a%20b.md"),
    "accent": ("[a](/añó.md)\n", "[a](/añó.md)", "a", "/añó.md"),
    "list": ("- uno\n\n    - dos [a](/a.md)\n", "[a](/a.md)", "a", "/a.md"),
    "quotation": ("> uno [a](/a.md)\n", "[a](/a.md)", "a", "/a.md"),
    "table": ("| a | b |\n|---|---|\n| [c](/a.md) | d |\n", "[c](/a.md)", "c", "/a.md"),
    "heading": ("## Uno [a](/a.md)\n", "[a](/a.md)", "a", "/a.md"),
    "note": ("Uno.[^1]\n\n[^1]: Dos [a](/a.md).\n", "[a](/a.md)", "a", "/a.md"),
    "reference": ("[a][l] b\n\n[l]: /a.md\n", "[a][l]", "a", "/a.md"),
    "reference without a name": ("[Ley][] b\n\n[ley]: /a.md 't'\n", "[Ley][]", "Ley", "/a.md"),
    "short reference": ("b [ley]\n\n[Ley]: </a.md>\n", "[ley]", "ley", "/a.md"),
    "reference over two lines": ("[a][la\nley] b\n\n[la ley]: /a.md\n", "[a][la\nley]", "a", "/a.md"),
}


@pytest.mark.parametrize("name", INLINE)
def test_a_link_is_found_where_it_is_written(name: str) -> None:
    body, *expected = INLINE[name]
    assert parts(body) == [tuple(expected)]


@pytest.mark.parametrize(
    "body",
    [
        "`[a](/a.md)` y\n",
        "```\n[a](/a.md)\n```\n",
        "Uno\n\n    [a](/a.md)\n",
        "<!-- [a](/a.md) -->\n\nUno\n",
        "\\[a](/a.md)\n",
        "![a](/a.jpg)\n",
        "[a] (https://a.cl)\n",
        "[a][b] sin definición\n",
        "Nota.[^1]\n\n[^1]: Sin enlaces.\n",
    ],
)
def test_what_is_no_link_is_not_found(body: str) -> None:
    assert links(body) == []


def test_a_link_is_not_looked_for_in_code_or_comments() -> None:
    body = "<!-- [a](/a.md) --> `[a](/a.md)` y [a](/a.md)\n\n    [a](/a.md)\n"
    assert [one.span.column for one in links(body)] == [36]


def test_the_same_link_twice_is_found_at_both_places() -> None:
    body = "[a](/a.md) y [a](/a.md), [b](/a.md)\n"
    assert [one.span.column for one in links(body)] == [1, 14, 26]


def test_a_note_above_its_mark_does_not_change_places_with_the_text() -> None:
    body = "[^1]: Nota [a](/a.md).\n\nTexto [b](/a.md).[^1]\n"
    assert [(one.text, one.span.line) for one in links(body)] == [("b", 3), ("a", 1)]


def test_the_uses_of_one_definition_have_its_address() -> None:
    body = "[a][l] y [b][l].\n\n[l]: http://a.cl\n"
    assert [(one.span.line, one.address.line) for one in links(body)] == [(1, 3), (1, 3)]


def test_the_text_of_a_picture_is_the_text_of_its_link() -> None:
    assert [one.text for one in links("[![La plaza](/a.jpg)](/a.md) [![](/a.jpg)](/a.md)\n")] == ["La plaza", ""]


def test_a_hostile_body_is_read_in_time() -> None:
    assert len(links("[](" * 150 + "[a](/b)" + "[a](b" * 300)) <= 450


HEADINGS = {
    "plain": ("## Uno\n", 2, "Uno", "## Uno"),
    "closed": ("### Uno ###\n", 3, "Uno", "### Uno ###"),
    "attributes": ("## Uno {#uno .dos}\n", 2, "Uno", "## Uno {#uno .dos}"),
    "underlined": ("Uno\n===\n", 1, "Uno", "Uno"),
    "underlined twice": ("Uno *dos*  \n---\nTres\n", 2, "Uno dos", "Uno *dos*"),
    "tag": ('<h2 id="a">Uno</h2>\n', 2, "Uno", '<h2 id="a">Uno</h2>'),
    "quoted": ("> ## Uno\n>\n> dos\n", 2, "Uno", "## Uno"),
    "in a list": ("- # Uno\n- dos\n", 1, "Uno", "# Uno"),
    "under a line of text": ("Uno\n## Dos\n", 2, "Dos", "## Dos"),
    "in blue": ("## `Uno` [dos](/a.md)\n", 2, "Uno dos", "## `Uno` [dos](/a.md)"),
    "empty": ("##\n\nUno\n", 2, "", "##"),
    "without a blank": ("##Uno\n", 2, "Uno", "##Uno"),
    "bold": ("**Uno**\n\ndos\n", 0, "Uno", "**Uno**"),
    "bold in its own way": ("__Uno [dos](/a.md)__\n\ntres\n", 0, "Uno dos", "__Uno [dos](/a.md)__"),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_is_found_where_it_is_written(name: str) -> None:
    body, *expected = HEADINGS[name]
    assert heads(body) == [tuple(expected)]


@pytest.mark.parametrize(
    "body",
    [
        "```\n# Uno\n```\n",
        "`# Uno`\n",
        "\\# Uno\n",
        "<!--\n# Uno\n-->\n\ndos\n",
        "Uno\n\n---\n\nDos\n",
        "Uno **dos**\n",
        "> **Uno**\n",
        f"**{'uno ' * 30}**\n",
        "- **Uno**\n",
    ],
)
def test_what_is_no_heading_is_not_found(body: str) -> None:
    assert heads(body) == []


def test_headings_that_say_the_same_are_found_one_after_the_other() -> None:
    body = "# Uno\n\n`## Dos`\n\n## Dos\n\n<!-- ## Dos -->\n\n## Dos\n"
    assert [one.span.line for one in render(body).facts.headings] == [1, 5, 9]
