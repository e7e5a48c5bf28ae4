"""The command `build`: without Pelican as long as that makes no difference, else with it."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.build import command
from plugins.build.glance import Glance, look_back
from plugins.build.outcome import Session
from plugins.build.place import STATE, check_folder
from plugins.build.progress import Progress
from plugins.build.settings import place_fault
from plugins.build.unchanged import question_at
from plugins.generator.host import asks_pelican, settings_of
from plugins.generator.run import Run

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
    return run.plan() or run.write(Environment())


def check(*, content: str | None = None, **arguments: Any) -> int:
    """Check the content; the exit status, and the `arguments`, are those of `plugins.build.command.check`."""
    place = check_folder(command.ROOT / "output", Path(content or command.ROOT / "content")) / STATE

    def run_stages(session: Session, overrides: Mapping[str, Any]) -> int:
        session.glance = glance = look_back(
            question_at(place, command.ROOT, check=content and str(Path(content).absolute()))
        )
        settings = _settings(glance)
        if settings is None:
            return command.run(session, command.ROOT / "pelicanconf.py", overrides)
        session.host = glance.host.settings if glance.host else ""
        run = Run(settings, (), session)
        _RUNS.append(run)
        return run.plan() or run.write(Environment())

    return command.check(content=content, runner=run_stages, **arguments)


def _settings(glance: Glance) -> dict[str, Any] | None:
    """The settings as Pelican understood them; None where Pelican has to be asked."""
    with suppress(OSError):
        settings = settings_of(glance.host.settings) if glance.host else None
        if settings is not None and not asks_pelican(settings) and place_fault(settings) is None:
            return settings
    return None
