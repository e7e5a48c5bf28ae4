"""How a report names a file: from the current folder when it lies below it, else in full, with `/`."""

from pathlib import PurePath


def shown_path(path: str, content: PurePath, cwd: PurePath) -> str:
    """`path` (relative to the folder `content`, or absolute) as somebody in `cwd` would write it.

    `content` and `cwd` are absolute.
    """
    whole = content / path
    shown = whole.relative_to(cwd) if whole.is_relative_to(cwd) else whole
    return shown.as_posix()
