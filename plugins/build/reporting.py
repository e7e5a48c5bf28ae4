"""What `check` has found, on standard output, in the form that was asked for."""

import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import structs

from plugins.build.outcome import Outcome, Session
from plugins.build.present import folder_named, held_lines, render_findings, say, sources_of
from plugins.build.report.contents import Contents
from plugins.build.report.github import render_github
from plugins.build.report.json import json_pieces
from plugins.build.report.paths import shown_path
from plugins.build.report.summary import summarise, summary_line
from plugins.build.report.voice import voice
from plugins.core.diagnostic import Diagnostic, sort_key

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def report(outcome: Outcome, chosen: Sequence[Diagnostic], session: Session, output_format: str) -> None:
    """Print `chosen`, some of what was found, in one of `FORMS`."""
    if output_format == "text":
        say(render_findings(chosen, outcome, session, sys.stdout))
        _conclude(contents_of(outcome, chosen, session))
        return
    FORMS[output_format](contents_of(outcome, chosen, session), outcome)


def contents_of(outcome: Outcome, chosen: Sequence[Diagnostic], session: Session) -> Contents:
    """A report of `chosen`; its counts of files and known debts are those of the whole run."""
    cwd = Path.cwd()
    return Contents(
        sorted(chosen, key=sort_key),
        summarise(chosen, len(outcome.files), len(outcome.baselined), folder_named(outcome)),
        voice(session.lang),
        lambda path: shown_path(path, outcome.content, cwd),
        session.rules,
        tuple(held_lines(outcome.held, session)),
        not outcome.setting_faults,
    )


def version() -> str:
    """Ours."""
    found: str = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"]
    return found


def _json(contents: Contents, outcome: Outcome) -> None:
    sys.stdout.flush()
    for piece in json_pieces(contents.found, contents.summary, contents.voice.texts.gettext, contents.shown_path):
        sys.stdout.buffer.write(piece.encode())


def _github(contents: Contents, outcome: Outcome) -> None:
    _print(render_github(contents))
    _conclude(contents)


def _sarif(contents: Contents, outcome: Outcome) -> None:
    from plugins.build.report.sarif import render_sarif

    _print(render_sarif(structs.replace(contents, version=version())))


def _html(contents: Contents, outcome: Outcome) -> None:
    # Jinja takes a tenth of a second to import.
    from plugins.build.report.html import render_html

    _print(render_html(structs.replace(contents, version=version()), sources_of(contents.found, outcome)))


FORMS: dict[str, Callable[[Contents, Outcome], None]] = {
    "json": _json,
    "github": _github,
    "sarif": _sarif,
    "html": _html,
}


def _conclude(contents: Contents) -> None:
    texts = contents.voice.texts
    for line in (*contents.held, summary_line(contents.summary, texts.gettext, texts.ngettext)):
        say(line)


def _print(document: str) -> None:
    # A document is UTF-8 whatever the terminal's encoding.
    sys.stdout.flush()
    sys.stdout.buffer.write(document.encode())
    sys.stdout.flush()
