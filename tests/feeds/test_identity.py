"""Ids: readers of a feed must not see an old post as a new one."""

from plugins.feeds.identity import item_id
from tests.factory import moment, post


def test_an_id_survives_a_corrected_date_slug_title_and_address() -> None:
    before = post()
    after = post(
        group=before.group,
        slug="agua-muy-limpia",
        title="Otro",
        date=moment("2020-01-01T00:00:00+00:00"),
        permalink="/x/",
    )
    assert item_id(after) == item_id(before)


def test_the_id_of_a_file_never_changes_with_the_code() -> None:
    assert item_id(post(group="2026-03-02-agua-limpia")) == "urn:uuid:b7e63b7d-5c69-5289-8f2a-4015c036d8bc"


def test_a_documents_own_id_is_taken_as_it_is() -> None:
    assert item_id(post(id="tag:ejemplo.org,2017:agua")) == "tag:ejemplo.org,2017:agua"


def test_a_translation_is_an_item_of_its_own() -> None:
    assert item_id(post()) != item_id(post("clean-water", lang="en", group="agua-limpia"))
