"""What Pelican made of the settings, kept for builds that need nothing else of it.

Pelican takes as long to start as an edit to be published. Its part is to read the settings and to load the plugins;
as long as neither has changed, and no plugin listens to Pelican, a build can do without it.
"""

import marshal
from base64 import b64decode, b64encode
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from plugins.build.outcome import SETTINGS_FILE
from plugins.build.versions import template_sources
from plugins.generator.code import MODULES, settings_modules
from plugins.generator.config import OWN
from plugins.generator.pelican_settings import HONOURED
from plugins.generator.run import rooms

FINDINGS = "PREGON_SETTING_FINDINGS"
GENERATOR = __name__.rpartition(".")[0]
# What code brings, or looks for; a cluster is sent the modules of the settings.
NEEDS_PELICAN = ("JINJA_FILTERS", "JINJA_TESTS", "PLUGIN_PATHS", "DASK_SCHEDULER", FINDINGS)
# Filters and tests that only Pelican's environment has.
PELICANS = (b"strftime", b"plugin_enabled")


def settings_text(settings: Mapping[str, Any]) -> str:
    """The settings that our stages read, as text; empty where a build without Pelican would be another one."""
    if any(settings.get(name) for name in NEEDS_PELICAN):
        return ""
    names = {*HONOURED, *OWN, *(name for room in rooms(settings) for name in room.settings), SETTINGS_FILE}
    read = {name: settings[name] for name in sorted(names) if name in settings}
    read[MODULES] = [str(path) for path in settings_modules(settings)]
    try:
        return b64encode(marshal.dumps(read)).decode()
    except ValueError:
        # Something in it is no plain value.
        return ""


def settings_of(text: str) -> dict[str, Any] | None:
    """The settings of which `settings_text` made `text`, with every plugin loaded; None when one cannot be."""
    try:
        settings: dict[str, Any] = marshal.loads(b64decode(text))
        for name in settings["PLUGINS"]:
            module = import_module(name)
            if name != GENERATOR:
                module.register()
    except Exception:  # Pelican says what is wrong with a plugin.
        return None
    return settings


def asks_pelican(settings: Mapping[str, Any]) -> bool:
    """Whether a template may use what Pelican's environment brings of its own.

    Raises:
        OSError: a folder or a template cannot be read.
    """
    folders = [*map(Path, settings["THEME_TEMPLATES_OVERRIDES"]), Path(settings["THEME"], "templates")]
    sources = template_sources(folders).values()
    return any(word in source for source in sources for word in PELICANS)
