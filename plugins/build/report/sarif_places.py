"""Where a finding is, as SARIF says it: files as addresses, stretches of text as regions."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from plugins.core.diagnostic import Span

# Every tool takes this name for the folder in which it runs.
ROOT = "%SRCROOT%"
DRIVE = re.compile(r"[A-Za-z]:/")


class Places:
    """The files named so far; each is written down once, and has a number."""

    def __init__(self, shown_path: Callable[[str], str]) -> None:
        """`shown_path` names a file from the current folder, or in full."""
        self._shown_path = shown_path
        self._known: dict[str, dict[str, Any]] = {}

    def of(self, path: str) -> dict[str, Any]:
        """The location of the file at `path`."""
        if path not in self._known:
            self._known[path] = {**location(self._shown_path(path)), "index": len(self._known)}
        return self._known[path]

    def artifacts(self) -> list[dict[str, Any]]:
        """Every file that was named, in the order of its number."""
        return [{"location": at, "roles": ["analysisTarget"]} for at in self._known.values()]


def location(shown: str) -> dict[str, Any]:
    """The address of a file: relative to the root, or whole where it does not lie below."""
    if DRIVE.match(shown):
        return {"uri": f"file:///{shown[:2]}{_quoted(shown[2:])}"}
    if shown.startswith("/"):
        # Two slashes begin the name of a machine.
        return {"uri": f"file:{_quoted(shown)}" if shown.startswith("//") else f"file://{_quoted(shown)}"}
    return {"uri": _quoted(shown), "uriBaseId": ROOT}


def _quoted(path: str) -> str:
    """The bytes of a file's name; one that is no text keeps its own."""
    try:
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "replace"))


def region(span: Span) -> dict[str, int]:
    """A stretch of text; columns count from 1, the end is exclusive."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
