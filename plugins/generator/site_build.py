"""From Pelican's settings to a plan, and from a plan to files: what the adaptor delegates."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from gettext import GNUTranslations
from pathlib import Path
from time import perf_counter
from typing import Any

from jinja2 import Environment
from msgspec import Struct, structs

from plugins.assets.assets import theme_assets
from plugins.build.baseline import FILE as BASELINE
from plugins.build.baseline import Baseline, load
from plugins.build.context import BuildContext
from plugins.build.executor import execute
from plugins.build.failure import BuildError
from plugins.build.outcome import SETTINGS_FILE, Outcome, Session
from plugins.build.present import present_diagnostic, present_written
from plugins.build.templates import Templates
from plugins.core.diagnostic import Diagnostic, Location
from plugins.core.language import Language
from plugins.core.room import Room
from plugins.front_matter.document import Rules
from plugins.generator.config import Settings, read_settings
from plugins.generator.stages import Workplace, run_stages
from plugins.generator.theme import catalogue, language, static_files, words

Languages = Mapping[str, tuple[Language, GNUTranslations]]


class Prepared(Struct, frozen=True):
    """A plan and what its rendering needs besides; `began` is when the stages began (seconds, monotonic)."""

    outcome: Outcome
    languages: Languages
    templates: tuple[Path, ...]
    folders: Mapping[str, Path]
    began: float


def prepare(settings: Mapping[str, Any], rooms: Sequence[Room], now: datetime, noted: Sequence[Diagnostic]) -> Prepared:
    """Read the settings and the theme, then run the stages; wrong settings end it before any content is read.

    Raises:
        OSError: the content or theme folder cannot be read.
    """
    began = perf_counter()
    content, theme = Path(settings["PATH"]).absolute(), Path(settings["THEME"]).absolute()
    read, faults = read_settings(settings, rooms)
    languages, texts_faults = _languages(theme, read)
    templates = (*(Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"]), theme / "templates")
    folders = {"content": content, "theme": theme / "static"}
    faults = [*_in_file([*noted, *faults], settings), *texts_faults]
    if any(fault.is_error for fault in faults):
        outcome = Outcome(content, diagnostics=tuple(faults), setting_faults=True)
        return Prepared(outcome, languages, templates, folders, began)
    files = static_files(theme)
    baseline, baseline_faults = _baseline(content)
    place = Workplace(
        content,
        read.site_config([made for made, _ in languages.values()]),
        read.ignored,
        tuple(rooms),
        {code: words(texts) for code, (_, texts) in languages.items()},
        (theme_assets(files, read.static_folder), files),
        baseline,
        Rules(tuple(languages), read.default_lang, read.zone),
        now,
    )
    outcome = run_stages(place, (*faults, *baseline_faults))
    return Prepared(outcome, languages, templates, folders, began)


def _in_file(faults: Sequence[Diagnostic], settings: Mapping[str, Any]) -> list[Diagnostic]:
    """Findings about settings, at the file that was really read."""
    file = str(settings.get(SETTINGS_FILE) or Path("pelicanconf.py").absolute())
    return [structs.replace(fault, location=Location(file, fault.location.span)) for fault in faults]


def _languages(theme: Path, settings: Settings) -> tuple[Languages, list[Diagnostic]]:
    made: dict[str, tuple[Language, GNUTranslations]] = {}
    faults: list[Diagnostic] = []
    for setting in settings.languages:
        texts, found = catalogue(theme, setting.code)
        faults += found
        if texts is not None:
            default = setting.code == settings.default_lang
            made[setting.code] = (language(setting, texts, default=default), texts)
    return made, faults


def _baseline(content: Path) -> tuple[Baseline, list[Diagnostic]]:
    try:
        data = (content / BASELINE).read_bytes()
    except FileNotFoundError:
        return Baseline(), []
    found = load(data)
    return (Baseline(), [found]) if isinstance(found, Diagnostic) else (found, [])


def write(prepared: Prepared, host: Environment, output: Path, session: Session) -> int:
    """Render and publish the plan; the exit status."""
    outcome = prepared.outcome
    templates = Templates(prepared.templates, prepared.languages, outcome.html.__getitem__, host)
    context = BuildContext(templates, outcome.html, prepared.folders)
    try:
        session.written = execute(outcome, context, output)
    except BuildError as error:
        present_diagnostic(error.diagnostic, session)
        return 1
    present_written(session.written, output, perf_counter() - prepared.began, session)
    return 0
