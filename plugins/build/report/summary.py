"""How much was found, as numbers and as a sentence."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, translatable


class Summary(Struct, frozen=True):
    """`files` counts every file looked at; findings of the baseline are only counted."""

    files: int
    errors: int
    warnings: int
    baselined: int


def summarise(diagnostics: Iterable[Diagnostic], files: int, baselined: int) -> Summary:
    """The summary of the findings that are reported, in `files` files, with `baselined` others."""
    errors = [found.is_error for found in diagnostics]
    return Summary(files, sum(errors), len(errors) - sum(errors), baselined)


def countable(singular: str, plural: str) -> tuple[str, str]:
    """Mark a template with `{count}` for the catalogues, in the forms that English has."""
    return singular, plural


ERRORS = countable("{count} error", "{count} errors")
WARNINGS = countable("{count} warning", "{count} warnings")
FILES = countable("{count} file", "{count} files")
FOUND = translatable("{errors}, {warnings} in {files}.")
NOTHING = translatable("No errors and no warnings in {files}.")
KNOWN = countable("{count} known debt is in the baseline.", "{count} known debts are in the baseline.")


def summary_line(
    summary: Summary, translate: Callable[[str], str], translate_count: Callable[[str, str, int], str]
) -> str:
    """«3 errores, 2 avisos en 14 archivos.», with gettext and ngettext of the reader's language."""

    def counted(forms: tuple[str, str], count: int) -> str:
        return translate_count(*forms, count).format(count=count)

    files = counted(FILES, summary.files)
    if summary.errors or summary.warnings:
        errors, warnings = counted(ERRORS, summary.errors), counted(WARNINGS, summary.warnings)
        said = translate(FOUND).format(errors=errors, warnings=warnings, files=files)
    else:
        said = translate(NOTHING).format(files=files)
    return f"{said} {counted(KNOWN, summary.baselined)}" if summary.baselined else said
