"""`CHECK_RULES`: how serious each rule is here, in general, for a type of document, or in a folder."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from plugins.core.diagnostic import Severity

Level = Literal["off", "warning", "error"]
EVERYWHERE = ""


class Severities(Struct, frozen=True):
    """For each rule its levels, by `""` (everywhere), type (`post`) or folder of the content (`posts/2017`)."""

    levels: Mapping[str, Mapping[str, Level]] = {}

    @property
    def off(self) -> frozenset[str]:
        """The rules that say nothing somewhere."""
        return frozenset(rule for rule, levels in self.levels.items() if "off" in levels.values())

    def of(self, rule: str, path: str, kind: str) -> Level | None:
        """The level of `rule` for the file at `path`: that of its nearest folder, of its type, of everywhere."""
        own = self.levels.get(rule)
        if own is None:
            return None
        folder = path
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if folder in own:
                return own[folder]
        return own.get(kind) or own.get(EVERYWHERE)


def severity(level: Level) -> Severity | None:
    """The severity of that name; None for `off`."""
    return None if level == "off" else Severity(level)
