"""The executor for a site that stays in memory: some outputs that are there already are made as they should be now.

The manifest in memory is put right at once, the one on disk later: until then it says of these outputs that they are
not as they were written, and whoever believes it makes them again.
"""

from pathlib import Path

from plugins.build.executor import Job, Recalled, rendered, sweep
from plugins.build.failure import write_failure
from plugins.build.manifest import Made, Manifest, altered
from plugins.build.moves import make_folders, put
from plugins.build.place import cache_folder, staging_of
from plugins.core.output import RenderContext


def touch(job: Job, context: RenderContext, output: Path, outputs: dict[str, Made]) -> tuple[str, ...]:
    """Make the plan of `job`, a part of the `outputs` of the manifest; the paths of those that have other bytes now.

    Raises:
        BuildError: something could not be rendered or written; some of the outputs may be new and others not.
    """
    cache, path = cache_folder(output), str(output)
    try:
        staging = staging_of(output, len(job.plan))
        sweep(cache, output)
        staging.make()
        known = {one.path: outputs[one.path] for one in job.plan}
        lost, moved = altered(output, known)
        recalled = Recalled(Manifest(outputs={**known, **moved}), frozenset(lost))
        made, staged = rendered(job, context, output, staging, recalled)
        make_folders(output, [name for name in staged if name in lost])
        for name, number in staged.items():
            put(staging.at(number), output, name, frozenset())
        sweep(cache, output)
    except OSError as error:
        raise write_failure(str(error.filename2 or error.filename or path), error) from error
    outputs.update(made)
    return tuple(staged)
