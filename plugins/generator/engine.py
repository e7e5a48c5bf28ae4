"""The engine on other machines that the settings name, and what its workers must be like."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.build.outcome import SETTINGS_FILE
from plugins.build.place import cache_folder
from plugins.build.portable import Cluster
from plugins.build.versions import code_version


def engine(address: str, settings: Mapping[str, Any], folders: Iterable[Path], modules: Iterable[Path]) -> Cluster:
    """The cluster at `address`. `folders` hold code, `modules` are the settings file and what it imports."""
    project = Path(__file__).parents[2]
    files = {str(module) for module in modules}
    sent = [name for name, module in list(sys.modules.items()) if getattr(module, "__file__", None) in files]
    places = [Path(settings[name]).absolute() for name in ("PATH", "THEME")]
    cache = cache_folder(Path(settings["OUTPUT_PATH"]))
    return Cluster(
        address,
        str(settings.get(SETTINGS_FILE) or Path("pelicanconf.py").absolute()),
        (str(project), *(str(Path(path).absolute()) for path in settings.get("PLUGIN_PATHS") or ())),
        tuple(str(place) for place in (project, *places, cache) if place.exists()),
        {str(folder): code_version([folder]) for folder in folders},
        tuple(sorted(sent)),
    )
