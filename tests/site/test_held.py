"""Drafts and days to come: nothing of them is published, and all of them are named."""

from pathlib import Path

import pytest

from tests.site.building import PLAZA, Built, build_site, check_site

DRAFTS = ("posts/2026-02-20-borrador.md", "posts/2026-02-21-retirada.md")
FUTURE = "posts/2026-05-01-futura.md"
PATHS = ("/posts/borrador/", "/posts/retirada/", "/posts/futura/")
WORDS = ("Esto todavía no se dice", "Esto se retiró", "Esto se dirá en mayo", "secreto")
FIRST_OF_MAY = 1777644000


def test_drafts_and_what_is_not_due_are_on_no_page_and_in_no_feed(plaza: Built) -> None:
    assert not [path for path in PATHS if plaza.has(path)]
    for name in plaza.files:
        if name.endswith((".html", ".xml")):
            text = (plaza.folder / name).read_text("utf-8")
            assert not [word for word in (*WORDS, "borrador", "futura") if word in text], name


def test_each_is_known_by_its_reason(plaza: Built) -> None:
    assert plaza.session.outcome is not None
    held = plaza.session.outcome.held
    assert {path: held[path] for path in (*DRAFTS, FUTURE)} == {
        DRAFTS[0]: "draft",
        DRAFTS[1]: "draft",
        FUTURE: "scheduled",
    }
    assert set(held) == {*DRAFTS, FUTURE}


def test_a_build_names_each_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_site(PLAZA, tmp_path / "site")
    said = capsys.readouterr().err
    assert all(path in said for path in (*DRAFTS, FUTURE))


def test_a_draft_is_no_finding() -> None:
    outcome = check_site(PLAZA).outcome
    assert outcome is not None
    assert not {found.location.path for found in outcome.diagnostics} & {*DRAFTS, FUTURE}


def test_a_document_appears_in_the_second_that_it_names(tmp_path: Path) -> None:
    before = build_site(PLAZA, tmp_path / "before", today=str(FIRST_OF_MAY - 1))
    after = build_site(PLAZA, tmp_path / "after", today=str(FIRST_OF_MAY))
    assert not before.has("/posts/futura/")
    assert after.has("/posts/futura/") and after.page("/").all("//a[@href='/posts/futura/']")


def test_with_drafts_all_are_shown_and_say_what_they_are(plaza_with_drafts: Built) -> None:
    assert all(plaza_with_drafts.has(path) for path in PATHS)
    for path in PATHS[:2]:
        assert "Borrador" in plaza_with_drafts.page(path).main


def test_with_drafts_no_search_engine_may_list_one(plaza_with_drafts: Built) -> None:
    sitemap = (plaza_with_drafts.folder / "sitemap.xml").read_text("utf-8")
    for path in PATHS[:2]:
        page = plaza_with_drafts.page(path)
        assert page.one("//meta[@name='robots']/@content") == "noindex"
        assert not page.all("//link[@rel='canonical'] | //link[@hreflang]")
        assert path not in sitemap


def test_with_drafts_what_waits_for_its_day_is_not_listed_either(plaza_with_drafts: Built) -> None:
    page = plaza_with_drafts.page("/posts/futura/")
    assert page.all("//meta[@name='robots']/@content") == ["noindex"]
    assert "/posts/futura/" not in (plaza_with_drafts.folder / "sitemap.xml").read_text("utf-8")
