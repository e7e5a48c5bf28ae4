"""The footnotes of a body: where they are defined, and where the text names them."""

import re
from collections.abc import Sequence

from msgspec import Struct

from plugins.core.entry import Entry

NOTE = re.compile(r"\[\^(?<!\\\[\^)(?P<name>[^\]\[\n]+)\]")
DEFINES = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?")


class Note(Struct, frozen=True):
    """A mark `[^name]` in the body, from `start` to `end`; one that `defines` begins the text of the note."""

    name: str
    start: int
    end: int
    defines: bool


def notes(entry: Entry) -> Sequence[Note]:
    """The marks of the footnotes of `entry`, in their order."""
    plain = entry.facts.plain
    if "[^" not in plain:
        return ()
    return [_note(plain, match) for match in NOTE.finditer(plain) if plain[match.end() : match.end() + 1] != "("]


def _note(plain: str, match: re.Match[str]) -> Note:
    line = plain.rfind("\n", 0, match.start()) + 1
    defines = plain[match.end() : match.end() + 1] == ":" and DEFINES.fullmatch(plain, line, match.start())
    return Note(match["name"], *match.span(), bool(defines))
