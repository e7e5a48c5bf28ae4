"""A build in which nothing has changed: seen with the standard library alone, before Pelican is even imported.

After each good build a state is left: the question it answered (arguments, environment, versions), the stats of all
that it read and of all that it wrote, and until when the answer holds. If all of it is the same, the answer is too.
"""

import json
import os
import sys
import sysconfig
import time
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.place import OWNED, STATE, cache_folder
from plugins.build.sealed import read_sealed, write_sealed
from plugins.build.tree import GONE, content_of, digest_of, is_racy, stat_of, tree

VERSION = 1
CODE_SKIPPED = ("__pycache__",)
CLOCK = "SOURCE_DATE_EPOCH"


class Question(NamedTuple):
    """What a build was asked; `place` is where its state lies."""

    place: Path
    asked: str


class Seen(NamedTuple):
    """What a build has looked at: digests of stats by folder or file, and digests of files that had just changed."""

    folders: dict[str, str]
    racy: dict[str, str]


def question(root: Path, output: str | None, **arguments: object) -> Question:
    """The question that `arguments` put to the project at `root`."""
    asked = json.dumps(
        [VERSION, str(root), output, sorted(arguments.items()), sys.version, _libraries(), os.environ.get(CLOCK)],
        default=str,
    )
    place = cache_folder(Path(output) if output is not None else root / "output") / STATE
    return Question(place, asked)


def _libraries() -> list[str]:
    try:
        return sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith(".dist-info"))
    except OSError:
        return []


def look(folders: Iterable[Path], files: Iterable[Path], now: int) -> Seen:
    """The stats of `folders` and single `files`; `now` by the file system's clock (nanoseconds)."""
    seen = Seen({}, {})
    for folder in folders:
        add(seen, str(folder), tree(str(folder), CODE_SKIPPED), now)
    for file in files:
        seen.folders[str(file)] = _file(str(file)).decode()
        _note(seen, str(file), _file(str(file)), now)
    return seen


def add(seen: Seen, folder: str, stats: Iterable[tuple[str, bytes]], now: int) -> None:
    """Put what was found in `folder` into `seen`."""
    stats = list(stats)
    seen.folders[folder] = digest_of(stats)
    for path, stat in stats:
        _note(seen, f"{folder}/{path}", stat, now)


def _note(seen: Seen, path: str, stat: bytes, now: int) -> None:
    if is_racy(stat, now):
        seen.racy[path] = content_of(path)


def _file(path: str) -> bytes:
    try:
        return stat_of(os.stat(path))
    except OSError:
        return GONE


def outputs_digest(outputs: Iterable[tuple[str, bytes]]) -> str:
    """The digest of the outputs' stats as the manifest has them."""
    return digest_of(outputs)


def remember(
    asked: Question, seen: Seen, output: Path, outputs: str, due: float | None, said: Mapping[str, Any]
) -> None:
    """Leave the state: `outputs` is the digest of what lies in `output`, `due` the second at which it ends.

    `said` is what the same build would say.

    Raises:
        OSError: it cannot be written.
    """
    state = {
        "asked": asked.asked,
        "folders": seen.folders,
        "racy": seen.racy,
        "environment": _environment(seen),
        "output": str(output),
        "outputs": outputs,
        "due": due,
        "said": said,
    }
    write_sealed(asked.place, json.dumps(state).encode("utf-8", "surrogatepass"))


def _environment(seen: Seen) -> str:
    """The digest of the whole environment, where a settings file looks at it."""
    for path in seen.folders:
        if path.endswith(".py"):
            try:
                text = Path(path).read_text("utf-8", "replace")
            except OSError:
                return ""
            if "environ" in text or "getenv" in text:
                return blake2b(repr(sorted(os.environ.items())).encode("utf-8", "surrogateescape")).hexdigest()
    return ""


def answered(asked: Question) -> Mapping[str, Any] | None:
    """What the last build said, when this one would say it too; None when there is something to do."""
    content = read_sealed(asked.place)
    if content is None:
        return None
    try:
        state = json.loads(content)
        return state["said"] if _holds(state, asked) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _holds(state: Mapping[str, Any], asked: Question) -> bool:
    if state["asked"] != asked.asked:
        return False
    if state["due"] is not None and CLOCK not in os.environ and time.time() >= state["due"]:
        return False
    for path, told in state["folders"].items():
        if told != (_file(path).decode() if not os.path.isdir(path) else digest_of(tree(path, CODE_SKIPPED))):
            return False
    if any(content_of(path) != told for path, told in state["racy"].items()):
        return False
    if state["environment"] != _environment(Seen(state["folders"], {})):
        return False
    return bool(state["outputs"] == outputs_digest(_outputs(state["output"])))


def _outputs(output: str) -> Iterable[tuple[str, bytes]]:
    owned = cache_folder(Path(output)) / OWNED
    try:
        names = owned.read_text("utf-8", "surrogateescape").split("\0")
    except OSError:
        return
    lstat = os.lstat
    for name in names:
        if name:
            try:
                found = lstat(f"{output}/{name}")
            except OSError:
                yield name, GONE
                continue
            yield name, b"%d %d %d" % (found.st_mtime_ns, found.st_size, found.st_ino)
