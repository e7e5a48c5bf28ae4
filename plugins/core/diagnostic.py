"""Everything that can be wrong, in content, links, pictures, feeds or settings, as one value.

A `Diagnostic` decides nothing and prints nothing: `plugins.build.report` shows it, in es, en or pt.
Texts are English templates with named places, looked up in the catalogues (gettext) when shown.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """An error would publish something lost, broken, unsafe or false; a warning is about quality."""

    ERROR = "error"
    WARNING = "warning"


class Span(Struct, frozen=True, order=True, array_like=True):
    """A stretch of text: lines and columns count from 1, in code points; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Location(Struct, frozen=True, order=True, array_like=True):
    """`path` is relative to the content folder, with `/`; settings files carry an absolute path."""

    path: str
    span: Span = Span()


class Text(Struct, frozen=True, array_like=True):
    """A sentence in every language: an English template and the values of its places."""

    template: str
    values: Mapping[str, str | int] = {}

    def said(self, gettext: Callable[[str], str]) -> str:
        """The sentence in the language of `gettext`."""
        return gettext(self.template).format(**self.values)


class Edit(Struct, frozen=True, order=True, array_like=True):
    """`text` in place of what stands at `span`; lines in it end with a line feed, whatever ends those of the file."""

    span: Span
    text: str


class Fix(Struct, frozen=True, array_like=True):
    """How a machine repairs a finding in its own file: `edits` that do not overlap. A safe one changes no meaning."""

    edits: tuple[Edit, ...]
    is_safe: bool = True


class Diagnostic(Struct, frozen=True, array_like=True):
    """One finding. `offence` is the offending text: with path and rule it is the baseline's key."""

    location: Location
    rule: str
    severity: Severity
    message: Text
    hint: Text | None = None
    offence: str = ""
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.severity is Severity.ERROR

    @property
    def is_fixable(self) -> bool:
        """Whether `check --fix` repairs it."""
        return self.fix is not None and self.fix.is_safe


def sort_key(found: Diagnostic) -> tuple[Location, str]:
    """The order in which findings are reported: path, line, column, rule."""
    return (found.location, found.rule)


def translatable(template: str) -> str:
    """Mark a template for the catalogues; it is looked up when the diagnostic is shown."""
    return template
