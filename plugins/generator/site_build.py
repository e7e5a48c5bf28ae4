"""From Pelican's settings to a plan, and from a plan to files: what the adaptor delegates."""

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from gettext import GNUTranslations
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
from jinja2 import Environment
from msgspec import Struct, structs

from plugins.assets.assets import theme_assets
from plugins.build.baseline import FILE as BASELINE
from plugins.build.baseline import Baseline, load
from plugins.build.context import BuildContext
from plugins.build.executor import Job, execute, recall
from plugins.build.failure import BuildError, write_failure
from plugins.build.kept import Kept
from plugins.build.lock import file_system_time
from plugins.build.outcome import SETTINGS_FILE, Outcome, Session
from plugins.build.parallel import Crew, available
from plugins.build.place import DOCUMENTS, LOCK, MANIFEST, MEMORY, TEMPLATES, cache_folder
from plugins.build.present import present_diagnostic, present_written, say, still_lines
from plugins.build.sealed import read_sealed, write_sealed
from plugins.build.speech import speech
from plugins.build.store import Store, StoreDamaged
from plugins.build.template_cache import Compiled
from plugins.build.templates import Templates
from plugins.build.unchanged import Seen, add, look, remember
from plugins.build.versions import code_version, digest, encoded
from plugins.core.diagnostic import Diagnostic, Location, translatable
from plugins.core.language import Language
from plugins.core.room import Room
from plugins.front_matter.rules import Rules
from plugins.generator.cache import Cache, Looks
from plugins.generator.config import Settings, read_settings
from plugins.generator.engine import engine
from plugins.generator.memory import Memory, decoded
from plugins.generator.stages import Staged, Workplace, run_stages
from plugins.generator.theme import CATALOGUE, catalogue, language, static_files, words

ROOT = Path(__file__).parents[1]
DAMAGED = translatable("What was kept of the last build is damaged; everything is made again.")
Languages = Mapping[str, tuple[Language, GNUTranslations]]


class Prepared(Struct, frozen=True):
    """A plan and what its rendering needs besides; `began` is when the stages began (seconds, monotonic)."""

    outcome: Outcome
    languages: Languages
    templates: tuple[Path, ...]
    folders: Mapping[str, Path]
    began: float
    cache: Cache | None = None
    staged: Staged | None = None
    seen: Seen | None = None


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
    kept = cache_folder(Path(settings["OUTPUT_PATH"])) / TEMPLATES if session.holds_lock else None
    languages, texts_faults = _languages(theme, read, kept)
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
    cache = _cache(settings, place, read, languages, templates, session)
    folders_seen = [theme, *templates[:-1], *_code_folders(place.rooms)]
    seen = look(folders_seen, [*_settings_modules(settings), content / BASELINE], cache.now) if session.asked else None
    try:
        staged = run_stages(place, (*faults, *baseline_faults), cache)
    except StoreDamaged:
        if cache.store is None:
            raise
        # A second time would be a disk that has gone bad.
        cache.store.renew(version_of_reading(cache.looks.code, place))
        cache = structs.replace(cache, memory=Memory(), before=None)
        staged = run_stages(place, (*faults, *baseline_faults), cache)
    if cache.store is not None and (cache.store.renewed or _is_damaged(cache_folder(Path(settings["OUTPUT_PATH"])))):
        say(speech(session.lang).gettext(DAMAGED), error=True)
    if session.kept is not None:
        session.kept.reading = staged.reading
    return Prepared(staged.outcome, languages, templates, folders, began, cache, staged, seen)


def _cache(
    settings: Mapping[str, Any],
    place: Workplace,
    read: Settings,
    languages: Languages,
    templates: Sequence[Path],
    session: Session,
) -> Cache:
    """What earlier runs left for this one, and how many processes it may have.

    Raises:
        BuildError: nothing can be kept beside the output folder.
    """
    folders = _code_folders(place.rooms)
    cluster = engine(read.scheduler, settings, folders, _settings_modules(settings)) if read.scheduler else None
    crew = Crew(read.processes or available(), partial(session.progress, "reading"), cluster)
    code = code_version(folders, _settings_files(settings))
    output = Path(settings["OUTPUT_PATH"])
    folder = cache_folder(output)
    kept = session.kept or Kept()
    if not kept.fits(output):
        kept.forget()
    memory = kept.memory or (decoded(read_sealed(folder / MEMORY)) if session.holds_lock else Memory())
    looks = Looks(code, templates, _catalogues(place, languages, settings), memory)
    if not session.holds_lock:
        return Cache(looks, crew=crew)
    store = kept.open(folder / DOCUMENTS)
    version = version_of_reading(code, place)
    try:
        if session.mode == "check" and not store.fits(version):
            return Cache(looks, crew=crew)
        store.begin(version)
    except OSError as error:
        raise write_failure(str(folder), error) from error
    recalled = recall(output) if session.mode == "build" else None
    before = None if store.cleared else kept.reading
    return Cache(looks, store, memory, recalled, crew, file_system_time(folder / LOCK), bool(session.kept), before)


