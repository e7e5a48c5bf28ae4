"""Front matter as most of it is written, read line by line: PyYAML takes three times as long to say the same.

Fields of one line each, a list of texts, a list of mappings, one mapping; a text bare or in quotes. In anything else
YAML may see what a line does not show, so none of it is read here.
"""

import re

from plugins.core.diagnostic import Span
from plugins.core.source import Tree, has_unprintable

# A tab, an escape, what ends a line for YAML alone, and its mark of an encoding.
REFUSED = ("\t", "\\", "\r", "\u2028", "\u2029", "\ufeff")
LINE = re.compile(
    r"""(?P<lead>[ ]{0,8}(?:-[ ])?)
    (?:(?P<key>[A-Za-z_]\w{0,60}):(?:[ ]+|\Z))?
    (?P<value>"[^"]*"|'[^']*'|[\w./][^:#]*(?::(?=\S)[^:#]*)*(?<!\s))?""",
    re.VERBOSE,
)
EMPTY = frozenset({"null", "Null", "NULL"})
# Far less than what is refused.
MAX_LINES = 1000


class Plain:
    """A tree with the places of its keys and values, as far as it was read."""

    def __init__(self) -> None:
        self.tree: dict[str, Tree] = {}
        self.keys: dict[str, Span] = {}
        self.values: dict[str, Span] = {}
        # The last field, if it may hold or holds more than one line; how its lines begin, and what they belong to.
        self._field: str | None = None
        self._lead = ""
        self._items: list[Tree] | None = None
        self._mapping: dict[str, Tree] | None = None

    def reads(self, lines: list[str], first_line: int) -> bool:
        """Take in `lines`, or as many as are plain; whether all are."""
        number, line = first_line, ""
        for number, line in enumerate(lines, first_line):
            match = LINE.fullmatch(line)
            if match is None:
                return False
            lead, key, value = match.groups()
            if not lead:
                self._end(number - 1, lines[number - first_line - 1])
                if key is None or key in self.tree:
                    return False
                self._pair(self.tree, "", key, value, Span(number, 1, number, len(line) + 1))
                self._field = key if value is None else None
            elif not self._inside(lead, key, value, Span(number, len(lead) + 1, number, len(line) + 1)):
                return False
        self._end(number, line)
        return True

    def _inside(self, lead: str, key: str | None, value: str | None, at: Span) -> bool:
        """Take in a line of the last field, whose place without its `lead` is `at`; whether it is plain."""
        field = self._field
        if field is None:
            return False
        if lead.endswith("- "):
            return self._item(field, lead, key, value, at)
        if self._mapping is None:
            if self._lead:
                return False
            self._lead, self._mapping = lead, {}
            self.tree[field] = self._mapping
        if len(lead) != len(self._lead) or key is None or key in self._mapping:
            return False
        place = field if self._items is None else f"{field}.{len(self._items) - 1}"
        self._pair(self._mapping, f"{place}.", key, value, at)
        return True

    def _item(self, field: str, lead: str, key: str | None, value: str | None, at: Span) -> bool:
        if self._items is None:
            if self._lead:
                return False
            self._lead, self._items = lead, []
            self.tree[field] = self._items
            self.values[field] = Span(at.line, at.column - 2, at.line, at.column - 1)
        if lead != self._lead:
            return False
        place = f"{field}.{len(self._items)}"
        if key is not None:
            self.values[place] = Span(at.line, at.column, at.line, at.column + 1)
            self._mapping = {}
            self._items.append(self._mapping)
            self._pair(self._mapping, f"{place}.", key, value, at)
        elif value is not None:
            self._mapping = None
            self._items.append(self._text(place, value, at))
        return key is not None or value is not None

    def _pair(self, mapping: dict[str, Tree], path: str, key: str, value: str | None, at: Span) -> None:
        place = path + key
        self.keys[place] = Span(at.line, at.column, at.line, at.column + len(key))
        mapping[key] = None if value is None else self._text(place, value, at)

    def _text(self, place: str, value: str, at: Span) -> str | None:
        if value in EMPTY:
            return None
        # It ends the line.
        self.values[place] = Span(at.line, at.end_column - len(value), at.line, at.end_column)
        return value[1:-1] if value[0] in "\"'" else value

    def _end(self, number: int, line: str) -> None:
        """The last field ends with `line`."""
        if self._items is not None and self._field is not None:
            start = self.values[self._field]
            self.values[self._field] = Span(start.line, start.column, number, len(line.rstrip()) + 1)
        self._lead, self._items, self._mapping = "", None, None


def read_plain(text: str, first_line: int) -> Plain | None:
    """What is in `text`, whose first line is line `first_line` of the file; None when not all of it is plain."""
    for sign in REFUSED:
        if sign in text:
            return None
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    if lines and not lines[0]:
        # The rest of the line of the opening.
        del lines[0]
        first_line += 1
    if not 0 < len(lines) < MAX_LINES or has_unprintable(text):
        return None
    read = Plain()
    return read if read.reads(lines, first_line) else None
