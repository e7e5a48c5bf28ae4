"""From Pelican's settings to a plan."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from gettext import GNUTranslations
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
from msgspec import Struct, structs

from plugins.assets.assets import theme_assets
from plugins.build.baseline import FILE as BASELINE
from plugins.build.baseline import Baseline, baseline_large, baseline_unread, load
from plugins.build.bounded import TooLarge, read_bytes
from plugins.build.check_cache import leave_newest
from plugins.build.failure import BuildError
from plugins.build.outcome import SETTINGS_FILE, Outcome, Session
from plugins.build.place import MEMORY, TEMPLATES
from plugins.build.present import say
from plugins.build.sealed import write_sealed
from plugins.build.settings_places import placed
from plugins.build.speech import speech
from plugins.build.store import StoreDamaged
from plugins.core.diagnostic import Diagnostic, translatable
from plugins.core.language import Language
from plugins.core.room import Room
from plugins.front_matter.rules import Rules
from plugins.generator.cache import Cache
from plugins.generator.config import Settings, read_settings
from plugins.generator.memory import Memory
from plugins.generator.opening import Languages, is_damaged, open_cache, version_of_reading
from plugins.generator.stages import Staged, run_stages
from plugins.generator.state import State, leave_check, look_at
from plugins.generator.theme import catalogue, language, static_files, words
from plugins.generator.workplace import Workplace

DAMAGED = translatable("What was kept of the last build is damaged; everything is made again.")


class Prepared(Struct, frozen=True):
    """A plan and what its rendering needs besides; `began` is when the stages began (seconds, monotonic)."""

    outcome: Outcome
    languages: Languages
    templates: tuple[Path, ...]
    folders: Mapping[str, Path]
    began: float
    cache: Cache | None = None
    staged: Staged | None = None
    state: State | None = None


def prepare(
    settings: Mapping[str, Any], rooms: Sequence[Room], now: datetime, noted: Sequence[Diagnostic], session: Session
) -> Prepared:
    """Read the settings and the theme, then run the stages; wrong settings end it before any content is read.

    Raises:
        OSError: the content or theme folder cannot be read.
        BuildError: nothing can be kept beside the output folder.
    """
    began = perf_counter()
    content, theme = Path(settings["PATH"]).absolute(), Path(settings["THEME"]).absolute()
    read, faults = read_settings(settings, rooms)
    kept = session.cache(Path(settings["OUTPUT_PATH"])) / TEMPLATES if session.holds_lock else None
    languages, texts_faults = _languages(theme, read, kept)
    templates = (*(Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"]), theme / "templates")
    folders = {"content": content, "theme": theme / "static"}
    faults = [*_in_file([*noted, *faults], settings), *texts_faults]
    if any(fault.is_error for fault in faults):
        outcome = Outcome(content, diagnostics=tuple(faults), setting_faults=True)
        return Prepared(outcome, languages, templates, folders, began)
    files = static_files(theme)
    baseline, baseline_faults = _baseline(content, read.norms.limits.baseline_bytes)
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
        read.severities,
    )
    cache = open_cache(settings, place, read, languages, templates, session)
    state = look_at(settings, [theme, *templates[:-1]], place, cache, session)
    try:
        staged = run_stages(place, (*faults, *baseline_faults), cache)
    except StoreDamaged:
        # A second time would be a disk that has gone bad.
        cache = anew(place, cache)
        staged = run_stages(place, (*faults, *baseline_faults), cache)
    folder = session.cache(Path(settings["OUTPUT_PATH"]))
    if cache.store is not None and (cache.store.renewed or is_damaged(folder, cache)):
        say(speech(session.lang).gettext(DAMAGED), error=True)
    if session.kept is not None:
        session.kept.reading = staged.reading
    return Prepared(staged.outcome, languages, templates, folders, began, cache, staged, state)


def anew(place: Workplace, cache: Cache) -> Cache:
    """The cache with nothing in it."""
    if cache.store is not None:
        cache.store.renew(version_of_reading(cache.looks.code, place))
    return structs.replace(cache, memory=Memory(), before=None)


def _in_file(faults: Sequence[Diagnostic], settings: Mapping[str, Any]) -> list[Diagnostic]:
    """Findings about settings, in the files that were really read."""
    return [*placed(faults, str(settings.get(SETTINGS_FILE) or Path("pelicanconf.py").absolute()))]


def _languages(theme: Path, settings: Settings, kept: Path | None) -> tuple[Languages, list[Diagnostic]]:
    made: dict[str, tuple[Language, GNUTranslations]] = {}
    faults: list[Diagnostic] = []
    for setting in settings.languages:
        texts, found = catalogue(theme, setting.code, kept)
        faults += found
        if texts is not None:
            default = setting.code == settings.default_lang
            made[setting.code] = (language(setting, texts, default=default), texts)
    return made, faults


def _baseline(content: Path, limit: int) -> tuple[Baseline, list[Diagnostic]]:
    try:
        data = read_bytes(str(content / BASELINE), limit)
    except FileNotFoundError:
        return Baseline(), []
    except TooLarge as error:
        return Baseline(), [baseline_large(error.size, limit)]
    except OSError as error:
        return Baseline(), [baseline_unread(error)]
    found = load(data)
    return (Baseline(), [found]) if isinstance(found, Diagnostic) else (found, [])


def keep_check(prepared: Prepared, session: Session) -> None:
    """Leave for the next check what this one knows; where that cannot be, the next one looks at everything."""
    if session.folder is None or not session.holds_lock or prepared.staged is None or prepared.state is None:
        return
    with suppress(OSError, BuildError):
        write_sealed(session.folder / MEMORY, msgspec.msgpack.encode(prepared.staged.memory))
        leave_check(prepared.state, prepared.outcome, session)
        leave_newest(session.folder)
