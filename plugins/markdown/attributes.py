"""Lists of attributes at the end of a text, looked for there alone: Python-Markdown looks behind each brace."""

import re
from typing import Any

from markdown import Markdown


class AtEnd:
    """A pattern that ends with `}` and blanks at the end of a text, and begins on its last line or just before."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """`pattern` is one of Python-Markdown's."""
        self.pattern = pattern

    def search(self, text: str) -> re.Match[str] | None:
        """What the pattern would find, without going through the lines where it finds nothing."""
        stripped = text.rstrip(" \n")
        if not stripped.endswith("}"):
            return None
        return self.pattern.search(text, max(text.rfind("\n", 0, len(stripped)), 0))


def register(md: Markdown) -> None:
    """Put them in the places of Python-Markdown's own."""
    lists: Any = md.treeprocessors["attr_list"]
    lists.HEADER_RE, lists.BLOCK_RE = AtEnd(lists.HEADER_RE), AtEnd(lists.BLOCK_RE)
