"""How a file's name and its fields together make a document."""

import pytest

from plugins.core.document import Campaign, Experience, Post
from tests.front_matter.reading import document, findings, post, read


def test_language_comes_from_lang_then_from_the_name_then_from_the_site() -> None:
    assert document("lang: pt\n", "posts/2026-03-02-agua.en.md").lang == "pt"
    assert document(path="posts/2026-03-02-agua.en.md").lang == "en"
    assert document(path="posts/2026-03-02-agua-en.md", siblings=("posts/2026-03-02-agua.md",)).lang == "en"
    assert document().lang == "es"


def test_the_translation_group_is_ref_then_the_name() -> None:
    assert document("ref: agua\n").group == "agua"
    assert document(path="posts/2026-03-02-agua.en.md").group == "2026-03-02-agua"


def test_the_date_is_the_field_then_the_name() -> None:
    assert document("date: 2026-04-05\n").date == document("date: '2026-04-05'\n").date
    made = document()
    assert made.date and made.date.iso.startswith("2026-03-02") and made.date.precision == "day"


def test_the_slug_is_the_field_then_the_name_made_plain() -> None:
    assert document("slug: Agua Limpia\n").slug == "agua-limpia"
    assert document(path="posts/2026-03-02-Señal_de_Agua.en.md").slug == "senal-de-agua"


@pytest.mark.parametrize(
    ("front", "draft"),
    [("", False), ("published: false\n", True), ("draft: yes\n", True), ("published: no\ndraft: no\n", True)],
)
def test_either_word_makes_a_draft(front: str, draft: bool) -> None:
    assert document(front).draft is draft


def test_the_layout_comes_before_the_folder_and_an_unknown_one_is_refused() -> None:
    assert isinstance(read("layout: experience\ntitle: a\nentity: b\ncountry: c\n").entry.document, Experience)
    made = read("layout: album\ntitle: a\n")
    assert made.entry.kind == "post"
    assert "2:9-14 field-type album" in findings(made)


def test_a_campaign_stands_in_lists_by_its_start() -> None:
    made = read("title: a\nstart: 2026-05\n", path="campaigns/agua.md").entry.document
    assert isinstance(made, Campaign)
    assert made.date == made.start and made.start.precision == "month"


def test_an_experience_may_be_dated_by_its_name() -> None:
    made = read("title: a\nentity: b\ncountry: c\n", path="experiences/2012-01-plaza.md").entry.document
    assert made and made.date and made.date.precision == "month"


def test_values_are_what_the_writer_wrote() -> None:
    made = document("share_message: 1.10\nid: 007\nauthors: NO\n")
    assert (made.share_message, made.id, made.authors) == ({"": "1.10"}, "007", ("NO",))


def test_a_cover_left_blank_is_no_cover() -> None:
    assert document("single_image:\n  - img:\n    caption:\n").single_image == ()


@pytest.mark.parametrize("tags", ["agua, salud", "[agua, salud]", "\n- agua\n- salud", "agua , , salud,"])
def test_tags_are_a_text_with_commas_or_a_list(tags: str) -> None:
    made = document(f"tags: {tags}\n")
    assert isinstance(made, Post) and made.tags == ("agua", "salud")


def test_a_category_may_hold_a_comma() -> None:
    made = read("title: a\nintro: b\ncategories: Agua, luz y gas\n").entry.document
    assert isinstance(made, Post) and made.categories == ("Agua, luz y gas",)


def test_the_places_of_what_other_documents_decide_are_kept() -> None:
    made = document("campaign: agua\n")
    assert made.marks["campaign"].line == 5
    assert "intro" not in made.marks


@pytest.mark.parametrize(
    ("front", "finding"),
    [
        ("permalink: agua\n", "5:12-16 permalink-malformed agua"),
        ("permalink: /a b/\n", "5:12-17 permalink-malformed /a b/"),
        ("permalink: /:year/:title.html\n", "5:12-30 permalink-malformed /:year/:title.html"),
        ("redirect_from: /a?b\n", "5:16-20 permalink-malformed /a?b"),
        ("redirect_from:\n - /a/\n - b\n", "7:4-5 permalink-malformed b"),
    ],
)
def test_an_address_that_cannot_be_is_named(front: str, finding: str) -> None:
    assert findings(post(front)) == [finding]


def test_a_placeholder_is_shown_filled_in() -> None:
    found = post("date: 2026-04-05\nslug: x\npermalink: /:categories/:year/:month/:day/:title/\n").diagnostics[0]
    assert found.hint and found.hint.said(str) == "Write `/2026/04/05/x/`."


def test_a_file_whose_text_is_lost_in_part_becomes_no_document() -> None:
    assert read("title: a\nintro: b\ncategories: c\n", ">" * 400 + " a\n").entry.document is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("campos", "/campos/"),
        ("https://own.example/viejo", "/viejo/"),
        ("//own.example/a/b.html#c", "/a/b.html"),
        ("quienes somos", "/quienes-somos/"),
        ("/a//../b", "/a/b/"),
        ("caf%C3%A9/", "/café/"),
        ("https://own.example/", None),
        ("/plaza?id=3", None),
        ("/%2e%2e/", None),
        (f"/{'a' * 300}/", f"/{'a' * 120}/"),
    ],
)
def test_the_address_that_was_meant_is_offered(written: str, meant: str | None) -> None:
    (found,) = post(f'permalink: "{written}"\n').diagnostics
    assert found.rule == "permalink-malformed" and found.hint is not None
    assert found.hint.values.get("value") == meant
    assert (found.fix and found.fix.edits[0].text) == (meant and f'"{meant}"')
