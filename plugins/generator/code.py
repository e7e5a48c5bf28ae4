"""The code that a site is made by besides our own: of rooms that lie elsewhere, of the settings."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.build.outcome import SETTINGS_FILE
from plugins.core.room import Room

ROOT = Path(__file__).parents[1]
# In settings that were kept: the modules they came from.
MODULES = "PREGON_SETTINGS_MODULES"


def code_folders(rooms: Sequence[Room]) -> set[Path]:
    """Our own code, and that of rooms which lie elsewhere."""
    places = {Path(sys.modules[name].__file__ or ROOT) for room in rooms for name in _modules(room)}
    return {ROOT, *(place.parent for place in places if ROOT not in place.parents)}


def _modules(room: Room) -> set[str]:
    """The modules of all that a room brings."""
    functions: list[Any] = [room.configure, room.outputs, room.products, *room.markdown]
    functions += [function for rule in room.rules for function in (rule.entry, rule.site)]
    return {getattr(function, "func", function).__module__ for function in functions if function is not None}


def settings_files(settings: Mapping[str, Any]) -> list[Path]:
    """The settings file is code of the theme where it brings filters or tests."""
    brings = settings.get("JINJA_FILTERS") or settings.get("JINJA_TESTS")
    return [file for file in settings_modules(settings) if file.is_file()] if brings else []


def settings_modules(settings: Mapping[str, Any]) -> list[Path]:
    """The settings file, and what it imported from beside it or from the project."""
    if MODULES in settings:
        return [Path(name) for name in settings[MODULES]]
    file = Path(str(settings.get(SETTINGS_FILE) or "pelicanconf.py")).absolute()
    places = (f"{file.parent}{os.sep}", f"{ROOT.parent}{os.sep}")
    loaded = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    beside = [Path(name) for name in loaded if name and name.startswith(places)]
    return sorted({file, *(path for path in beside if not _is_ours(path))})


def _is_ours(path: Path) -> bool:
    """Whether a module is no part of the settings: the commands look at the environment, the site does not."""
    ours = (ROOT, ROOT.parent / "tools")
    return "site-packages" in path.parts or path == ROOT.parent / "tasks.py" or any(one in path.parents for one in ours)
