"""The executor: the only code that writes to the output folder.

What has to be made is rendered into a staging folder first; only when nothing can fail any more are the files
moved by rename, and what we own and no longer plan is removed. Files that are not ours stay.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from plugins.build.failure import write_failure
from plugins.build.manifest import Made, Manifest, altered, content_digest, load, note_owned, owned, stat_key
from plugins.build.manifest import prepare as prepare_manifest
from plugins.build.outcome import Written
from plugins.build.parallel import Crew, spread
from plugins.build.place import HIDDEN_STAGING, STAGING, cache_folder, staging_folder
from plugins.build.unchanged import outputs_digest
from plugins.build.versions import digest, encoded
from plugins.core.output import Output, RenderContext

Version = Callable[[Output], bytes]
# An output's number, what the manifest is to say of it, and whether its bytes are staged.
Rendered = list[tuple[int, Made, bool]]


class Recalled(Struct, frozen=True):
    """What is known of the output folder before a build.

    `lost` are outputs that are not there as they were written, `owned` every file that is or was ours.
    """

    manifest: Manifest = Manifest()
    lost: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    was_touched: bool = False


def recall(output: Path) -> Recalled:
    """What the last build left in `output`, looked at file by file."""
    cache = cache_folder(output)
    manifest = load(cache)
    lost, moved = altered(output, manifest.outputs)
    if moved:
        manifest = Manifest(outputs={**manifest.outputs, **moved})
    return Recalled(manifest, frozenset(lost), frozenset(owned(cache, manifest)), bool(moved))


class Job(Struct, frozen=True):
    """What has to be looked at. With `partial`, every other output of the manifest is planned too, as it was."""

    plan: Sequence[Output]
    version: Version
    partial: bool = False
    crew: Crew = Crew()
    begin: Callable[[], None] = lambda: None


def execute(job: Job, context: RenderContext, output: Path, recalled: Recalled) -> Written:
    """Make `output` hold exactly the plan, besides files that are not ours.

    Raises:
        BuildError: something could not be rendered or written; the former site is still there.
    """
    cache = cache_folder(output)
    path = str(cache)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        staging = staging_folder(output)
        path = str(staging)
        sweep(cache, output)
        staging.mkdir(parents=True)
        made, staged = rendered(job, context, output, staging, recalled)
        path = str(output)
        outputs = {**recalled.manifest.outputs, **made} if job.partial else made
        removed = _publish(output, staging, staged, outputs, recalled)
    except OSError as error:
        raise write_failure(str(error.filename2 or error.filename or path), error) from error
    finally:
        with suppress(OSError):
            sweep(cache, output)
    told = outputs_digest((name, one.stat) for name, one in outputs.items())
    return Written(len(staged), len(outputs) - len(staged), removed, told)


def sweep(cache: Path, output: Path) -> None:
    """Take away what was staged."""
    for folder in (cache / STAGING, output / HIDDEN_STAGING):
        if folder.is_dir():
            shutil.rmtree(folder)


def rendered(
    job: Job, context: RenderContext, output: Path, staging: Path, recalled: Recalled
) -> tuple[dict[str, Made], dict[str, int]]:
    """The manifest's entries of the plan; which outputs have new bytes, and under which number these are staged."""
    plan = job.plan
    work = _Work(job, context, (str(output), str(staging)), recalled)
    found: dict[int, Made] = {}
    staged: dict[str, int] = {}
    for results in spread(len(plan), work, job.crew, job.begin):
        for number, one, is_staged in results:
            found[number] = one
            if is_staged:
                staged[plan[number].path] = number
    return {plan[number].path: found[number] for number in sorted(found)}, staged


