"""What `check --fix` and `--diff` say and write."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from plugins.build.fixing import Mended, Saved, diff, write
from plugins.build.outcome import Outcome, Session
from plugins.build.present import present_diagnostic, say
from plugins.build.report.cells import harmless
from plugins.build.report.paths import shown_path
from plugins.build.report.summary import countable
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

REPAIRED = countable("{file}: {count} repair.", "{file}: {count} repairs.")
SAVED = translatable("{file} has been saved meanwhile, or lies elsewhere; it is left as it is.")
COLOURS = {"+": "32", "-": "31", "@": "36"}


def write_all(repaired: Iterable[Mended], outcome: Outcome, session: Session, *, quiet: bool) -> tuple[int, bool]:
    """Write each file of `repaired` and say so (on standard error if `quiet`); how many, and whether all could be."""
    texts, written, sound = speech(session.lang), 0, True
    for one in repaired:
        name = shown_path(one.path, outcome.content, Path.cwd())
        try:
            write(one, outcome.content)
        except Saved:
            say(texts.gettext(SAVED).format(file=name), error=True)
        except OSError as error:
            present_diagnostic(unwritable(outcome.content / one.path, error), session)
            sound = False
        else:
            written += 1
            say(texts.ngettext(*REPAIRED, one.repairs).format(file=name, count=one.repairs), error=quiet)
    return written, sound


def show(repaired: Iterable[Mended], outcome: Outcome) -> int:
    """Print what would be changed; the exit status, 1 where anything would."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    status = 0
    for one in repaired:
        status = 1
        lines = diff(one, lambda path: shown_path(path, outcome.content, Path.cwd()))
        sys.stdout.buffer.write(_shown(lines, colour) if sys.stdout.isatty() else lines)
    sys.stdout.flush()
    return status


def _shown(lines: bytes, colour: bool) -> bytes:
    """`lines` for a terminal, which would obey what may stand in a file."""
    text = [harmless(line) for line in lines.decode("utf-8", "replace").split("\n")]
    painted = (f"\x1b[{COLOURS[line[0]]}m{line}\x1b[0m" if colour and line[:1] in COLOURS else line for line in text)
    return "\n".join(painted).encode("utf-8", "replace")


def unwritable(path: Path, error: OSError) -> Diagnostic:
    """The finding that the file at `path` could not be written."""
    return Diagnostic(
        Location(str(path)),
        "output-unwritable",
        Severity.ERROR,
        Text(
            translatable("`{path}` could not be written ({reason})."),
            {"path": str(path), "reason": error.strerror or "?"},
        ),
        Text(translatable("Check that the folder exists, and that you may read it.")),
    )
