"""The state that each good build leaves: what shows the next one, with the standard library alone, what has changed.

It holds the question that was answered (arguments, environment, versions), the stats of all that was read and of all
that was written, and until when the answer holds. If all of it is the same, the answer is too (`glance.py`).
"""

import json
import os
import sys
import sysconfig
import time
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.place import STATE, cache_folder
from plugins.build.sealed import write_sealed
from plugins.build.tree import GONE, content_of, digest_of, is_racy, racy_ones, stat_of, tree

VERSION = 3
CODE_SKIPPED = ("__pycache__",)
CLOCK = "SOURCE_DATE_EPOCH"


class Question(NamedTuple):
    """What a build was asked; `place` is where its state lies."""

    place: Path
    asked: str


class Host(NamedTuple):
    """What Pelican made of the settings, for builds that need nothing else of it (`plugins.generator.everyday`).

    `settings` is its text, `code` the version of the code that made the site. Both stand as long as the folders and
    files `of` are the same.
    """

    settings: str
    code: str
    of: Sequence[str]


class Seen(NamedTuple):
    """What a build has looked at: digests of stats by folder or file, and digests of files that had just changed."""

    folders: dict[str, str]
    racy: dict[str, str]


def question(root: Path, output: str | None, **arguments: object) -> Question:
    """The question that a build with these `arguments` puts to the project at `root`."""
    place = cache_folder(Path(output) if output is not None else root / "output") / STATE
    return question_at(place, root, output=output, **arguments)


def question_at(place: Path, root: Path, **arguments: object) -> Question:
    """The same of any command, whose state lies at `place`."""
    asked = json.dumps(
        [VERSION, str(root), sorted(arguments.items()), sys.version, _libraries(), os.environ.get(CLOCK)],
        default=str,
    )
    return Question(place, asked)


def _libraries() -> list[str]:
    try:
        return sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith(".dist-info"))
    except OSError:
        return []


def look(
    folders: Iterable[Path],
    files: Iterable[Path],
    now: int,
    walked: Mapping[str, Sequence[tuple[str, bytes]]] = {},
) -> Seen:
    """The stats of `folders` and single `files`; `now` by the file system's clock (nanoseconds).

    What is in `walked` has been looked at.
    """
    seen = Seen({}, {})
    for folder in map(str, folders):
        add(seen, folder, walked[folder] if folder in walked else tree(folder, CODE_SKIPPED), now)
    for file in files:
        seen.folders[str(file)] = stat_at(str(file)).decode()
        if is_racy(stat_at(str(file)), now):
            seen.racy[str(file)] = content_of(str(file))
    return seen


def add(seen: Seen, folder: str, stats: Iterable[tuple[str, bytes]], now: int) -> None:
    """Put what was found in `folder` into `seen`."""
    stats = list(stats)
    seen.folders[folder] = digest_of(stats)
    # What is no plain file has no stat of its own: a link out of the folder may lead to one that changes.
    for path, _ in (*racy_ones(stats, now), *((path, found) for path, found in stats if found == GONE)):
        seen.racy[f"{folder}/{path}"] = content_of(f"{folder}/{path}")


def stat_at(path: str) -> bytes:
    """The stat of the single file at `path`."""
    try:
        return stat_of(os.stat(path))
    except OSError:
        return GONE


def outputs_digest(outputs: Iterable[tuple[str, bytes]]) -> str:
    """The digest of the outputs' stats as the manifest has them."""
    return digest_of(outputs)


def remember(
    asked: Question,
    seen: Seen,
    content: str,
    output: Path,
    outputs: str,
    due: float | None,
    said: Mapping[str, Any],
    host: Host | None = None,
) -> None:
    """Leave the state: `outputs` is the digest of what lies in `output`, `due` the second at which it ends.

    `content` is the folder of the texts, in which nothing is skipped; `said` is what the same build would say.

    Raises:
        OSError: it cannot be written.
    """
    state = {
        "asked": asked.asked,
        "content": content,
        "folders": seen.folders,
        "racy": seen.racy,
        "environment": environment(seen),
        "output": str(output),
        "outputs": outputs,
        "since": time.time(),
        "due": due,
        "said": said,
        "host": host,
    }
    write_sealed(asked.place, json.dumps(state).encode("utf-8", "surrogatepass"))


def environment(seen: Seen) -> str:
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
