"""Code that fails, described without the code that may be the one that fails: the standard library alone."""

import linecache
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from plugins.server.messages import Crash


def describe(error: BaseException, folders: Sequence[Path], log: str) -> Crash:
    """The last line below one of `folders` that led to `error`. All that Python says of it goes into the file `log`."""
    written = _keep(error, log)
    if isinstance(error, SyntaxError):
        source = (error.text or "").rstrip("\n")
        return Crash(error.msg, error.filename or "", error.lineno or 1, error.offset or 1, source, written)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if any(folder in Path(frame.filename).parents for folder in folders)]
    reason = f"{type(error).__name__}: {error}".rstrip(": ")
    if not (ours or frames):
        return Crash(reason, log=written)
    frame = (ours or frames)[-1]
    line = frame.lineno or 1
    source = linecache.getline(frame.filename, line).rstrip("\n")
    return Crash(reason, frame.filename, line, (frame.colno or 0) + 1, source, written)


def _keep(error: BaseException, log: str) -> str:
    if not log:
        return ""
    with suppress(OSError):
        Path(log).parent.mkdir(parents=True, exist_ok=True)
        Path(log).write_text("".join(traceback.format_exception(error)), "utf-8", "backslashreplace")
        return log
    return ""
