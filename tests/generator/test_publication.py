"""What is published when."""

from datetime import UTC, datetime

import pytest
from msgspec import structs

from plugins.generator.publication import publication
from tests.factory import post

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("drafts", [False, True])
def test_the_next_one_is_due_whether_or_not_drafts_are_shown(drafts: bool) -> None:
    one = post("agua")
    assert one.date is not None
    later = structs.replace(one, date=structs.replace(one.date, iso="2026-03-01T13:00:00+00:00"))
    found = publication({later.path: later}, drafts, NOW)
    assert found.due == datetime(2026, 3, 1, 13, tzinfo=UTC)
    assert [document.draft for document in found.documents] == ([True] if drafts else [])
