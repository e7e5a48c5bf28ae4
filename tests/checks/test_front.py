"""Front matter: what becomes of a text without quotes, of dates, and when a machine may repair them."""

import os
from pathlib import Path

import pytest

from plugins.build.mending import mended
from plugins.checks.rules import date_file_name, date_zoneless, updated_before_date, value_ambiguous, value_cut
from plugins.checks.scalars import TEXTS
from plugins.core.diagnostic import Diagnostic
from plugins.core.quoted import before_comment, quoted
from plugins.front_matter.reader import read
from plugins.front_matter.schema import SCHEMA
from tests.checks.reading import entry, marked, said
from tests.checks.stages import outcome, write
from tests.front_matter.reading import read as read_post

DATES, ANSWERS = {"date", "updated", "start", "end"}, {"published", "draft", "highlighted", "decorative"}
NEITHER = {"colour", "layout", "lang", "rating", "votes", "average", "url", "img", "file", "email"}
GROUPS = {"single_image", "gallery", "video", "results", "figures", "downloads", "participants", "contacts", "sources"}


def fields() -> set[str]:
    """The name of every field, also of those inside a group."""
    names: set[str] = set()
    for model in SCHEMA.values():
        shape = model.model_json_schema()
        for part in (shape, *shape.get("$defs", {}).values()):
            names |= part["properties"].keys()
    return names


def repaired(content: str) -> str:
    """`content` after the fixes of its reading."""
    found = read("posts/a.md", content.encode()).diagnostics
    return mended(content.encode(), [one.fix for one in found if one.fix]).decode()


def test_every_field_is_one_of_text_or_one_of_another_kind() -> None:
    others = DATES | ANSWERS | NEITHER | GROUPS | {"call_to_action", "partners"}
    assert fields() - others == TEXTS
    assert not others & TEXTS


@pytest.mark.parametrize(
    "text", ["no", "True", "OFF", "007", "1:30", "12:30:45", "0x1F", "0b11", "1_000", "+569", "1.10"]
)
def test_a_text_that_yaml_would_change_is_ambiguous(text: str) -> None:
    made = entry(f"slug: {text}\n")
    [found] = value_ambiguous.find(made)
    assert marked(found, made.source.text) == text
    assert found.fix is not None and found.fix.edits[0].text == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["nO", "y", "1.5", "2026", "1:75", "10:30 h", "+56 2", "0.5", "v1.10", "null", "-", "1,000"]
)
def test_a_text_that_yaml_leaves_alone_is_not(text: str) -> None:
    assert list(value_ambiguous.find(entry(f"slug: {text}\n"))) == []


def test_what_is_cut_off_is_shown_with_all_of_it_that_was_meant() -> None:
    made = entry("share_message: Firma hoy #Agua, mañana #Luz  # nota\n")
    [found] = value_cut.find(made)
    assert marked(found, made.source.text) == "#Agua, mañana #Luz"
    assert '"Firma hoy #Agua, mañana #Luz"' in said(found)


@pytest.mark.parametrize(
    "front",
    [
        "ref: a # b\n",
        "# a #b\n",
        "ref: 'a' #b\n",
        "ref: a\n  #b\n",
        "ref: [a] #b\n",
        "#ref: a\n",
        "date: 2026-03-02 #b\n",
        "slug: a #b\n",
        "updated: #b\n",
    ],
)
def test_a_comment_is_a_comment(front: str) -> None:
    assert list(value_cut.find(entry(front))) == []


def test_a_file_without_a_body_is_looked_at_too() -> None:
    made = entry("hashtag: #Agua\nslug: no\n", body="")
    assert [one.offence for one in (*value_cut.find(made), *value_ambiguous.find(made))] == ["#Agua", "no"]


