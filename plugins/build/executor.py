"""The executor: the only code that writes to the output folder.

Everything is rendered into a staging folder first; only when nothing can fail any more are the files
moved by rename, and what we own and no longer plan is removed. Files that are not ours stay.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from plugins.build.failure import write_failure
from plugins.build.manifest import MANIFEST, Made, Manifest, cache_folder, dump, fingerprint, load, sources
from plugins.build.outcome import Outcome, Written
from plugins.core.output import Output, RenderContext


def execute(outcome: Outcome, context: RenderContext, output: Path) -> Written:
    """Make `output` hold exactly the plan of `outcome`, besides files that are not ours.

    Raises:
        BuildError: something could not be rendered or written; the former site is still there.
    """
    cache = cache_folder(output)
    staging = cache / "staging"
    path = str(output)
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        before = load(cache / MANIFEST)
        made, staged = _stage(outcome.plan, context, output, staging)
        path = str(output)
        obsolete = sorted(set(before.outputs) - set(made))
        _clear_the_way(output, staged, set(before.outputs))
        for name in staged:
            path = str(output / name)
            _publish(staging / name, output / name)
        removed = _remove(output, obsolete)
        path = str(cache / MANIFEST)
        _replace(cache / MANIFEST, dump(Manifest(outputs=made, sources=sources(outcome))))
    except OSError as error:
        raise write_failure(str(error.filename or path), error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Written(len(staged), len(made) - len(staged), removed)


def _stage(
    plan: Sequence[Output], context: RenderContext, output: Path, staging: Path
) -> tuple[dict[str, Made], list[str]]:
    """Render everything; what differs from the file that is there goes to `staging`."""
    made: dict[str, Made] = {}
    staged: list[str] = []
    for one in plan:
        inputs = one.inputs
        content = one.render(inputs, context)
        made[one.path] = Made(fingerprint(inputs, one.render), len(content))
        if _same(output / one.path, content):
            continue
        target = staging / one.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        staged.append(one.path)
    return made, staged


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and not path.is_symlink() and path.read_bytes() == content
    except OSError:
        return False


def _clear_the_way(output: Path, staged: Iterable[str], owned: set[str]) -> None:
    """Remove our own former files where a folder is needed now, and our folders where a file is."""
    for name in staged:
        for parent in Path(name).parents:
            if parent.as_posix() in owned and (output / parent).is_file():
                (output / parent).unlink()
        if (output / name).is_dir() and not (output / name).is_symlink():
            _remove(output, [other for other in owned if other.startswith(f"{name}/")])


def _publish(staged: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.replace(staged, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The output folder is another file system: copy beside the target, then rename.
        beside = target.with_name(f".{target.name}.pregon")
        try:
            shutil.copyfile(staged, beside)
            os.replace(beside, target)
        finally:
            with suppress(OSError):
                beside.unlink()


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


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(content)
    os.replace(beside, path)
