"""Diagnostics as one JSON object, for programs."""

import json
from collections.abc import Callable, Iterable

from plugins.build.report.cells import escaped
from plugins.build.report.summary import Summary
from plugins.core.diagnostic import Diagnostic, sort_key


def render_json(
    diagnostics: Iterable[Diagnostic],
    summary: Summary,
    translate: Callable[[str], str],
    shown_path: Callable[[str], str],
) -> str:
    """All `diagnostics` in order, and the summary; columns are code points from 1, their end is exclusive."""
    shown = [_record(found, translate, shown_path) for found in sorted(diagnostics, key=sort_key)]
    counts = {
        "files": summary.files,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "baselined": summary.baselined,
    }
    text = json.dumps({"diagnostics": shown, "summary": counts}, ensure_ascii=False, indent=2) + "\n"
    # A file name may hold what UTF-8 cannot say; JSON can, as `\udc80`.
    return escaped(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def _record(
    found: Diagnostic, translate: Callable[[str], str], shown_path: Callable[[str], str]
) -> dict[str, str | int | bool]:
    span = found.location.span
    return {
        "path": shown_path(found.location.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.message.said(translate),
        "hint": found.hint.said(translate) if found.hint else "",
        "fixable": found.is_fixable,
    }
