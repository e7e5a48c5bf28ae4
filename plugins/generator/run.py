"""One run of the stages, whoever asked for it: Pelican, or a build that needs nothing of Pelican."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build.alone import alone
from plugins.build.failure import FULL, BuildError, write_failure
from plugins.build.outcome import Session
from plugins.build.place import TEMPLATES
from plugins.build.present import present_build, present_diagnostic, present_failure
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic
from plugins.core.room import Room
from plugins.generator.config import rules_of
from plugins.generator.publication import clock
from plugins.generator.site_build import keep_check, prepare

if TYPE_CHECKING:
    from jinja2 import Environment


class Run:
    """First everything up to the plan, then writing it; from one to the other the output folder is ours alone."""

    def __init__(self, settings: Mapping[str, Any], noted: Sequence[Diagnostic], session: Session) -> None:
        """`noted` are the findings about the settings that were made before."""
        self.settings, self.noted, self.session = settings, noted, session
        self.output = Path(settings["OUTPUT_PATH"])
        self.alone = ExitStack()

    def plan(self) -> int:
        """Every stage up to the plan; the exit status, with which the run ends where it is not 0."""
        session = self.session
        session.lang = session.lang or str(self.settings["DEFAULT_LANG"])
        try:
            self.alone.enter_context(alone(session, self.output))
            if session.holds_lock:
                speech(session.lang, session.cache(self.output) / TEMPLATES)
            now = clock(os.environ.get("SOURCE_DATE_EPOCH"), datetime.now(UTC))
            found = rooms(self.settings)
            session.rules = rules_of(found)
            self.prepared = prepare(self.settings, found, now, self.noted, session)
        except BuildError as error:
            self.alone.close()
            present_diagnostic(error.diagnostic, session)
            return 1
        except (OSError, ValueError) as error:
            self.alone.close()
            if isinstance(error, OSError) and error.errno in FULL:
                # Nobody runs out of room by reading.
                present_diagnostic(write_failure(str(error.filename or self.output), error).diagnostic, session)
                return 1
            return present_failure(error, session)
        outcome = session.outcome = self.prepared.outcome
        status = present_build(outcome, session, self.output) if session.mode == "build" else 0
        if status:
            self.alone.close()
        return status

    def write(self, environment: "Callable[[], Environment]") -> int:
        """Make the output folder hold the plan; the exit status. `environment` has the host's filters and tests."""
        with self.alone:
            if self.session.mode != "build":
                keep_check(self.prepared, self.session)
                return 0
            # Jinja is imported with it, which takes a tenth of a check.
            from plugins.generator.writing import write

            return write(self.prepared, environment(), self.output, self.session)


def rooms(settings: Mapping[str, Any]) -> tuple[Room, ...]:
    """The rooms among the plugins, which have been imported."""
    found = (getattr(sys.modules.get(name), "ROOM", None) for name in settings["PLUGINS"])
    return tuple(room for room in found if isinstance(room, Room))
