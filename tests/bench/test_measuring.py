"""How costs are counted."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.bench.processes import Process, descendants, parse_rollup, parse_stat, pss

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
ROLLUP = """55d0c0000000-7ffd0000 ---p 00000000 00:00 0    [rollup]
Rss:                9000 kB
Pss:                4321 kB
Pss_Dirty:           100 kB
"""
# The inner process goes on after its parent has ended, and in a session of its own.
ORPHAN = """
import subprocess, sys
from pathlib import Path
from tools.bench.measure import run
from tools.bench.processes import adopt_orphans
burn = "import time\\nwhile time.process_time() < 0.4: pass"
leave = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {burn!r}], start_new_session=True)"
adopt_orphans()
cost = run([sys.executable, "-c", leave], Path(sys.argv[1]), {}, watch=True)
assert cost.stayed == 0
print(cost.cpu)
"""


def test_a_name_with_blanks_and_parentheses_is_read() -> None:
    stat = "42 (a ) (b) S 7 42 42 0 -1 4194560 100 0 0 0 100 50 25 25 20 0 1 0 5 0 0"
    assert parse_stat(stat)[:3] == (42, 7, "S")
    assert parse_stat(stat).cpu > 0


def test_descendants_are_found_through_all_generations() -> None:
    found = {number: Process(number, parent, "S", 0) for number, parent in ((1, 0), (2, 1), (3, 2), (4, 1), (5, 0))}
    assert sorted(process.number for process in descendants(1, found)) == [2, 3, 4]


def test_memory_is_read_in_bytes() -> None:
    assert parse_rollup(ROLLUP, "Pss") == 4321 * 1024
    assert parse_rollup(ROLLUP, "Rss") == 9000 * 1024
    assert parse_rollup("", "Pss") == 0


@linux
def test_a_process_that_is_gone_holds_nothing() -> None:
    assert pss(2**22 + 1) == 0


@linux
def test_what_outlives_the_command_is_counted(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", ORPHAN, str(tmp_path / "work")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert 0.4 <= float(done.stdout) < 2
