"""What is still as the last build left it, seen before Pelican is even imported, with the standard library alone.

Where nothing has changed, that is the answer; where something has, the build goes on from what was seen here, and
looks at nothing twice.
"""

import json
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.place import OWNED, cache_folder
from plugins.build.sealed import read_sealed
from plugins.build.tree import content_of, digest_of, keys_in, tree
from plugins.build.unchanged import CLOCK, CODE_SKIPPED, Host, Question, Seen, environment, outputs_digest, stat_at


class Outdated(Exception):
    """Another build was waited for: what this one has seen may be old, down to the settings and code it has loaded."""


class Glance(NamedTuple):
    """What was seen before a build.

    `said` is what the last build said, when this one would say it too. Else `walked` has the files with their stats of
    each folder that was looked at, and `host` what it left, when that stands.
    """

    asked: Question
    said: Mapping[str, Any] | None = None
    walked: Mapping[str, Sequence[tuple[str, bytes]]] = {}
    host: Host | None = None


def look_back(asked: Question) -> Glance:
    """What of the last build's state still holds."""
    content = read_sealed(asked.place)
    if content is None:
        return Glance(asked)
    try:
        return _compared(json.loads(content), asked)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Glance(asked)


def _compared(state: Mapping[str, Any], asked: Question) -> Glance:
    if state["asked"] != asked.asked or state["environment"] != environment(Seen(state["folders"], {})):
        return Glance(asked)
    walked: dict[str, list[tuple[str, bytes]]] = {}
    for path in state["folders"]:
        if os.path.isdir(path):
            walked[path] = list(tree(path, () if path == state["content"] else CODE_SKIPPED))
    others = [path for path, told in state["racy"].items() if content_of(path) != told]
    changed = {path for path, told in state["folders"].items() if told != _now(path, walked) or _holds(path, others)}
    if not changed and not _is_over(state) and state["outputs"] == outputs_digest(_outputs(state["output"])):
        return Glance(asked, state["said"])
    host = Host(*state["host"]) if state["host"] else None
    return Glance(asked, None, walked, None if host is None or changed.intersection(host.of) else host)


def _now(path: str, walked: Mapping[str, Sequence[tuple[str, bytes]]]) -> str:
    return digest_of(walked[path]) if path in walked else stat_at(path).decode()


def _holds(place: str, paths: Iterable[str]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for path in paths)


def _is_over(state: Mapping[str, Any]) -> bool:
    # Where the clock was put back, what was published may have to wait again.
    return not os.environ.get(CLOCK) and not state["since"] <= time.time() < (state["due"] or float("inf"))


def _outputs(output: str) -> Iterable[tuple[str, bytes]]:
    owned = cache_folder(Path(output)) / OWNED
    names = [name for name in (read_sealed(owned) or b"").decode("utf-8", "surrogateescape").split("\0") if name]
    yield from zip(names, keys_in(output, names), strict=True)
