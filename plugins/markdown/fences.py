"""Code fences that are indented, as inside a list item: Python-Markdown knows only those at the margin."""

import re
from collections.abc import Sequence

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

OPENING = re.compile(r"(?P<indent> +)(?P<fence>`{3,}|~{3,})[^`]*")
ITEM = re.compile(r" *(?:[*+-]|\d{1,9}\.) ")


class IndentedFences(Preprocessor):
    """Puts the finished code of an indented fence in its place."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        if not any(line[:1] == " " and OPENING.fullmatch(line) for line in lines):
            return lines
        out: list[str] = []
        # A fence that nothing closes is text; so is every later one of its kind.
        open_for_ever: set[str] = set()
        place = 0
        while place < len(lines):
            match = OPENING.fullmatch(lines[place])
            end = 0
            if match and match["fence"] not in open_for_ever and _is_fence(match["indent"], out):
                end = _end(lines, place, match["fence"])
                open_for_ever |= {match["fence"]} if not end else set()
            out += self._stored(lines[place:end], match["indent"]) if match and end else [lines[place]]
            place = end or place + 1
        return out

    def _stored(self, lines: Sequence[str], indent: str) -> list[str]:
        plain = [line[min(len(indent), len(line) - len(line.lstrip(" "))) :] for line in lines]
        made = self.md.preprocessors["fenced_code_block"].run(plain)
        return ["", *(indent + line for line in made if line.strip()), ""]


def _is_fence(indent: str, above: Sequence[str]) -> bool:
    """Four blanks make it plain code, unless the lines above, up to the first at the margin, are a list's."""
    if len(indent) < 4:
        return True
    head = next((line for line in reversed(above) if line.strip() and not line.startswith("    ")), "")
    return bool(ITEM.match(head))


def _end(lines: Sequence[str], start: int, fence: str) -> int:
    """The line after the one that closes the fence, or nothing."""
    for place in range(start + 1, len(lines)):
        if lines[place].strip(" ") == fence:
            return place + 1
    return 0


class IndentedFencesExtension(Extension):
    """Registers `IndentedFences` before Python-Markdown's own fences, whose settings it shares."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.preprocessors.register(IndentedFences(md), "indented_fences", 26)
