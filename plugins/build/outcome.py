"""What a run was asked to do, and what came of it: what passes between the command and the generator."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic
from plugins.core.output import Output
from plugins.core.site import Site

SESSION = "PREGON_SESSION"
SETTINGS_FILE = "PREGON_SETTINGS_FILE"


class Outcome(Struct, frozen=True):
    """Everything up to and including the plan. `site` and `plan` are there only as far as the stages got.

    `files` are the sources looked at, `held` those kept back (path and reason), `html` the bodies by digest.
    `digests` and `texts` are those of the Markdown files, by path.
    """

    content: Path
    files: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    held: Mapping[str, str] = {}
    html: Mapping[str, str] = {}
    digests: Mapping[str, str] = {}
    texts: Mapping[str, str] = {}
    site: Site | None = None
    plan: tuple[Output, ...] = ()
    setting_faults: bool = False

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What stops a build."""
        return tuple(found for found in self.diagnostics if found.is_error)


class Written(Struct, frozen=True):
    """What the executor did: numbers of files."""

    written: int
    kept: int
    removed: int


class Session:
    """One run. `mode` build writes the site, check stops after the plan; the generator fills the rest in.

    The only mutable value of the house: Pelican makes the generator itself and hands nothing back.
    """

    def __init__(self, mode: Literal["build", "check"] = "build", *, strict: bool = False, lang: str = "") -> None:
        """A run that has not begun. `strict` makes warnings stop it; `lang` is the language of its messages.

        `faults` are those that ended it outside of the stages: settings, a broken template, a full disk.
        """
        self.mode = mode
        self.strict = strict
        self.lang = lang
        self.baseline = True
        self.outcome: Outcome | None = None
        self.written: Written | None = None
        self.faults: list[Diagnostic] = []
