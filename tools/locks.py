"""Writes the locks: one resolution for CPython 3.11 and newer on every system, with hashes."""

import os
import shutil
import subprocess
import sys

# Each with its arguments. The second and third may only take what the first decided.
LOCKS = (
    ("requirements-dev.txt", ("pyproject.toml", "--group", "dev")),
    ("requirements.txt", ("pyproject.toml", "--constraints", "requirements-dev.txt")),
    ("requirements-build.txt", ("--group", "build")),
)


def find_uv() -> str | None:
    """Where uv is, on the path or beside this Python."""
    beside = os.path.join(os.path.dirname(sys.executable), "uv")
    return shutil.which("uv") or shutil.which(beside)


def write_locks(root: str, uv: str, upgrade: bool) -> int:
    """Resolve and write; the versions of an existing lock stay where they can unless `upgrade`."""
    for name, arguments in LOCKS:
        command = [uv, "pip", "compile", *arguments, "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
        command += ["--custom-compile-command", "python3 tasks.py lock", "--quiet", "--output-file", name]
        status = subprocess.call([*command, *(["--upgrade"] if upgrade else [])], cwd=root)
        if status:
            return status
    return 0
