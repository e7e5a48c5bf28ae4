"""`CHECK_RULES` and `CHECK_LIMITS`: what the site asks of its content, and what is wrong with these settings."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

import msgspec

from plugins.build.severities import EVERYWHERE, Level, Severities
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.norms import Limits, Norms
from plugins.core.rule import Rule
from plugins.sharing.config import SharingConfig

RULES, LIMITS, PUBLIC = "CHECK_RULES", "CHECK_LIMITS", "PUBLIC_SITEURL"
NAMES = (RULES, LIMITS, PUBLIC)
LEVELS: tuple[str, ...] = get_args(Level)
KINDS = ("post", "campaign", "experience", "page")
FOLDERS = ("posts", "campaigns", "experiences", "pages", "images", "documents", "data")
SHAPE = translatable('Write `{setting} = {{"title-long": "off"}}`, or for each type or folder a level of its own.')
UNKNOWN = translatable("`{setting}` names `{name}`, which does not exist.")
NEAR = translatable("Did you mean `{name}`?")
KNOWN = translatable("Write one of these: {names}.")
FIRM = translatable("`{setting}` cannot change `{name}`: readers would lose something, or be harmed.")
FIRM_HINT = translatable("Take it out of the setting; what it finds has to be corrected.")
LEVEL = translatable("`{setting}` gives `{name}` the level `{value}`, which does not exist.")
NUMBER = translatable("`{setting}` gives `{name}` the value `{value}`; it takes a whole number from 1.")
NUMBER_HINT = translatable("Correct the number, or take the line out.")


def read_severities(settings: Mapping[str, Any], rules: Mapping[str, Rule]) -> tuple[Severities, list[Diagnostic]]:
    """The levels of `CHECK_RULES`; those that cannot be are left out and reported."""
    value = settings.get(RULES) or {}
    if not isinstance(value, Mapping):
        return Severities(), [_fault(RULES, Text(SHAPE, {"setting": RULES}))]
    faults: list[Diagnostic] = []
    levels: dict[str, dict[str, Level]] = {}
    for name, written in value.items():
        rule = rules.get(name) if isinstance(name, str) else None
        if rule is None:
            faults.append(_unknown(RULES, str(name), rules))
        elif rule.firm:
            faults.append(_fault(RULES, Text(FIRM, {"setting": RULES, "name": name}), Text(FIRM_HINT)))
        else:
            levels[name] = _levels(name, written, faults)
    return Severities(levels), faults


def _levels(name: str, written: object, faults: list[Diagnostic]) -> dict[str, Level]:
    by_place = written if isinstance(written, Mapping) else {EVERYWHERE: written}
    found: dict[str, Level] = {}
    for place, level in by_place.items():
        if level not in LEVELS or not isinstance(place, str):
            values = {"setting": RULES, "name": name, "value": str(level)[:80]}
            piece = level if isinstance(level, str) else name
            faults.append(_fault(RULES, Text(LEVEL, values), Text(KNOWN, {"names": ", ".join(LEVELS)}), piece))
        elif place and "/" not in place and place not in (*KINDS, *FOLDERS):
            faults.append(_unknown(RULES, place, (*KINDS, *FOLDERS)))
        else:
            found[place.strip("/")] = msgspec.convert(level, Level)
    return found


def read_norms(settings: Mapping[str, Any]) -> tuple[Norms, list[Diagnostic]]:
    """The norms; a limit that cannot be is left out and reported."""
    siteurl = str(settings.get(PUBLIC) or settings.get("SITEURL") or "").rstrip("/")
    # What is wrong with them, their own room says.
    handles = SharingConfig.from_settings(settings)[0].handles
    value = settings.get(LIMITS) or {}
    if not isinstance(value, Mapping):
        return Norms(siteurl, handles=handles), [_fault(LIMITS, Text(SHAPE, {"setting": LIMITS}))]
    faults: list[Diagnostic] = []
    limits: dict[str, int] = {}
    for name, number in value.items():
        if name not in Limits.__struct_fields__:
            faults.append(_unknown(LIMITS, str(name), Limits.__struct_fields__))
        elif isinstance(number, bool) or not isinstance(number, int) or number < 1:
            values = {"setting": LIMITS, "name": str(name), "value": str(number)[:80]}
            faults.append(_fault(LIMITS, Text(NUMBER, values), Text(NUMBER_HINT)))
        else:
            limits[name] = number
    return Norms(siteurl, Limits(**limits), handles), faults


def _unknown(setting: str, name: str, names: Iterable[str]) -> Diagnostic:
    known = list(names)
    near = get_close_matches(name, known, 1)
    hint = Text(NEAR, {"name": near[0]}) if near else Text(KNOWN, {"names": ", ".join(known[:12])})
    return _fault(setting, Text(UNKNOWN, {"setting": setting, "name": name}), hint)


def _fault(setting: str, message: Text, hint: Text | None = None, piece: str = "") -> Diagnostic:
    hint = hint or Text(translatable("Look at the examples in the editors' guide."))
    offence = f"{setting} {piece or message.values.get('name', '')}".rstrip()
    return Diagnostic(Location("pelicanconf.py"), "setting-value", Severity.ERROR, message, hint, offence)
