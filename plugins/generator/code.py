"""The code that a site is made by besides our own: of rooms that lie elsewhere, of the settings."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.build.outcome import SETTINGS_FILE
from plugins.core.room import Room

ROOT = Path(__file__).parents[1]


def code_folders(rooms: Sequence[Room]) -> set[Path]:
    """Our own code, and that of rooms which lie elsewhere."""
    names = {function.__module__ for room in rooms for function in (room.outputs, room.products) if function}
    places = {Path(sys.modules[name].__file__ or ROOT) for name in names}
    return {ROOT, *(place.parent for place in places if ROOT not in place.parents)}


def settings_files(settings: Mapping[str, Any]) -> list[Path]:
    """The settings file is code of the theme where it brings filters or tests."""
    brings = settings.get("JINJA_FILTERS") or settings.get("JINJA_TESTS")
    return [file for file in settings_modules(settings) if file.is_file()] if brings else []


def settings_modules(settings: Mapping[str, Any]) -> list[Path]:
    """The settings file, and what it imported from beside it or from the project."""
    file = Path(str(settings.get(SETTINGS_FILE) or "pelicanconf.py")).absolute()
    places = (str(file.parent), str(ROOT.parent))
    loaded = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    beside = [Path(name) for name in loaded if name and name.startswith(places)]
    return sorted({file, *(path for path in beside if not {"site-packages", "plugins"} & set(path.parts))})
