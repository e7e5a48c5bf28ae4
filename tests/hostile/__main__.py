"""Thousands of random and mutated files, and `check` over all of them.

    python -m tests.hostile --files 10000 --seed 1 [--folder DIR] [--keep]

It ends with 0 when `check` ended with findings and nothing else, named every file, took no more than a gigabyte, and
no file cost more than two seconds; else it says what did not hold, and keeps the files.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from tests.hostile.files import make
from tests.hostile.running import Ran, check, run

GIGABYTE = 1_000_000_000
# Seconds of a processor for one file.
MOST = 2.0
HOUR = 3600
# What a terminal would obey: all controls but the line end, and C1.
OBEYED = {*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0))} - {"\n"}


def faults(ran: Ran) -> Iterator[str]:
    """What is wrong with a run of `check`, whatever it was given."""
    if ran.status not in (0, 1):
        yield f"it ended with {ran.status}: {ran.err[-2000:]}"
    if "Traceback" in ran.out + ran.err:
        yield f"it broke down: {(ran.out + ran.err)[-3000:]}"
    if ran.peak > GIGABYTE:
        yield f"it took {ran.peak / 1e6:.0f} MB"
    obeyed = OBEYED.intersection(ran.out) | OBEYED.intersection(ran.err) - {"\r"}
    if obeyed:
        yield f"its words hold {sorted(map(ord, obeyed))}"


def account_of(content: Path) -> tuple[dict[str, object], list[str]]:
    """What became of the files of `content`, and what is wrong with that."""
    ran = run([sys.executable, "-m", "tests.hostile.accounts", str(content)], HOUR)
    if ran.status:
        return {}, [f"the account broke down: {ran.err[-3000:]}"]
    account = json.loads(ran.out)
    wrong = [f"nobody knows what became of {name}" for name in account["lost"]]
    wrong += [f"{name} took {seconds} s" for name, seconds in account["slow"].items() if seconds > MOST]
    return account, wrong


def main(arguments: list[str]) -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", default="", help="where the files are made")
    parser.add_argument("--keep", action="store_true")
    chosen = parser.parse_args(arguments)
    folder = Path(mkdtemp(prefix="pregon-hostile-", dir=chosen.folder or None))
    make(folder, chosen.files, chosen.seed)
    size = sum(path.stat().st_size for path in folder.rglob("*.md")) / 1e6
    wrong = []
    for form in ("json", "text"):
        ran = check(folder, "--format", form)
        print(f"{chosen.files} files, {size:.0f} MB, {form}: {ran.seconds:.1f} s, {ran.peak / 1e6:.0f} MB", flush=True)
        wrong += [f"{form}: {fault}" for fault in faults(ran)]
    account, more = account_of(folder)
    print(json.dumps(account, indent=1, ensure_ascii=False))
    wrong += more
    print("\n".join(wrong) or "all is well")
    if wrong or chosen.keep:
        print(f"kept in {folder}")
    else:
        rmtree(folder)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
