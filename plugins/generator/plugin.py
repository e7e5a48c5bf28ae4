"""The adaptor: what Pelican calls, and what it is given."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from plugins.build.outcome import SESSION, SETTINGS_FILE, Outcome, Session
from plugins.generator.code import settings_modules
from plugins.generator.config import OWN
from plugins.generator.host import FINDINGS, settings_text
from plugins.generator.pelican_settings import REPLACED, without_effect
from plugins.generator.plain_settings import are_plain
from plugins.generator.run import Run


class PregonGenerator(Generator):
    """Pelican's host object for the stages; `generate_context` plans, `generate_output` publishes."""

    def generate_context(self) -> None:
        """Every stage up to the plan. Content errors end the run here, before anything is written."""
        session: Session = self.settings.get(SESSION) or Session()
        if are_alone() and not session.kept and are_plain(settings_modules(self.settings)):
            session.host = settings_text(self.settings)
        self.run = Run(self.settings, tuple(self.settings.get(FINDINGS, ())), session)
        status = self.run.plan()
        if session.kept is not None and session.outcome is not None:
            session.kept.host = self
        if status:
            raise SystemExit(status)
        assert session.outcome is not None
        self._share(session.outcome)

    def _share(self, outcome: Outcome) -> None:
        """Fill Pelican's context as its own generators do, for themes and plugins that look there."""
        shelves = outcome.site.shelves.values() if outcome.site else ()
        self.context["articles"] = [post for shelf in shelves for post in shelf.posts]
        self.context["pages"] = [page for shelf in shelves for page in shelf.pages]
        self.context["categories"] = [(group.term.name, list(group.members)) for s in shelves for group in s.categories]
        self.context["tags"] = [(group.term.name, list(group.members)) for s in shelves for group in s.tags]

    def generate_output(self, writer: Any) -> None:
        """Make the output folder hold the plan."""
        status = self.run.write(lambda: self.env)
        if self.run.session.kept is not None:
            # This process goes on, and needs no plan twice.
            del self.run
        if status:
            raise SystemExit(status)


def again(host: PregonGenerator, session: Session) -> int:
    """One more run with the settings of an earlier one, which Pelican has looked at; the exit status."""
    host.settings[SESSION] = session
    try:
        host.generate_context()
        host.generate_output(None)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def are_alone() -> bool:
    """Whether no plugin hears Pelican's signals: nobody else notices then that Pelican is not asked."""
    heard = [one for one in vars(signals).values() if isinstance(one, signals.Signal)]
    return sum(len(one.receivers) for one in heard) <= len((take_over, generators))


def take_over(pelican: Any) -> None:
    """Leave Pelican's own generators without work; note the settings that change nothing."""
    rooms = [getattr(sys.modules.get(name), "ROOM", None) for name in pelican.settings["PLUGINS"]]
    known = {*DEFAULT_CONFIG, *OWN, *(name for room in rooms if room for name in room.settings)}
    pelican.settings[FINDINGS] = tuple(without_effect(_written(pelican.settings), known))
    for name, (value, _) in REPLACED.items():
        pelican.settings[name] = value
    pelican.delete_outputdir = False


def _written(settings: Mapping[str, Any]) -> dict[str, Any]:
    """What the settings file itself says; Pelican completes several of its own settings on the way."""
    file = Path(settings.get(SETTINGS_FILE) or "pelicanconf.py")
    module = sys.modules.get(file.stem)
    return {name: value for name, value in vars(module).items() if name.isupper()} if module else {}


def generators(pelican: Any) -> type[PregonGenerator]:
    """Our one generator."""
    return PregonGenerator


def connect() -> None:
    """Connect to Pelican. Named functions: blinker keeps weak references."""
    signals.initialized.connect(take_over)
    signals.get_generators.connect(generators)