def test_a_late_hour_without_zone_gets_the_one_of_the_site_on_that_day() -> None:
    for day, zone in (("2026-01-05", " -0300"), ("2026-07-05", " -0400")):
        [found] = date_zoneless.find(entry(f'updated: "{day} 23:10"\n'))
        assert found.fix is not None and [edit.text for edit in found.fix.edits] == [zone]
        assert f"{day} 23:10{zone}" in said(found)


@pytest.mark.parametrize(
    "text", ["2026-03-02", "2026-03-02 01:00", "2026-03-02 22:59", "2026-03-02 23:30 -0300", "23:30"]
)
def test_any_other_hour_needs_none(text: str) -> None:
    assert list(date_zoneless.find(entry(f"date: {text}\n"))) == []


def test_the_day_of_a_date_is_the_one_that_is_written_whatever_the_zone() -> None:
    assert list(date_file_name.find(entry("date: 2026-03-02 23:59:00 -1100\n"))) == []
    [found] = date_file_name.find(entry("date: 2026-03-01 23:59:00 -1100\n"))
    assert "2026-03-02" in said(found) and "2026-03-01" in said(found)


def test_a_change_is_not_compared_more_precisely_than_it_is_written() -> None:
    assert list(updated_before_date.find(entry("date: 2026-03-02 18:00:00 -0300\nupdated: 2026-03-02\n"))) == []
    [found] = updated_before_date.find(entry("date: 2026-03-02 18:00:00 -0300\nupdated: 2026-03-02 17:59\n"))
    assert found.offence == "2026-03-02 17:59"


@pytest.mark.parametrize(
    "front",
    [
        "title: Agua\n\nintro: a\n",
        "title: Agua: uno\n  y dos\n",
        "title: 'a' b\n",
        'title: "Agua\n',
        "title: [a, b\n",
        "intro: a: b\n\tcomo dice\n",
    ],
)
def test_what_is_not_sure_is_left_to_people(front: str) -> None:
    assert repaired(f"---\n{front}---\nTexto.\n") == f"---\n{front}---\nTexto.\n"


@pytest.mark.parametrize(
    ("front", "after"),
    [
        ("tags:\n\t- a\n\t- b\n", "tags:\n  - a\n  - b\n"),
        ("title: a\n\tintro: b\n", "title: a\nintro: b\n"),
        ("single_image:\n  - img: a\n\tcaption: b\n", "single_image:\n  - img: a\n    caption: b\n"),
        ("call_to_action:\n\tlabel: a\n \turl: b\n", "call_to_action:\n  label: a\n  url: b\n"),
        ("tags:\n\t- a\n\t\nintro: b\n", "tags:\n  - a\n  \nintro: b\n"),
    ],
)
def test_a_tab_gives_way_to_as_many_blanks_as_are_needed(front: str, after: str) -> None:
    assert repaired(f"---\n{front}---\nTexto.\n") == f"---\n{after}---\nTexto.\n"


def test_a_renamed_field_does_not_meet_another() -> None:
    [found] = [one for one in read_post("title: A\nintro: b\ncategories: C\ntag: x\ntags: y\n").diagnostics]
    assert found.rule == "field-unknown" and found.fix is None


def test_quotes_take_any_text_and_comments_leave_it() -> None:
    assert quoted('a "b" \\ \t') == '"a \\"b\\" \\\\ \\t"'
    assert [before_comment(text) for text in ("a #b # c", "# c", "a#", "a # ")] == ["a #b", "", "a#", "a"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names and links")
def test_names_and_links_that_cannot_be_published_are_found(tmp_path: Path) -> None:
    write(tmp_path, {"documents/acta\\marzo.txt": "Acta.\n"})
    (tmp_path / "documents" / "roto.pdf").symlink_to(tmp_path / "nada.pdf")
    found: tuple[Diagnostic, ...] = outcome(tmp_path).diagnostics
    assert [(one.rule, one.location.path) for one in found] == [
        ("file-unreadable", "documents/acta\\marzo.txt"),
        ("file-unreadable", "documents/roto.pdf"),
    ]
