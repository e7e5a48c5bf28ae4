"""The line to a cluster: work comes back as it would be done here, and whatever is wrong is said in one sentence."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.build import cluster_line
from plugins.build.failure import BuildError
from plugins.build.parallel import Crew, spread
from plugins.build.portable import Cluster
from plugins.build.speech import speech
from plugins.build.versions import code_version
from plugins.core.diagnostic import Diagnostic
from tests.cluster.errands import Squares, die, fail, square
from tests.cluster.machines import Machines, machines

ROOT = Path(__file__).parents[2]
PLUGINS = str(ROOT / "plugins")
COUNT = 400
NOWHERE = "tcp://127.0.0.1:1"


def cluster_at(address: str, shared: Sequence[str] = (), code: bytes | None = None) -> Cluster:
    told = code or code_version([Path(PLUGINS)])
    return Cluster(address, "/site/pelicanconf.py", (str(ROOT),), tuple(shared), {PLUGINS: told})


def done(work: Squares, cluster: Cluster, count: int = COUNT) -> list[int]:
    told: list[tuple[int, int]] = []
    crew = Crew(tell=lambda done, of: told.append((done, of)), cluster=cluster)
    found = [one for chunk in spread(count, work, crew) for one in chunk]
    assert told == sorted(told)
    assert told[-1] == (count, count)
    return sorted(found)


def fault(work: Squares, cluster: Cluster) -> Diagnostic:
    with pytest.raises(BuildError) as caught:
        list(spread(COUNT, work, Crew(cluster=cluster)))
    found = caught.value.diagnostic
    assert (found.rule, found.location.path) == ("cluster-unusable", "/site/pelicanconf.py")
    assert found.hint
    for lang in ("es", "en", "pt"):
        said = found.message.said(speech(lang).gettext) + found.hint.said(speech(lang).gettext)
        assert "{" not in said
        assert "`DASK_SCHEDULER`" in said
    return found


def test_what_comes_back_is_what_would_be_done_here(cluster: Machines) -> None:
    assert done(Squares(square), cluster_at(cluster.address)) == [number * number for number in range(COUNT)]


def test_what_need_not_travel_does_not(cluster: Machines) -> None:
    work = Squares(square, here=range(0, 90))
    assert done(work, cluster_at(cluster.address)) == [number * number for number in range(COUNT)]


def test_a_small_job_and_one_with_nothing_to_send_ask_nothing_of_the_cluster() -> None:
    assert done(Squares(square), cluster_at(NOWHERE), 20) == [number * number for number in range(20)]
    nothing = Squares(square, here=range(COUNT))
    assert done(nothing, cluster_at(NOWHERE)) == [number * number for number in range(COUNT)]


def test_an_error_of_the_work_itself_comes_back_as_it_is(cluster: Machines) -> None:
    with pytest.raises(LookupError):
        list(spread(COUNT, Squares(fail), Crew(cluster=cluster_at(cluster.address))))
    # The workers are as before.
    assert len(done(Squares(square), cluster_at(cluster.address))) == COUNT


def test_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_line, "ANSWER", 0.3)
    assert "does not answer" in fault(Squares(square), cluster_at(NOWHERE)).message.template


def test_the_library_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "plugins.build.cluster_line")
    assert "not installed" in fault(Squares(square), cluster_at(NOWHERE)).message.template


def test_a_worker_that_does_not_see_a_folder(cluster: Machines) -> None:
    found = fault(Squares(square), cluster_at(cluster.address, ["/not/there"]))
    assert "does not see" in found.message.template
    assert found.message.values["what"] == "/not/there"
    assert str(found.message.values["worker"]).startswith("tcp://")


def test_a_worker_that_has_loaded_other_code(cluster: Machines) -> None:
    found = fault(Squares(square), cluster_at(cluster.address, code=b"other"))
    assert found.message.values["what"] == PLUGINS


def test_work_that_cannot_travel(cluster: Machines, tmp_path: Path) -> None:
    with (tmp_path / "open").open("w") as file:
        work = Squares(lambda number: file.write("x"))
        assert "cannot be sent" in fault(work, cluster_at(cluster.address)).message.template


def test_a_cluster_without_workers_then_with_one_that_dies_then_without_a_scheduler(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cluster_line, "ANSWER", 1.0)
    monkeypatch.setattr(cluster_line, "LOOK", 0.2)
    with machines(tmp_path, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as made:
        there = cluster_at(made.address)
        assert "has no workers" in fault(Squares(square), there).message.template
        monkeypatch.setattr(cluster_line, "ANSWER", 10.0)
        made.work(1)
        found = fault(Squares(die), there)
        assert ("lost" in found.message.template, found.message.values["reason"]) == (True, "KilledWorker")
        made.work(1)
        monkeypatch.setattr(cluster_line, "ANSWER", 0.5)
        results = spread(COUNT * 10, Squares(square), Crew(cluster=there))
        next(results)
        next(results)
        made.scheduler.kill()
        with pytest.raises(BuildError) as caught:
            list(results)
        assert "lost" in caught.value.diagnostic.message.template
