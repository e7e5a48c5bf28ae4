"""What a run was asked to do, and what came of it: what passes between the command and the generator."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from plugins.build.glance import Glance
from plugins.build.kept import Kept
from plugins.build.place import cache_folder
from plugins.core.diagnostic import Diagnostic
from plugins.core.output import Output
from plugins.core.rule import Rule
from plugins.core.site import Site

SESSION = "PREGON_SESSION"
SETTINGS_FILE = "PREGON_SETTINGS_FILE"


class Rereading(Protocol):
    """Files once more, with other bytes than they were read with."""

    def is_same(self, path: str, content: bytes) -> bool:
        """Whether these are the bytes with which the file at `path` was read."""

    def found(self, path: str, content: bytes) -> Sequence[Diagnostic]:
        """What is to be reported of the file at `path` by itself, if it held `content`."""


class Outcome(Struct, frozen=True):
    """Everything up to and including the plan. `site` and `plan` are there only as far as the stages got.

    `files` are the sources looked at, `held` those kept back (path and reason), `unchanged` those that the last build
    saw as they are. `html` holds bodies by digest where no store does. With `partial`, `plan` holds only outputs that
    can have changed. `due` is when the next document appears. `everything` are the stats of the content folder.
    `again` reads files anew. `off` are rules that some setting switches off.
    """

    content: Path
    files: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    held: Mapping[str, str] = {}
    html: Mapping[str, str] = {}
    unchanged: frozenset[str] = frozenset()
    site: Site | None = None
    plan: tuple[Output, ...] = ()
    partial: bool = False
    due: datetime | None = None
    everything: Sequence[tuple[str, bytes]] = ()
    setting_faults: bool = False
    again: Rereading | None = None
    off: frozenset[str] = frozenset()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What stops a build."""
        return tuple(found for found in self.diagnostics if found.is_error)


class Written(Struct, frozen=True):
    """What the executor did: numbers of files; `outputs` is the digest of the stats of all that are there now."""

    written: int
    kept: int
    removed: int
    outputs: str = ""


class Session:
    """One run. `mode` build writes the site, check stops after the plan; the generator fills the rest in.

    The only mutable value of the house: Pelican makes the generator itself and hands nothing back.
    """

    def __init__(self, mode: Literal["build", "check"] = "build", *, strict: bool = False, lang: str = "") -> None:
        """A run that has not begun. `strict` makes warnings stop it; `lang` is the language of its messages.

        `faults` are those that ended it outside of the stages: settings, a broken template, a full disk. `kept` is
        what the run before left, in a process that stays. `glance` is what was seen before a build, `host` what Pelican
        made of the settings, as text, where a build can do without Pelican. `folder` is where a check leaves things,
        `rules` are all that were asked, by name.
        """
        self.mode = mode
        self.strict = strict
        self.lang = lang
        self.holds_lock = False
        self.glance: Glance | None = None
        self.host = ""
        self.progress: Callable[[str, int, int], None] = lambda stage, done, total: None
        self.outcome: Outcome | None = None
        self.written: Written | None = None
        self.faults: list[Diagnostic] = []
        self.kept: Kept | None = None
        self.rules: Mapping[str, Rule] = {}
        self.folder: Path | None = None

    def cache(self, output: Path) -> Path:
        """The folder of what earlier runs of this kind left: that of `folder`, or of a build into `output`."""
        return self.folder or cache_folder(output)
