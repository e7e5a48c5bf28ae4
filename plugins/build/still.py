"""The everyday answer: nothing has changed since the last build, seen and said with the standard library alone."""

import os
import sys
from pathlib import Path
from time import perf_counter
from typing import TextIO

from plugins.build.glance import Glance, look_back
from plugins.build.unchanged import question

ROOT = Path(__file__).parents[2]


def glance_at(*, content: str | None, output: str | None, drafts: bool, strict: bool, production: bool) -> Glance:
    """What of the last build still holds for a build with these arguments."""
    content = None if content is None else os.path.abspath(content)
    output = None if output is None else os.path.abspath(output)
    return look_back(question(ROOT, output, content=content, drafts=drafts, strict=strict, production=production))


def nothing_to_do(glance: Glance, began: float) -> bool:
    """Whether the site is what this build, which `began` then (seconds, monotonic), would make of it; if so, say it."""
    said = glance.said
    if said is None:
        return False
    for line in said["errors"]:
        _say(line, sys.stderr)
    seconds = f"{perf_counter() - began:.1f}"
    counts = {"written": 0, "kept": said["kept"], "removed": 0, "seconds": seconds}
    _say(said["written"].format(output=_relative(said["output"]), **counts), sys.stdout)
    return True


def _relative(path: str) -> str:
    try:
        return Path(path).relative_to(Path.cwd()).as_posix() + "/"
    except ValueError:
        return Path(path).as_posix() + "/"


def _say(line: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
