"""Opens what earlier runs left beside the output folder, as far as it is to be believed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

from plugins.build.executor import recall
from plugins.build.failure import write_failure
from plugins.build.kept import Kept
from plugins.build.lock import file_system_time
from plugins.build.outcome import Session
from plugins.build.parallel import Crew, available
from plugins.build.place import DOCUMENTS, LOCK, MANIFEST, MEMORY, cache_folder
from plugins.build.sealed import read_sealed
from plugins.build.store import Store, StoreDamaged
from plugins.build.versions import code_version, digest, encoded
from plugins.core.language import Language
from plugins.generator.cache import Cache, Looks
from plugins.generator.code import code_folders, settings_files, settings_modules
from plugins.generator.config import Settings
from plugins.generator.engine import engine
from plugins.generator.memory import Memory, decoded
from plugins.generator.theme import CATALOGUE
from plugins.generator.workplace import Workplace

Languages = Mapping[str, tuple[Language, GNUTranslations]]


def open_cache(
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
    folders = code_folders(place.rooms)
    cluster = engine(read.scheduler, settings, folders, settings_modules(settings)) if read.scheduler else None
    crew = Crew(read.processes or available(), partial(session.progress, "reading"), cluster)
    known = session.glance.host if session.glance else None
    code = bytes.fromhex(known.code) if known else code_version(folders, settings_files(settings))
    output = Path(settings["OUTPUT_PATH"])
    folder = session.cache(output)
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
        store.begin(version)
        if session.mode == "check" and store.cleared:
            _seed(store, Store(cache_folder(output) / DOCUMENTS), version)
    except OSError as error:
        raise write_failure(str(folder), error) from error
    recalled = recall(output) if session.mode == "build" else None
    before = None if store.cleared else kept.reading
    walked = session.glance.walked.get(str(place.content)) if session.glance else None
    now = file_system_time(folder / LOCK)
    stays, checks = bool(session.kept), session.mode == "check"
    return Cache(looks, store, memory, recalled, crew, now, stays, before, walked, checks)


def _seed(store: Store, builds: Store, version: bytes) -> None:
    """Put what the last build has read into the empty `store` of a check."""
    if not builds.fits(version):
        return
    with suppress(StoreDamaged):
        store.write("documents", list(builds.rows("documents")), (), {})
        store.write("media", list(builds.rows("media")), (), {})
    builds.close()


def is_damaged(folder: Path, cache: Cache) -> bool:
    """Whether something that was kept is there and cannot be believed."""
    empty = [MEMORY] if not cache.memory.structure else []
    empty += [MANIFEST] if cache.recalled is None or not cache.recalled.manifest.outputs else []
    return any((folder / name).exists() and read_sealed(folder / name) is None for name in empty)


def version_of_reading(code: bytes, place: Workplace) -> bytes:
    """The version of all that reading a file depends on besides its bytes: code, rules of the site, words, rooms."""
    rules = place.rules
    names = [room.name for room in place.rooms]
    asked = (dict(place.words), place.config.norms)
    values = (rules.languages, rules.default_lang, str(rules.zone), *asked, names, str(place.content))
    return digest(code, encoded(values))


def _catalogues(place: Workplace, languages: Languages, settings: Mapping[str, Any]) -> dict[str, bytes]:
    theme = Path(settings["THEME"]).absolute()
    names = encoded(place.config.languages)
    return {code: digest(names, (theme / CATALOGUE.format(lang=code)).read_bytes()) for code in languages}
