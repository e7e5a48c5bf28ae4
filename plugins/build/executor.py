"""The executor: the only code that writes to the output folder.

What has to be made is rendered into a staging folder first; only when nothing can fail any more are the files
moved by rename, and what we own and no longer plan is removed. Files that are not ours stay.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

from msgspec import Struct

from plugins.build.failure import write_failure
from plugins.build.manifest import Made, Manifest, altered, load, note_owned, owned
from plugins.build.manifest import prepare as prepare_manifest
from plugins.build.moves import clear_the_way, make_folders, put, remove
from plugins.build.outcome import Written
from plugins.build.parallel import Crew, spread
from plugins.build.place import HIDDEN_STAGING, OWNED, STAGING, Staging, cache_folder, staging_of
from plugins.build.rendering import Rendering, Version
from plugins.build.sealed import read_sealed
from plugins.build.unchanged import outputs_digest
from plugins.core.output import Output, RenderContext


class Recalled(Struct, frozen=True):
    """What is known of the output folder before a build.

    `lost` are outputs that are not there as they were written, `owned` every file that is or was ours.
    """

    manifest: Manifest = Manifest()
    lost: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    was_touched: bool = False

    def former(self, path: str) -> Made | None:
        """What lies at `path` as it was written."""
        return self.manifest.outputs.get(path) if path not in self.lost else None


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
        staging = staging_of(output, len(job.plan))
        path = staging.folder
        sweep(cache, output)
        staging.make()
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
    job: Job, context: RenderContext, output: Path, staging: Staging, recalled: Recalled
) -> tuple[dict[str, Made], dict[str, int]]:
    """The manifest's entries of the plan; which outputs have new bytes, and under which number these are staged."""
    plan = sorted(job.plan, key=attrgetter("near"))
    work = Rendering(plan, job.version, context, str(output), staging, recalled.former)
    results = [one for chunk in spread(len(plan), work, job.crew, job.begin, apart=True) for one in chunk]
    results.sort(key=lambda result: plan[result[0]].path)
    made = {plan[number].path: one for number, one, _ in results}
    return made, {plan[number].path: number for number, _, is_staged in results if is_staged}


def _publish(
    output: Path, staging: Staging, staged: dict[str, int], outputs: dict[str, Made], recalled: Recalled
) -> int:
    """Move what is staged to its place, remove what is no longer planned, and remember it; how many were removed."""
    cache, former = cache_folder(output), recalled.manifest.outputs
    obsolete = sorted(recalled.owned.difference(outputs))
    ours = recalled.owned.union(outputs)
    new = [name for name in staged if name not in former or name in recalled.lost]
    if len(ours) != len(recalled.owned) or not former or read_sealed(cache / OWNED) is None:
        note_owned(cache, ours)
    changed = bool(staged or obsolete) or recalled.was_touched or outputs != former
    clear_the_way(output, new, recalled.owned)
    make_folders(output, new)
    finish = prepare_manifest(cache, Manifest(outputs=outputs)) if changed else None
    for name, number in staged.items():
        put(staging.at(number), output, name, recalled.owned)
    removed = remove(output, obsolete)
    if finish is not None:
        finish()
    if len(outputs) != len(ours):
        note_owned(cache, set(outputs))
    return removed
