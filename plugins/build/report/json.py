"""Diagnostics as one JSON object, for programs."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

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
    return "".join(json_pieces(diagnostics, summary, translate, shown_path))


def json_pieces(
    diagnostics: Iterable[Diagnostic],
    summary: Summary,
    translate: Callable[[str], str],
    shown_path: Callable[[str], str],
) -> Iterator[str]:
    """The same piece by piece: a hundred thousand findings are a hundred megabytes."""
    counts = {
        "files": summary.files,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "baselined": summary.baselined,
    }
    between = "\n"
    yield '{\n  "diagnostics": ['
    for found in sorted(diagnostics, key=sort_key):
        yield between + _indented(_record(found, translate, shown_path), 4)
        between = ",\n"
    end = "" if between == "\n" else "\n  "
    yield f'{end}],\n  "summary": {_indented(counts, 2).lstrip()}\n}}\n'


def _indented(record: Mapping[str, str | int | bool], by: int) -> str:
    text = json.dumps(record, ensure_ascii=False, indent=2)
    lines = "\n".join(" " * by + line for line in text.split("\n"))
    # A file name may hold what UTF-8 cannot say; JSON can, as `\udc80`.
    return escaped(lines.encode("utf-8", "backslashreplace").decode("utf-8"))


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
