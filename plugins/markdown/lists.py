"""Lists as kramdown reads them, made ready for Python-Markdown, which nests by steps of four blanks.

In kramdown whatever begins under the *text* of an item belongs to the item: two blanks for `- `, three for
`1. `. A list in which nothing depends on that is left as it is: who writes four blanks sees no change.
"""

import re
from collections.abc import Iterator, Sequence

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from msgspec import Struct

STEP = 4
MARKER = re.compile(r" *(?:[*+-]|\d{1,9}\.) +(?=\S)")
# What may begin a list right under a line of text, as Jekyll has it; any other number there is a year.
INTERRUPTS = re.compile(r" {0,3}(?:[*+-]|1\.) +\S")
RULE = re.compile(r" *(?:(?:\* *){3,}|(?:- *){3,})")
ENDS = re.compile(r"#{1,6}\s|\{:")
QUOTED = re.compile(r" {0,3}> ?")


class Line(Struct, frozen=True):
    """A line of a list: its level, by how much it is set further in, and whether its indentation decides.

    `begins` says that an item begins here.
    """

    text: str
    indent: int = 0
    level: int = 0
    further: int = 0
    decides: bool = False
    begins: bool = False

    @property
    def is_flattened(self) -> bool:
        """Whether Python-Markdown would take it out of its item."""
        return self.decides and self.indent < STEP * self.level

    @property
    def moved(self) -> str:
        """The line where Python-Markdown expects it."""
        return " " * (STEP * self.level + self.further) + self.text.lstrip(" ") if self.level else self.text


def indented(lines: Sequence[str]) -> list[str]:
    """`lines` with each line of an item a multiple of four blanks in, in block quotes too."""
    out: list[str] = []
    place = 0
    while place < len(lines):
        line, end = lines[place], place + 1
        if not line or line[0].isalpha():
            # Most lines; it can begin nothing.
            out.append(line)
        elif QUOTED.match(line):
            end = _quote_end(lines, place)
            out += _quote(lines[place:end])
        elif _begins(line, out[-1] if out else ""):
            end = _list_end(lines, place)
            out += ([""] if out and out[-1].strip() else []) + _list(lines[place:end])
        else:
            out.append(line)
        place = end
    return out


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    return bool(MARKER.match(line)) and not RULE.fullmatch(line)


def _begins(line: str, above: str) -> bool:
    if not _is_item(line) or _indent(line) >= STEP:
        return False
    return not above.strip() or bool(INTERRUPTS.match(line))


def _quote_end(lines: Sequence[str], start: int) -> int:
    return next((place for place in range(start, len(lines)) if not QUOTED.match(lines[place])), len(lines))


def _quote(lines: Sequence[str]) -> list[str]:
    inner = [QUOTED.sub("", line, count=1) for line in lines]
    moved = indented(inner)
    return list(lines) if moved == inner else [f"> {line}".rstrip(" ") for line in moved]


def _list_end(lines: Sequence[str], start: int) -> int:
    """Where the list that begins at `start` ends: after a blank line, at what belongs to none of its items."""
    offset, blank = 0, 0
    for place in range(start, len(lines)):
        line = lines[place]
        if not line.strip():
            blank = blank or place
            continue
        indent = _indent(line)
        is_rule = line[indent] in "*-" and RULE.fullmatch(line) is not None
        match = MARKER.match(line) if indent < STEP and not is_rule else None
        if blank and not match and indent < offset:
            return blank
        if indent < STEP and (is_rule or ENDS.match(line)):
            return blank or place
        offset = match.end() if match else offset
        blank = 0
    return len(lines)


def _list(lines: Sequence[str]) -> list[str]:
    if not any(line[:1] == " " for line in lines):
        # All of it is outermost.
        return list(lines)
    read = list(_read(lines))
    if not any(line.is_flattened for line in read):
        return list(lines)
    out: list[str] = []
    for above, line in zip([Line(""), *read], read, strict=False):
        # Under a paragraph of its own an item would be taken for more of its text.
        out += ["", line.moved] if line.begins and above.decides and not above.begins else [line.moved]
    return out


def _read(lines: Sequence[str]) -> Iterator[Line]:
    # Of each item that is open: where its text begins, where it begins itself, and whether it has a number.
    items: list[tuple[int, int, bool]] = []
    loose = False
    for text in lines:
        if not text.strip():
            loose = True
            yield Line(text)
            continue
        indent, marker = _indent(text), MARKER.match(text) if _is_item(text) else None
        around = [item for item in items if item[0] <= indent]
        further = indent - (around[-1][0] if around else 0)
        if marker and further < STEP:
            has_number = text[indent].isdigit()
            # Right under an item a list of the other kind is inside it, however little it is set in.
            above = [] if loose else items[len(around) : len(around) + 1]
            around += [item for item in above if indent > item[1] and item[2] is not has_number]
            items, loose = [*around, (marker.end(), indent, has_number)], False
            yield Line(text, indent, len(around), 0, True, True)
        else:
            items = around if loose else items
            yield Line(text, indent, len(around), further if around else 0, loose)


class ListIndents(Preprocessor):
    """Applies `indented` to a body."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        for line in lines:
            if line and not line[0].isalpha() and MARKER.match(line.lstrip("> ")):
                return indented(lines)
        return lines


class ListIndentsExtension(Extension):
    """Registers `ListIndents`, when code fences and raw HTML are already out of the way."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.preprocessors.register(ListIndents(md), "list_indents", 15)
