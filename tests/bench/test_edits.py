"""What the bench changes: one thing, and it must be seen."""

from pathlib import Path

import pytest

from tools.bench.addresses import address, listing
from tools.bench.corpus import post
from tools.bench.edits import NotSeen, change_template, changed_body, changed_tag, changed_title, free_posts, must_show


def test_an_edit_changes_one_thing() -> None:
    before = post(19, 30)
    body, title, tag = (change(before, "Mark") for change in (changed_body, changed_title, changed_tag))
    assert (body.front, "Mark." in body.body) == (before.front, True)
    assert title.body == before.body
    assert {name for name in before.front if title.front[name] != before.front[name]} == {"title"}
    assert {name for name in before.front if tag.front[name] != before.front[name]} == {"tags"}
    old, new = before.front["tags"], tag.front["tags"]
    assert isinstance(old, list) and isinstance(new, list)
    assert len(new) == len(old) and len([one for one in new if one not in old]) == 1


def test_the_posts_that_may_be_changed_begin_in_the_middle() -> None:
    found = list(free_posts(100))
    assert found[0] >= 50
    assert len(found) == len(set(found)) > 8


def test_a_template_gets_a_comment_inside_its_content(tmp_path: Path) -> None:
    template = tmp_path / "list.html"
    template.write_text("{% extends 'base.html' %}\n{% block content %}\n<p>\n{% endblock %}\n", encoding="utf-8")
    change_template(template, "Mark")
    assert "{% block content %}\n<!-- Mark -->\n<p>" in template.read_text("utf-8")


def test_addresses_are_those_of_the_theme() -> None:
    assert address(post(1, 30)) == f"/en/posts/{post(1, 30).front['slug']}/"
    assert listing("pt", "tags") == "/pt/etiquetas/"


def test_a_change_that_is_not_shown_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>old</p>", encoding="utf-8")
    must_show(tmp_path, "/", "old")
    with pytest.raises(NotSeen, match=r"index\.html"):
        must_show(tmp_path, "/", "new")
