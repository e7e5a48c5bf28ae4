"""Lanes: every number is given out once, whoever asks in whatever order; a lost process is one sentence."""

import multiprocessing
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build import parallel, pool
from plugins.build.failure import BuildError
from plugins.build.lanes import Lanes
from plugins.build.parallel import Crew, spread

FORK = multiprocessing.get_context("fork")


@given(st.integers(0, 300), st.integers(1, 5), st.integers(1, 50), st.lists(st.integers(0, 4), max_size=40))
def test_every_number_is_given_out_once(count: int, lanes: int, chunk: int, asking: list[int]) -> None:
    made = Lanes(count, lanes, chunk, FORK)
    found = [number for lane in asking for number in made.take(lane % lanes)]
    assert made.done == len(found)
    while piece := made.take(0):
        assert len(piece) <= chunk
        found += piece
    assert sorted(found) == list(range(count))
    assert all(not made.take(lane) for lane in range(lanes))


def test_who_is_done_takes_from_the_far_end_of_the_longest_stretch() -> None:
    made = Lanes(20, 2, 4, FORK)
    assert [made.take(0) for _ in range(3)] == [range(0, 4), range(4, 8), range(8, 10)]
    assert made.take(0) == range(16, 20)
    assert made.take(1) == range(10, 14)


@pytest.mark.parametrize("apart", [False, True])
def test_forked_processes_do_all_of_it(apart: bool) -> None:
    told: list[tuple[int, int]] = []
    crew = Crew(3, lambda done, of: told.append((done, of)))
    found = [number for chunk in spread(1000, list, crew, apart=apart) for number in chunk]
    assert sorted(found) == list(range(1000))
    assert told[-1] == (1000, 1000)


def test_where_processes_cannot_speak_with_each_other_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> Lanes:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(pool, "Lanes", none)
    assert [number for chunk in spread(1000, list, Crew(3)) for number in chunk] == list(range(1000))


def vanish(chunk: range) -> list[int]:
    """What a system without memory left does to a process."""
    os._exit(9)


@pytest.mark.parametrize("apart", [False, True])
def test_a_process_that_is_ended_from_outside_is_one_sentence(apart: bool) -> None:
    with pytest.raises(BuildError) as caught:
        list(spread(1000, vanish, Crew(2), apart=apart))
    assert caught.value.diagnostic.rule == "process-lost"


def test_a_very_big_job_is_done_in_rounds_by_fresh_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "ROUND", 200)
    told: list[tuple[int, int]] = []
    crew = Crew(2, lambda done, of: told.append((done, of)))
    found = list(spread(900, lambda chunk: [(os.getpid(), number) for number in chunk], crew, apart=True))
    numbers = sorted(number for chunk in found for _, number in chunk)
    assert numbers == list(range(900))
    assert len({process for chunk in found for process, _ in chunk}) >= 5
    assert told == sorted(told) and told[-1] == (900, 900)
