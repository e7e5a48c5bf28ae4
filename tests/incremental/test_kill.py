"""A build that is killed leaves no half-written file, and the next one makes the site right."""

from pathlib import Path

import pytest

from tests.incremental.kills import Kills
from tests.incremental.mounts import refusal

TIMES = 6


def test_after_a_kill_no_file_is_half_written_and_the_next_build_is_like_a_clean_one(tmp_path: Path) -> None:
    with Kills(tmp_path, 1) as kills:
        for _ in range(TIMES):
            kills.kill()


def test_what_a_killed_build_published_goes_when_the_edit_is_taken_back(tmp_path: Path) -> None:
    with Kills(tmp_path, 2, regret=True) as kills:
        for _ in range(TIMES // 2):
            kills.kill()


@pytest.mark.skipif(bool(refusal()), reason=refusal() or "-")
def test_a_kill_is_as_harmless_where_the_output_is_a_disk_of_its_own(tmp_path: Path) -> None:
    with Kills(tmp_path, 3, mount=True) as kills:
        for _ in range(TIMES // 2):
            kills.kill()
