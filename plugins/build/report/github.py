"""Diagnostics as workflow commands: GitHub Actions shows them beside the lines of a change.

The form: `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`.
"""

from collections.abc import Iterable

from plugins.build.report.cells import harmless
from plugins.build.report.contents import Contents
from plugins.core.diagnostic import Diagnostic, Span

MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
PROPERTY = (*MESSAGE, (":", "%3A"), (",", "%2C"))


def render_github(contents: Contents) -> str:
    """All findings in order, each a line."""
    return "".join(f"{_command(found, contents)}\n" for found in contents.found)


def _command(found: Diagnostic, contents: Contents) -> str:
    path = _text(contents.shown_path(found.location.path))
    values = {"file": path, **_place(found.location.span), "title": found.rule}
    properties = ",".join(f"{name}={_escaped(str(value), PROPERTY)}" for name, value in values.items())
    said = [harmless(text) for text in contents.voice.told(found)]
    return f"::{found.severity.value} {properties}::{_escaped(chr(10).join(said), MESSAGE)}"


def _place(span: Span) -> dict[str, int]:
    place = {"line": span.line, "endLine": span.end_line}
    # GitHub shows nothing of an annotation that has columns and more than one line.
    return place | ({"col": span.column, "endColumn": span.end_column} if span.line == span.end_line else {})


def _text(path: str) -> str:
    """A file's name as it is, but for what UTF-8 cannot say."""
    return path.encode("utf-8", "replace").decode()


def _escaped(text: str, signs: Iterable[tuple[str, str]]) -> str:
    for sign, code in signs:
        text = text.replace(sign, code)
    return text
