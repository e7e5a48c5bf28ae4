"""What the server says itself, in the reader's language.

Kept apart from the rooms: a catalogue that somebody has just broken must not silence the server.
"""

import html
from gettext import NullTranslations
from pathlib import Path

from plugins.server.messages import Crash


def translatable(template: str) -> str:
    """Mark a template for the catalogues, like that of the core, which may be what is broken."""
    return template


def countable(singular: str, plural: str) -> tuple[str, str]:
    """The same for a template with `{count}`."""
    return singular, plural


ADDRESS = translatable("The site is at {address} and follows what you save. Ctrl+C ends it.")
POLLING = translatable("The system tells of no more changes ({reason}): files are looked at several times a second.")
PORT_TAKEN = translatable("Port {port} is taken by another program, perhaps by another `serve`: add --port {other}")
PORT_WRONG = translatable("`PORT` must be a whole number from 1 to 65535, not `{port}`.")
NO_ADDRESS = translatable(
    "The address {address} cannot be opened ({reason}): choose another --port, or another `BIND`."
)
NO_FOLDER = translatable("There is no folder `{path}`.")
BROKEN = translatable("The program fails here: {reason}.")
REPAIR = translatable("Undo the last change to this file, or correct this line.")
DETAILS = translatable("What Python says of it is in {file}.")
ENDED = translatable("The builder ended unexpectedly (status {status}). It starts again when you save something.")
WORD = translatable("error")
LAST_GOOD = countable(
    "{count} error: what you see is the site as it last was.",
    "{count} errors: what you see is the site as it last was.",
)
EVERYTHING = translatable("Everything that was found")
BUILDING = translatable("The site is being built…")
NOTHING_YET = translatable("There is no site to show yet.")
FOUND = translatable("What was found")
FINE = translatable("Nothing is wrong.")
ERRORS = translatable("Errors: these keep the last change from being shown")
WARNINGS = translatable("Warnings: these do not stop anything")
TO_THE_SITE = translatable("To the site")


def texts(lang: str) -> NullTranslations:
    """The catalogue of `lang`; English where none can be read."""
    try:
        from plugins.build.speech import speech

        return speech(lang)
    except Exception:  # Whatever somebody is changing right now.
        return NullTranslations()


def crash_text(crash: Crash, lang: str) -> str:
    """A failed program, in the form of a diagnostic."""
    said = texts(lang).gettext
    reason = " ".join(crash.reason.split()).rstrip(".") or "?"
    place = f"{_shown(crash.path)}:{crash.line}:{crash.column}: " if crash.path else ""
    lines = [f"{place}{said(WORD)}: {said(BROKEN).format(reason=reason)}"]
    source = crash.source.strip()
    if source:
        blanks = max(crash.column - 1 - (len(crash.source) - len(crash.source.lstrip())), 0)
        number = str(crash.line)
        lines += [f"  {number} | {source}", f"  {' ' * len(number)} | {' ' * min(blanks, len(source))}^"]
    lines += [f"  {said(REPAIR)}"] if crash.path else []
    lines += [f"  {said(DETAILS).format(file=_shown(crash.log))}"] if crash.log else []
    return "\n".join(lines)


def _shown(path: str) -> str:
    whole, here = Path(path), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def escaped(text: str) -> str:
    """`text` for HTML, whatever a file name holds."""
    return html.escape(text.encode("utf-8", "replace").decode("utf-8"))