class _Work:
    """Renders what has changed among the outputs of a chunk; runs in any process."""

    def __init__(self, job: Job, context: RenderContext, folders: tuple[str, str], recalled: Recalled) -> None:
        """`folders` are the output folder and the one for staging."""
        self.job, self.context, (self.output, self.staging) = job, context, folders
        self.outputs, self.lost = recalled.manifest.outputs, recalled.lost

    def __call__(self, chunk: range) -> Rendered:
        return [self._one(number) for number in chunk]

    def _one(self, number: int) -> tuple[int, Made, bool]:
        one = self.job.plan[number]
        inputs = one.inputs
        fingerprint = digest(self.job.version(one), encoded(inputs))
        former = self.outputs.get(one.path) if one.path not in self.lost else None
        if former is not None and former.fingerprint == fingerprint:
            return number, former, False
        content = one.render(inputs, self.context)
        told = content_digest(content)
        if former is not None and former.content == told:
            return number, Made(fingerprint, told, former.stat), False
        there = _there(f"{self.output}/{one.path}", content) if former is None else b""
        if there:
            return number, Made(fingerprint, told, there), False
        return number, Made(fingerprint, told, _staged(f"{self.staging}/{number}", content)), True


def _there(path: str, content: bytes) -> bytes:
    """The stat of the file at `path` when it holds `content`: a lost manifest is no reason to touch the site."""
    try:
        stat = os.lstat(path)
        if stat.st_size != len(content) or not S_ISREG(stat.st_mode):
            return b""
        with open(path, "rb", buffering=0) as file:
            return stat_key(stat) if file.read() == content else b""
    except OSError:
        return b""


def _staged(path: str, content: bytes) -> bytes:
    with open(path, "wb", buffering=0) as file:
        view = memoryview(content)
        while view:
            view = view[file.write(view) :]
        return stat_key(os.fstat(file.fileno()))


def _publish(output: Path, staging: Path, staged: dict[str, int], outputs: dict[str, Made], recalled: Recalled) -> int:
    """Move what is staged to its place, remove what is no longer planned, and remember it; how many were removed."""
    cache, former = cache_folder(output), recalled.manifest.outputs
    obsolete = sorted(recalled.owned.difference(outputs))
    ours = recalled.owned.union(outputs)
    new = [name for name in staged if name not in former or name in recalled.lost]
    if len(ours) != len(recalled.owned) or not former:
        note_owned(cache, ours)
    changed = bool(staged or obsolete) or recalled.was_touched or outputs != former
    _clear_the_way(output, new, recalled.owned)
    make_folders(output, new)
    finish = prepare_manifest(cache, Manifest(outputs=outputs)) if changed else None
    for name, number in staged.items():
        put(staging / str(number), output, name, recalled.owned)
    removed = _remove(output, obsolete)
    if finish is not None:
        finish()
    if len(outputs) != len(ours):
        note_owned(cache, set(outputs))
    return removed


def make_folders(output: Path, names: Iterable[str]) -> None:
    """Every folder that will be needed; none stays when one cannot be made."""
    made: list[Path] = []
    known = {output}
    try:
        for name in names:
            parent = (output / name).parent
            if parent not in known:
                known.add(parent)
                _make_folder(parent, made)
    except OSError:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    if not output.is_dir():
        output.mkdir(parents=True)


def _make_folder(folder: Path, made: list[Path]) -> None:
    try:
        folder.mkdir()
    except FileNotFoundError:
        _make_folder(folder.parent, made)
        folder.mkdir()
    except FileExistsError:
        if not folder.is_dir():
            raise
        return
    made.append(folder)


def _clear_the_way(output: Path, names: Iterable[str], ours: frozenset[str]) -> None:
    """Remove our own former files where a folder is needed now."""
    for name in names:
        for parent in Path(name).parents:
            if parent.as_posix() in ours and not (output / parent).is_dir():
                (output / parent).unlink(missing_ok=True)


def put(staged: Path, output: Path, name: str, ours: frozenset[str]) -> None:
    """Move a staged file to its place; `ours` may be removed where they are in its way."""
    target = output / name
    try:
        os.replace(staged, target)
    except OSError:
        if not target.is_dir() or target.is_symlink():
            raise
        # Pages of ours lie where a file is wanted now; anybody else's stop us.
        _remove(output, [other for other in ours if other.startswith(f"{name}/")])
        if target.is_dir():
            target.rmdir()
        os.replace(staged, target)


def _remove(output: Path, names: Iterable[str]) -> int:
    """Remove our files and the folders that this empties."""
    removed = 0
    for name in names:
        target = output / name
        if target.is_file() or target.is_symlink():
            target.unlink()
            removed += 1
        for parent in target.parents:
            if parent == output or output not in parent.parents:
                break
            try:
                parent.rmdir()
            except OSError:
                break
    return removed
