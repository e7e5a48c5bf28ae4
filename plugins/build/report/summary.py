"""How much was found, as numbers and as a sentence."""

from collections.abc import Callable, Iterable
from shlex import quote

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, translatable

Count = Callable[[str, str, int], str]
CHECK = "python3 tasks.py check"


class Summary(Struct, frozen=True):
    """`files` counts every file looked at; findings of the baseline are only counted. `fixable` ones are among them.

    `content` is the folder as it has to be named to a command; empty for the project's own.
    """

    files: int
    errors: int
    warnings: int
    baselined: int
    fixable: int = 0
    content: str = ""

    @property
    def checking(self) -> str:
        """The command that checks again."""
        return f"{CHECK}{self._where}"

    @property
    def mending(self) -> str:
        """The command that repairs what is fixable."""
        return f"{CHECK} --fix{self._where}"

    @property
    def _where(self) -> str:
        return f" --content {quote(self.content)}" if self.content else ""


def summarise(diagnostics: Iterable[Diagnostic], files: int, baselined: int, content: str = "") -> Summary:
    """The summary of the findings that are reported, in `files` files, with `baselined` others."""
    found = [*diagnostics]
    errors = sum(one.is_error for one in found)
    fixable = sum(one.is_fixable for one in found)
    return Summary(files, errors, len(found) - errors, baselined, fixable, content)


def countable(singular: str, plural: str) -> tuple[str, str]:
    """Mark a template with `{count}` for the catalogues, in the forms that English has."""
    return singular, plural


ERRORS = countable("{count} error", "{count} errors")
WARNINGS = countable("{count} warning", "{count} warnings")
FILES = countable("{count} file", "{count} files")
FOUND = translatable("{errors}, {warnings} in {files}")
NOTHING = translatable("No errors and no warnings in {files}.")
KNOWN = countable("{count} known debt is in the baseline.", "{count} known debts are in the baseline.")
FIXABLE = countable("{count} repairs itself with: {command}", "{count} repair themselves with: {command}")


def summary_line(summary: Summary, translate: Callable[[str], str], translate_count: Count) -> str:
    """«3 errores, 2 avisos en 14 archivos.», with gettext and ngettext of the reader's language.

    A command ends its line, so that it can be copied.
    """
    files = _counted(FILES, summary.files, translate_count)
    known = _counted(KNOWN, summary.baselined, translate_count) if summary.baselined else ""
    if not summary.errors and not summary.warnings:
        return f"{translate(NOTHING).format(files=files)} {known}".rstrip()
    errors = _counted(ERRORS, summary.errors, translate_count)
    warnings = _counted(WARNINGS, summary.warnings, translate_count)
    # Where the settings are wrong no file has been looked at.
    template = translate(FOUND) if summary.files else "{errors}, {warnings}"
    said = template.format(errors=errors, warnings=warnings, files=files)
    if not summary.fixable:
        return f"{said}. {known}".rstrip()
    fixable = translate_count(*FIXABLE, summary.fixable).format(count=summary.fixable, command=summary.mending)
    return f"{said}; {fixable}\n{known}".rstrip()


def tally(diagnostics: Iterable[Diagnostic], translate_count: Count) -> str:
    """«1 error, 2 avisos»: what there is of each."""
    errors = [one.is_error for one in diagnostics]
    counts = ((ERRORS, sum(errors)), (WARNINGS, len(errors) - sum(errors)))
    return ", ".join(_counted(forms, count, translate_count) for forms, count in counts if count)


def _counted(forms: tuple[str, str], count: int, translate_count: Count) -> str:
    return translate_count(*forms, count).format(count=count)