def _is_damaged(folder: Path) -> bool:
    """Whether something that was kept is there and cannot be believed."""
    return any((folder / name).exists() and read_sealed(folder / name) is None for name in (MANIFEST, MEMORY))


def version_of_reading(code: bytes, place: Workplace) -> bytes:
    """The version of all that reading a file depends on besides its bytes: code, rules of the site, words, rooms."""
    rules = place.rules
    names = [room.name for room in place.rooms]
    values = (rules.languages, rules.default_lang, str(rules.zone), dict(place.words), names, str(place.content))
    return digest(code, encoded(values))


def _code_folders(rooms: Sequence[Room]) -> set[Path]:
    """Our own code, and that of rooms which lie elsewhere."""
    names = {function.__module__ for room in rooms for function in (room.outputs, room.products) if function}
    places = {Path(sys.modules[name].__file__ or ROOT) for name in names}
    return {ROOT, *(place.parent for place in places if ROOT not in place.parents)}


def _settings_files(settings: Mapping[str, Any]) -> list[Path]:
    """The settings file is code of the theme where it brings filters or tests."""
    brings = settings.get("JINJA_FILTERS") or settings.get("JINJA_TESTS")
    return [file for file in _settings_modules(settings) if file.is_file()] if brings else []


def _settings_modules(settings: Mapping[str, Any]) -> list[Path]:
    """The settings file, and what it imported from beside it or from the project."""
    file = Path(str(settings.get(SETTINGS_FILE) or "pelicanconf.py")).absolute()
    places = (str(file.parent), str(ROOT.parent))
    loaded = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    beside = [Path(name) for name in loaded if name and name.startswith(places)]
    return sorted({file, *(path for path in beside if not {"site-packages", "plugins"} & set(path.parts))})


def _catalogues(place: Workplace, languages: Languages, settings: Mapping[str, Any]) -> dict[str, bytes]:
    theme = Path(settings["THEME"]).absolute()
    names = encoded(place.config.languages)
    return {code: digest(names, (theme / CATALOGUE.format(lang=code)).read_bytes()) for code in languages}


def _in_file(faults: Sequence[Diagnostic], settings: Mapping[str, Any]) -> list[Diagnostic]:
    """Findings about settings, at the file that was really read."""
    file = str(settings.get(SETTINGS_FILE) or Path("pelicanconf.py").absolute())
    return [structs.replace(fault, location=Location(file, fault.location.span)) for fault in faults]


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


def _baseline(content: Path) -> tuple[Baseline, list[Diagnostic]]:
    try:
        data = (content / BASELINE).read_bytes()
    except FileNotFoundError:
        return Baseline(), []
    found = load(data)
    return (Baseline(), [found]) if isinstance(found, Diagnostic) else (found, [])


def write(prepared: Prepared, host: Environment, output: Path, session: Session) -> int:
    """Render and publish the plan; the exit status."""
    outcome, cache = prepared.outcome, prepared.cache
    if cache is None or cache.store is None or cache.recalled is None or prepared.staged is None:
        raise ValueError("nothing was prepared for writing")
    kept, store = session.kept or Kept(), cache.store
    context = BuildContext(_templates(prepared, cache, store, host, kept), store.body, prepared.folders)
    crew = structs.replace(cache.crew, tell=partial(session.progress, "making"))
    job = Job(outcome.plan, cache.looks.version, outcome.partial, crew, store.abandon)
    try:
        session.written = execute(job, context, output, cache.recalled)
        write_sealed(cache_folder(output) / MEMORY, msgspec.msgpack.encode(prepared.staged.memory))
        _remember(prepared, output, session)
    except BuildError as error:
        present_diagnostic(error.diagnostic, session)
        return 1
    except OSError as error:
        present_diagnostic(write_failure(str(error.filename or output), error).diagnostic, session)
        return 1
    kept.memory, kept.built = prepared.staged.memory, (prepared, context)
    kept.note(output)
    present_written(session.written, output, perf_counter() - prepared.began, session)
    return 0


def _templates(prepared: Prepared, cache: Cache, store: Store, host: Environment, kept: Kept) -> Templates:
    """Those that are kept, as long as they would be made of the same."""
    looks, folder = cache.looks, store.file.parent
    told = digest(looks.code, looks.theme, encoded(looks.catalogues), repr(prepared.templates).encode())
    if kept.templates is None or kept.templates[0] != told:
        compiled = Compiled(folder / TEMPLATES, looks.code.hex())
        made = Templates(prepared.templates, prepared.languages, store.body, host, compiled)
        kept.templates = (told, made)
    return kept.templates[1]


def _remember(prepared: Prepared, output: Path, session: Session) -> None:
    """Leave what the next build needs to see that there is nothing to do."""
    outcome, seen, written = prepared.outcome, prepared.seen, session.written
    if session.asked is None or seen is None or written is None or prepared.cache is None:
        return
    add(seen, str(outcome.content), outcome.everything, prepared.cache.now)
    due = outcome.due.timestamp() if outcome.due else None
    remember(session.asked, seen, output, written.outputs, due, still_lines(outcome, output, session))
