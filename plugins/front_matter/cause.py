"""Front matter that cannot be read, line by line, and what may be the cause."""

import re
from collections.abc import Sequence

import yaml
from msgspec import Struct

from plugins.core.diagnostic import Edit, Span, Text
from plugins.front_matter.tree import TooDeep, compose_yaml

FENCE = re.compile(r"(-{3,}|\.{3})[ \t]*")
VALUE = re.compile(r"[ \t]*(?:-[ \t]+)?(?:(?P<key>[\w-]+):(?:[ \t]+|$))?(?P<value>.*)")


class Cause(Struct, frozen=True):
    """Where it is, what to say, and the edits that are known to let the reader get further."""

    span: Span
    message: Text
    hint: Text
    edits: tuple[Edit, ...] = ()


class Front:
    """The lines of a file whose front matter begins below line `first_line` and ends above line `closing`."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self.lines, self.first_line = lines, first_line
        fences = [number for number, line in enumerate(lines, 1) if number > first_line and FENCE.fullmatch(line)]
        self.closing = fences[0] if fences else len(lines) + 1

    def line(self, number: int) -> str:
        """Line `number` of the file; nothing where it has none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def is_continued(self, number: int) -> bool:
        """Whether the text of line `number` goes on in the next one."""
        match = VALUE.match(self.line(number))
        column = match.start("key" if match["key"] else "value") if match else 0
        following = next((line for line in self.lines[number : self.closing - 1] if line.strip()), "")
        indent = len(following) - len(following.lstrip())
        return indent > column if match and match["key"] else indent >= max(column, 1)

    def helps(self, edits: Sequence[Edit], number: int) -> bool:
        """Whether `edits` of single lines make what is read, or is read further than line `number`."""
        lines = list(self.lines)
        for edit in sorted(edits, reverse=True):
            line = lines[edit.span.line - 1]
            lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
        try:
            made = compose_yaml("\n".join(lines[self.first_line : self.closing - 1]), self.first_line + 1)
        except TooDeep:
            return False
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            return mark is not None and self.first_line + 1 + mark.line > number
        # What is to read all of it must not read two fields as one.
        return isinstance(made.tree, dict) and not (number >= self.closing and made.repeated)
