"""What a run says: findings on standard error, the summary on standard output."""

import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from plugins.build.bounded import TooLarge, read_bytes
from plugins.build.outcome import Outcome, Session, Written
from plugins.build.report.cells import harmless
from plugins.build.report.paths import shown_path
from plugins.build.report.summary import countable, summarise, summary_line
from plugins.build.report.text import render_text
from plugins.build.shown import Shown
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.norms import Limits
from plugins.front_matter.reader import text_of

# What findings point into besides: the list of categories, and the records.
LISTS = (".yaml", ".json")
# Settings, templates and catalogues are named by their whole path.
OWN = (".py", ".html", ".po")
ROOT = Path(__file__).parents[2]
MARKDOWN = (".md", ".markdown")
REASONS = {
    "draft": countable("{count} draft is held back: {names}", "{count} drafts are held back: {names}"),
    "scheduled": countable(
        "{count} document waits for its day: {names}", "{count} documents wait for their day: {names}"
    ),
    "baseline": countable(
        "{count} document is held back because of a known debt: {names}",
        "{count} documents are held back because of known debts: {names}",
    ),
    "data": countable(
        "{count} file of data/ is not published: {names}", "{count} files of data/ are not published: {names}"
    ),
}
OTHERS = countable(
    "{count} more warning in files that have not changed.",
    "{count} more warnings in files that have not changed.",
)
WRITTEN = translatable("{output}: {written} written, {kept} kept, {removed} removed, {seconds} s.")
STOPPED = translatable("Nothing was published; the site in {output} is as it was.")


def present_build(outcome: Outcome, session: Session, output: Path) -> int:
    """Say what was found before anything is written; the exit status, 0 when the build may go on."""
    stops = bool(outcome.errors) or (session.strict and bool(outcome.diagnostics))
    shown, others = _of_changed_files(outcome)
    say(render_findings(shown, outcome, session, sys.stderr), error=True)
    texts = speech(session.lang)
    if others:
        say(texts.ngettext(*OTHERS, others).format(count=others), error=True)
    for line in held_lines(outcome.held, session):
        say(line, error=True)
    if stops:
        say(_summary(outcome, session), error=True)
        say(texts.gettext(STOPPED).format(output=_relative(output)), error=True)
    if not stops:
        return 0
    return 2 if outcome.setting_faults else 1


def still_lines(outcome: Outcome, output: Path, session: Session) -> dict[str, Any]:
    """What the same build says again when nothing has changed; the seconds are left open."""
    texts, count = speech(session.lang), len(outcome.diagnostics)
    others = [texts.ngettext(*OTHERS, count).format(count=count)] if count else []
    return {
        "errors": [*others, *held_lines(outcome.held, session)],
        "written": texts.gettext(WRITTEN),
        "kept": session.written.kept + session.written.written if session.written else 0,
        "output": str(output),
    }


def _of_changed_files(outcome: Outcome) -> tuple[list[Diagnostic], int]:
    """Errors, and the warnings of files that changed since the last build; how many others there are."""
    shown = [found for found in outcome.diagnostics if found.is_error or found.location.path not in outcome.unchanged]
    return shown, len(outcome.diagnostics) - len(shown)


def render_findings(found: Sequence[Diagnostic], outcome: Outcome, session: Session, stream: TextIO) -> str:
    """The findings as text for `stream`: in colour on a terminal, under headings where there is more than one."""
    texts = speech(session.lang)
    return render_text(
        found,
        sources_of(found, outcome),
        texts.gettext,
        lambda path: shown_path(path, outcome.content, Path.cwd()),
        colour=in_colour(stream, os.environ),
        width=shutil.get_terminal_size((100, 24)).columns,
        count=texts.ngettext if len(found) > 1 else None,
    )


def folder_named(outcome: Outcome) -> str:
    """The content folder as a command has to be told of it; nothing for the project's own."""
    if outcome.content == ROOT / "content":
        return ""
    return harmless(shown_path("", outcome.content, Path.cwd()))


def in_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether `stream` is a terminal that shows colours, and whose reader wants them."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def sources_of(found: Iterable[Diagnostic], outcome: Outcome) -> Shown:
    """The lines of the files in which something was found, as far as they can be shown."""
    return Shown((one.location.path for one in found), lambda path: lines_of(outcome, path))


def lines_of(outcome: Outcome, path: str) -> list[str]:
    """The lines of a text file as its positions count them; none of any other file, or of one that is not read."""
    limits = outcome.site.config.norms.limits if outcome.site is not None else Limits()
    if not path.lower().endswith((*MARKDOWN, *LISTS)) and not (os.path.isabs(path) and path.endswith(OWN)):
        return []
    try:
        data = read_bytes(str(outcome.content / path), limits.file_bytes)
    except (TooLarge, OSError, ValueError):
        return []
    return text_of(data).split("\n") if data else []


def held_lines(held: Mapping[str, str], session: Session) -> Iterable[str]:
    """Every file that is kept back, by name, under its reason."""
    names: dict[str, list[str]] = defaultdict(list)
    for path, reason in sorted(held.items()):
        names[reason].append(path)
    for reason, forms in REASONS.items():
        if names[reason]:
            text = speech(session.lang).ngettext(*forms, len(names[reason]))
            # A name may hold what a terminal obeys, or what a program that reads along takes for a command.
            yield text.format(count=len(names[reason]), names=", ".join(map(harmless, names[reason])))


def _summary(outcome: Outcome, session: Session) -> str:
    texts = speech(session.lang)
    summary = summarise(outcome.diagnostics, len(outcome.files), len(outcome.baselined), folder_named(outcome))
    return summary_line(summary, texts.gettext, texts.ngettext)


def present_written(written: Written, output: Path, seconds: float, session: Session) -> None:
    """The last line of a build."""
    text = speech(session.lang).gettext(WRITTEN)
    counts = {"written": written.written, "kept": written.kept, "removed": written.removed}
    say(text.format(output=_relative(output), seconds=f"{seconds:.1f}", **counts))


def present_diagnostic(found: Diagnostic, session: Session) -> None:
    """One finding that ended the run."""
    session.faults.append(found)
    say(render_text([found], {}, speech(session.lang).gettext, str), error=True)


def present_failure(error: Exception, session: Session) -> int:
    """A folder that is not there or an environment that cannot be used; the exit status."""
    name = str(getattr(error, "filename", "") or "")
    if isinstance(error, OSError):
        message = Text(
            translatable("`{path}` cannot be read ({reason})."),
            {"path": name, "reason": error.strerror or "?"},
        )
        hint = Text(translatable("Check that the folder exists, and that you may read it."))
    else:
        message = Text(translatable("SOURCE_DATE_EPOCH must be a whole number of seconds."))
        hint = Text(translatable("Take the variable away, or give it a number."))
    present_diagnostic(Diagnostic(Location(name or "."), "folder-unreadable", Severity.ERROR, message, hint), session)
    return 2


def _relative(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix() + "/"
    except ValueError:
        return path.as_posix() + "/"


def say(text: str, *, error: bool = False) -> None:
    """Print `text`, whatever the terminal can show; nothing for an empty text."""
    if not text:
        return
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
