"""A builder that keeps the site in memory: what it serves is what a clean build makes, and it does not grow."""

from pathlib import Path

import pytest

from tests.incremental.resident import ResidentWalk, growth

STEPS = 16
MEGABYTES = 1_000_000


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_sequence_of_edits_what_is_served_is_a_clean_build(seed: int, tmp_path: Path) -> None:
    walk = ResidentWalk(seed, tmp_path, posts=8)
    walk.run(STEPS)
    assert walk.quick


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells it so")
def test_many_edits_take_no_more_memory_than_few(tmp_path: Path) -> None:
    held = growth(tmp_path, 80)
    assert held[-1] - held[20] < 8 * MEGABYTES
