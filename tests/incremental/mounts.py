"""Small disks for tests: a tmpfs that can be full, a folder that cannot be written. Only root may make them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

KILOBYTE = 1024


def refusal() -> str:
    """Why no disk can be made here; empty when one can."""
    if os.geteuid() != 0:
        return "only root may mount a small disk, and rights bind nobody else"
    if not Path("/proc/filesystems").exists() or "tmpfs" not in Path("/proc/filesystems").read_text():
        return "this system has no tmpfs"
    probe = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    return "" if probe.returncode == 0 else f"mounting is not allowed here: {probe.stderr.decode().strip()}"


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


@contextmanager
def disk(folder: Path, kilobytes: int = 16 * 1024) -> Iterator[Path]:
    """An empty disk at `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        _run("umount", "-l", str(folder))


def fill(folder: Path, free: int) -> Path:
    """Leave `free` kilobytes on the disk of `folder`; the file that takes the rest."""
    filler = folder / ".filler"
    about = os.statvfs(folder)
    left = about.f_bavail * about.f_frsize - free * KILOBYTE
    with filler.open("wb") as file:
        file.write(bytes(max(0, left)))
    return filler


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """`folder` cannot be written, by root neither."""
    _run("mount", "--bind", str(folder), str(folder))
    try:
        _run("mount", "-o", "remount,ro,bind", str(folder))
        yield folder
    finally:
        _run("umount", "-l", str(folder))
