"""The command `build`: without Pelican as long as that makes no difference, else with it."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plugins.build import command
from plugins.build.glance import Glance, look_back
from plugins.build.outcome import Session
from plugins.build.place import STATE
from plugins.build.progress import Progress
from plugins.build.settings import place_fault
from plugins.build.unchanged import question_at
from plugins.generator.host import asks_pelican, settings_of
from plugins.generator.run import Run

if TYPE_CHECKING:
    from jinja2 import Environment

_RUNS: list[Run] = []


def build(glance: Glance, *, strict: bool = False, **arguments: Any) -> int:
    """Build the site; the exit status, and the `arguments`, are those of `plugins.build.command.build`."""
    settings = _settings(glance)
    if settings is None:
        return command.build(glance=glance, strict=strict, **arguments)
    session = Session("build", strict=strict, lang=str(settings["DEFAULT_LANG"]))
    progress = session.progress = Progress()
    progress.speak(session.lang)
    session.glance, session.host = glance, glance.host.settings if glance.host else ""
    run = Run(settings, (), session)
    # Pelican's filters and tests are not asked for; Jinja's own are everywhere.
    # The process is about to end: to let go of ten thousand documents one by one takes a tenth of an edit.
    _RUNS.append(run)
    return run.plan() or run.write(_plain)


def check(**arguments: Any) -> int:
    """Check the content; the exit status, and the `arguments`, are those of `plugins.build.command.check`."""
    return command.check(runner=checked, **arguments)


def checked(session: Session, overrides: Mapping[str, Any]) -> int:
    """One run of the stages."""
    file = command.ROOT / "pelicanconf.py"
    if session.folder is None:
        return command.run(session, file, overrides)
    asked = question_at(session.folder / STATE, command.ROOT, check=sorted(overrides.items()))
    session.glance = glance = look_back(asked)
    settings = _settings(glance)
    if settings is None:
        return command.run(session, file, overrides)
    session.host = glance.host.settings if glance.host else ""
    run = Run(settings, (), session)
    _RUNS.append(run)
    return run.plan() or run.write(_plain)


def _settings(glance: Glance) -> dict[str, Any] | None:
    """The settings as Pelican understood them; None where Pelican has to be asked."""
    with suppress(OSError):
        settings = settings_of(glance.host.settings) if glance.host else None
        if settings is not None and not asks_pelican(settings) and place_fault(settings) is None:
            return settings
    return None


def _plain() -> "Environment":
    """Filters and tests as Jinja has them."""
    from jinja2 import Environment

    return Environment()
