"""What a build leaves for the next one, so that it sees what has changed before it does anything else."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.build.baseline import FILE as BASELINE
from plugins.build.outcome import Outcome, Session
from plugins.build.present import still_lines
from plugins.build.unchanged import Host, Seen, add, look, remember
from plugins.core.published import FILE as PUBLISHED
from plugins.generator.cache import Cache
from plugins.generator.code import code_folders, settings_modules
from plugins.generator.plain_settings import are_plain
from plugins.generator.workplace import Workplace


class State(Struct, frozen=True):
    """What was looked at besides the content, and what Pelican made of the settings where that is enough."""

    seen: Seen
    host: Host | None
    now: int


def look_at(
    settings: Mapping[str, Any], folders: Iterable[Path], place: Workplace, cache: Cache, session: Session
) -> State | None:
    """The state of the `folders` of the theme, of the code and the settings; None where no build looks at it."""
    if session.glance is None:
        return None
    code = code_folders(place.rooms)
    modules = settings_modules(settings)
    if not session.host and not are_plain(modules):
        # What else these settings follow from, nobody could see the next time.
        return None
    records = [place.content / name for name in (BASELINE, PUBLISHED)]
    seen = look([*folders, *code], [*modules, *records], cache.now, session.glance.walked)
    of = [str(path) for path in (*code, *modules)]
    host = Host(session.host, cache.looks.code.hex(), of) if session.host else None
    return State(seen, host, cache.now)


def leave_check(state: State, outcome: Outcome, session: Session) -> None:
    """Write `state` for the next check, which compares no outputs and always says anew what it finds.

    Raises:
        OSError: it cannot be written.
    """
    if session.glance is not None:
        content = str(outcome.content)
        add(state.seen, content, outcome.everything, state.now)
        remember(session.glance.asked, state.seen, content, Path(), "", None, {}, state.host)


def leave(state: State, outcome: Outcome, output: Path, session: Session) -> None:
    """Write `state` beside the output folder, with the content that `outcome` saw and the outputs that were written.

    Raises:
        OSError: it cannot be written.
    """
    if session.glance is None or session.written is None:
        return
    content = str(outcome.content)
    add(state.seen, content, outcome.everything, state.now)
    due = outcome.due.timestamp() if outcome.due else None
    said = still_lines(outcome, output, session)
    remember(session.glance.asked, state.seen, content, output, session.written.outputs, due, said, state.host)
