"""Pelican's settings, read once into typed values; what is wrong with them becomes diagnostics."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from plugins.build.severities import Severities
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.language import Language
from plugins.core.norms import Norms
from plugins.core.room import Room
from plugins.core.rule import Rule
from plugins.core.site import SiteConfig
from plugins.generator.check_settings import NAMES, read_norms, read_severities

RULE = "setting-value"
SEGMENTS = ("posts", "experiences", "campaigns", "categories", "tags", "archive", "page")
OWN = ("LANGUAGES", "TAGLINES", "PROFILES", "SHOW_DRAFTS", "PROCESSES", "DASK_SCHEDULER", *NAMES)

SCHEDULER = re.compile(r"(?:tcp|tls)://(?:[^\s/:@\[\]]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}")


class LanguageSetting(Struct, frozen=True):
    """One line of `LANGUAGES`."""

    code: str
    name: str
    locale: str


class Settings(Struct, frozen=True):
    """What the generator itself needs; `SiteConfig` is completed once the catalogues are read."""

    siteurl: str
    sitename: str
    languages: tuple[LanguageSetting, ...]
    default_lang: str
    timezone: str
    pagination: int
    feed_items: int
    taglines: dict[str, str]
    profiles: tuple[tuple[str, str], ...]
    drafts: bool
    ignored: tuple[str, ...]
    static_folder: str
    processes: int
    scheduler: str
    rooms: dict[str, Any]
    norms: Norms
    severities: Severities

    def site_config(self, languages: Sequence[Language]) -> SiteConfig:
        """What all rooms see."""
        return SiteConfig(
            self.siteurl,
            self.sitename,
            tuple(languages),
            self.timezone,
            self.taglines,
            self.pagination,
            self.feed_items,
            self.profiles,
            self.drafts,
            self.rooms,
            self.norms,
        )

    @property
    def zone(self) -> ZoneInfo:
        """TIMEZONE."""
        return ZoneInfo(self.timezone)


def setting_fault(name: str, value: object, remedy: str, piece: str = "") -> Diagnostic:
    """A setting of which `piece` cannot be used, or nothing; `remedy` is a template without places."""
    return Diagnostic(
        Location("pelicanconf.py"),
        RULE,
        Severity.ERROR,
        Text(
            translatable("The setting `{name}` cannot be `{value}`."),
            {"name": name, "value": str(value)[:80]},
        ),
        Text(remedy),
        f"{name} {piece}".rstrip(),
    )


def read_settings(settings: Mapping[str, Any], rooms: Iterable[Room]) -> tuple[Settings, list[Diagnostic]]:
    """The settings of the generator and of every room, and what is wrong with them."""
    found: list[Diagnostic] = []
    rooms = tuple(rooms)
    languages = _languages(settings, found)
    default = str(settings.get("DEFAULT_LANG"))
    if languages and default not in [language.code for language in languages]:
        found.append(setting_fault("DEFAULT_LANG", default, translatable("Name one of the languages of `LANGUAGES`.")))
    own = {name: settings[name] for room in rooms for name in room.settings if name in settings}
    for room in rooms:
        if room.configure:
            found += room.configure(own)[1]
    norms, odd_norms = read_norms(settings)
    severities, odd_severities = read_severities(settings, rules_of(rooms))
    found += [*odd_norms, *odd_severities]
    return (
        Settings(
            _siteurl(settings, found),
            str(settings.get("SITENAME") or ""),
            languages,
            default,
            _timezone(settings, found),
            _count(settings, "DEFAULT_PAGINATION", found),
            _count(settings, "FEED_MAX_ITEMS", found),
            _texts(settings, "TAGLINES", found),
            tuple(_texts(settings, "PROFILES", found).items()),
            bool(settings.get("SHOW_DRAFTS")),
            tuple(settings.get("IGNORE_FILES") or ()),
            str(settings.get("THEME_STATIC_DIR") or "theme"),
            _count(settings, "PROCESSES", found) if "PROCESSES" in settings else 0,
            _scheduler(settings, found),
            own,
            norms,
            severities,
        ),
        found,
    )


def rules_of(rooms: Iterable[Room]) -> dict[str, Rule]:
    """Every rule by its name."""
    return {rule.name: rule for room in rooms for rule in room.rules}


def _languages(settings: Mapping[str, Any], found: list[Diagnostic]) -> tuple[LanguageSetting, ...]:
    value = settings.get("LANGUAGES")
    remedy = translatable('Write one line for each language: `"es": ("Español", "es_CL")`.')
    made = []
    if not isinstance(value, Mapping) or not value:
        found.append(setting_fault("LANGUAGES", value, remedy))
        return ()
    for code, about in value.items():
        fits = isinstance(about, tuple | list) and len(about) == 2 and all(isinstance(part, str) for part in about)
        if not fits or not re.fullmatch(r"[a-z]{2,3}", str(code)):
            found.append(setting_fault("LANGUAGES", f"{code}: {about}", remedy, str(code)))
            continue
        made.append(LanguageSetting(str(code), about[0], about[1]))
    return tuple(made)


def _siteurl(settings: Mapping[str, Any], found: list[Diagnostic]) -> str:
    value = settings.get("SITEURL")
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
        remedy = translatable("Write the public address of the site with its scheme: `https://example.org`.")
        found.append(setting_fault("SITEURL", value, remedy))
        return "https://example.org"
    return value.rstrip("/")


def _timezone(settings: Mapping[str, Any], found: list[Diagnostic]) -> str:
    value = settings.get("TIMEZONE") or "UTC"
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        remedy = translatable("Write a zone of the IANA list, for example `America/Santiago`.")
        found.append(setting_fault("TIMEZONE", value, remedy))
        return "UTC"
    return str(value)


def _count(settings: Mapping[str, Any], name: str, found: list[Diagnostic]) -> int:
    value = settings.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        found.append(setting_fault(name, value, translatable("Write a whole number from 1.")))
        return 10
    return value


def _scheduler(settings: Mapping[str, Any], found: list[Diagnostic]) -> str:
    value = settings.get("DASK_SCHEDULER")
    if value is None or (isinstance(value, str) and SCHEDULER.fullmatch(value)):
        return value or ""
    remedy = translatable("Write the address of a Dask scheduler with its port: `tcp://host:8786`.")
    found.append(setting_fault("DASK_SCHEDULER", value, remedy))
    return ""


def _texts(settings: Mapping[str, Any], name: str, found: list[Diagnostic]) -> dict[str, str]:
    value = settings.get(name) or {}
    if not isinstance(value, Mapping) or not all(isinstance(part, str) for pair in value.items() for part in pair):
        remedy = translatable('Write names and texts in braces: `{{"es": "…"}}`.')
        found.append(setting_fault(name, value, remedy))
        return {}
    return dict(value)
