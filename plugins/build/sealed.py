"""Sealed files: what we keep for ourselves between two builds, written at once and believed only when whole."""

import os
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

SIZE = 16


def seal(content: bytes) -> bytes:
    """`content` behind its own digest."""
    return _digest(content) + content


def unsealed(content: bytes) -> bytes | None:
    """What `seal` was given; None when a single bit is another."""
    digest, inner = content[:SIZE], content[SIZE:]
    return inner if _digest(inner) == digest else None


def _digest(content: bytes) -> bytes:
    # There is hardware for it.
    return sha256(content).digest()[:SIZE]


def read_sealed(path: Path) -> bytes | None:
    """What the file at `path` holds; None when there is none, and when it is damaged."""
    try:
        return unsealed(path.read_bytes())
    except OSError:
        return None


def write_sealed(path: Path, content: bytes) -> None:
    """Replace the file at `path` in one step.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    prepared(path, seal(content))()


def prepared(path: Path, content: bytes) -> Callable[[], None]:
    """Write `content` beside `path`; what is returned puts it there by renaming, for which no room is needed.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_bytes(content)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return partial(os.replace, beside, path)
