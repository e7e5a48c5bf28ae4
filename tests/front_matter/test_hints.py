"""What the hints tell a writer to write."""

import pytest

from plugins.front_matter.taxonomy import read_taxonomy
from plugins.generator.entries import Read
from tests.front_matter.reading import LANGUAGES, post, read, read_raw


def hints(made: Read) -> list[str]:
    return [one.hint.said(str) for one in made.diagnostics if one.hint]


def sheet(front: str) -> Read:
    return read(f"title: a\nentity: b\ncountry: c\n{front}\n", path="experiences/2012-plaza.md")


@pytest.mark.parametrize(
    ("front", "lines"),
    [
        ("downloads: acta.pdf", "`downloads:`, `  - title: …`, `    file: …`"),
        ("results: doce", "`results:`, `  - number: …`, `    unit: …`, `    source: …`"),
        ("rating: [1]", "`rating:`, `  votes: …`, `  average: …`"),
    ],
)
def test_the_lines_of_a_group_are_shown(front: str, lines: str) -> None:
    assert hints(sheet(front)) == [f"Write it so, each of these on a line of its own: {lines}."]


def test_the_lines_of_a_call_are_shown() -> None:
    (hint,) = hints(read("title: a\nstart: 2026\ncall_to_action: Firma\n", path="campaigns/agua.md"))
    assert hint.endswith("line of its own: `call_to_action:`, `  label: …`, `  url: …`.")


def test_an_answer_in_another_language_is_shown_in_ours() -> None:
    assert hints(post("highlighted: sí\n")) == ["Write `true`."]
    assert hints(post("highlighted: quizás\n")) == ["Correct the value of `highlighted`."]


def test_a_backslash_that_makes_a_sign_is_told_from_a_sign_in_the_file() -> None:
    (hint,) = hints(post('single_image:\n  - img: "images\\bus.jpg"\n    alt: a\n    caption: b\n'))
    assert hint == "Between double quotes `\\` and a letter make such a sign: write `/` instead of `\\`."


@pytest.mark.parametrize("end", ["—--", "–-", "--", "—", "  ----"])
def test_what_looks_like_the_end_is_named(end: str) -> None:
    made = read_raw(f"---\ntitle: a\ntags:\n- b\n-\n{end}\nTexto.\n")
    assert hints(made) == [f"Line 6, `{end.strip()}`, looks like its end: write three hyphens there, `---`."]


def test_without_anything_like_an_end_the_place_is_described() -> None:
    assert hints(read_raw("---\ntitle: a\n")) == ["Put a line `---` after the last field, before the text."]


def test_two_categories_of_one_slug_are_both_named() -> None:
    text = "categories:\n  - es: {name: Agua}\n  - es: {name: Ríos, slug: agua}\n"
    _, (found,) = read_taxonomy(text.encode(), LANGUAGES)
    assert found.message.said(str).startswith("The categories “Agua” and “Ríos” have the same slug")
