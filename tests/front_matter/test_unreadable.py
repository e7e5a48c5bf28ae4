"""A file that cannot be read says where, and what is the likely cause."""

import pytest

from plugins.core.diagnostic import Diagnostic
from plugins.front_matter.reader import read


def only(content: bytes) -> Diagnostic:
    found = read("posts/a.md", content).diagnostics
    assert len(found) == 1 and found[0].rule == "front-matter-unreadable"
    return found[0]


@pytest.mark.parametrize(
    ("front", "place", "words"),
    [
        ("title: a: b\n", (2, 8, 12), "A colon inside the text `a: b`"),
        ("title: a\n  caption: créditos: Ana\n", (3, 12, 25), "A colon inside the text `créditos: Ana`"),
        ("title: a:\nintro: b\n", (2, 8, 10), "A colon inside the text `a:`"),
        ('title: "a" b\n', (2, 8, 13), 'The quotes of `"a" b` do not match.'),
        ("title: 'l'agua'\n", (2, 8, 16), "The quotes of `'l'agua'` do not match."),
        ("title: a\n\tintro: b\n", (3, 1, 2), "This line begins with a tab"),
        ("share_message: @barrio\n", (2, 16, 23), "A text that begins with `@`"),
        ("title: `a`\n", (2, 8, 11), "A text that begins with ```"),
        ("title: %a\n", (2, 8, 10), "A text that begins with `%`"),
        ("tags: [a, b\n", (2, 7, 12), "The bracket `[` is opened here"),
        ("tags: [a, b\ntitle: c\n", (2, 7, 12), "The bracket `[` is opened here"),
        ("tags: [a # b]\ntitle: c\n", (2, 10, 14), "The sign `#` of `# b]` makes a comment"),
        ("tags: [a ##]\ntitle: c\n", (2, 10, 13), "The sign `#` of `##]` makes a comment"),
        ("tags: [# ]\n", (2, 8, 11), "The sign `#` of `# ]` makes a comment"),
        ("tags: [a] # [b]\n x\n", (3, 2, 3), "cannot be read from here on"),
        ("video: {url: a\n", (2, 8, 15), "The bracket `{` is opened here"),
        ("title: a\n b\nc\n", (4, 1, 2), "cannot be read from here on"),
        ("- a\n- b\n", (2, 1, 4), "`- a` has no `name: value`"),
        ("solo texto\n", (2, 1, 11), "`solo texto` has no `name: value`"),
        ("title: " + "[" * 50 + "]" * 50 + "\n", (1, 1, 4), "far too deep"),
        ("a: " * 50 + "\n", (2, 4, 150), "A colon inside the text"),
    ],
)
def test_the_likely_cause_is_named_at_its_place(front: str, place: tuple[int, int, int], words: str) -> None:
    found = only(f"---\n{front}---\n".encode())
    span = found.location.span
    assert words in found.message.said(str)
    assert (span.line, span.column, span.end_column) == place
    assert found.hint


def test_a_bomb_of_aliases_is_too_deep() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert "far too deep" in only(f"---\n{bomb}---\n".encode()).message.said(str)


def test_an_alias_of_itself_is_too_deep() -> None:
    assert "far too deep" in only(b"---\na: &a [*a]\n---\n").message.said(str)


def test_ten_thousand_levels_do_not_reach_the_c_stack() -> None:
    for opening in ("[", "{a: ", "- ", "? "):
        found = only(f"---\na:\n  {opening * 10_000}\n---\n".encode())
        assert found.is_error


@pytest.mark.parametrize(
    "content", [b"", b"Texto.\n", b"# Uno\n\n---\n", b"  ---\ntitle: a\n---\n", b"...\na: b\n---\n"]
)
def test_a_file_without_front_matter_says_so(content: bytes) -> None:
    assert "has no front matter" in only(content).message.said(str)


@pytest.mark.parametrize(("content", "line"), [(b"---\ntitle: a\n", 1), (b"\n\n---\ntitle: a\n", 3), (b"---", 1)])
def test_front_matter_that_nothing_closes_is_shown_at_its_opening(content: bytes, line: int) -> None:
    found = only(content)
    assert "no second line `---`" in found.message.said(str)
    assert (found.location.span.line, found.location.span.column) == (line, 1)


def test_latin_1_is_shown_at_its_first_byte() -> None:
    found = only("---\ntitle: año\n---\n".encode("latin-1"))
    span = found.location.span
    assert (span.line, span.column, found.offence) == (2, 9, "f1")


def test_latin_1_counts_lines_as_editors_do() -> None:
    found = only(b"\xef\xbb\xbf" + "---\r\ntitle: x\r\nintro: año\r\n---\r\n".encode("latin-1"))
    assert (found.location.span.line, found.location.span.column) == (3, 9)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_unicode_of_windows_is_one_finding(encoding: str) -> None:
    made = read("posts/a.md", "---\ntitle: Señal\x01\n---\nTexto.\n".encode(encoding))
    assert [one.message.template for one in made.diagnostics] == ["This file is stored as UTF-16, which is not read."]
    assert not made.is_text and made.source.body == ""
