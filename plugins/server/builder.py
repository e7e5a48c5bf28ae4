"""The builder: what an order becomes. It lives in a process of its own, which ends when the code changes."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from plugins.build.command import run
from plugins.build.outcome import Session
from plugins.build.present import lines_of, present_diagnostic
from plugins.build.report.paths import shown_path
from plugins.build.report.text import render_text
from plugins.build.settings import load_settings
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic, Severity, sort_key
from plugins.server.messages import Finding, Order, Places, Result, Wish

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "plugins"
WIDTH = 100


class Builder:
    """Builds the site as often as it is asked to.

    A resident builder has these same two methods. It may answer an order with several results: first the page
    that was edited, then, as the final one, the rest.
    """

    def __init__(self, wish: Wish) -> None:
        """Nothing is read yet."""
        self._wish = wish

    def places(self) -> Places | Result:
        """What the settings say; a result with the reason when they cannot be read."""
        session = Session("build", lang=self._wish.lang)
        settings, fault = load_settings(Path(self._wish.settings), self._overrides())
        if fault is not None:
            present_diagnostic(fault, session)
            return Result(2, _found(session))
        theme = Path(settings["THEME"])
        beside = [Path(folder) for folder in settings["PLUGIN_PATHS"]]
        overrides = [Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"]]
        code = [PLUGINS, *beside, theme / "translations"]
        content = Path(settings["PATH"]).absolute()
        return Places(
            str(content),
            _absolute([content, theme, *overrides, PLUGINS, *beside]),
            _absolute(code),
            self._wish.lang or str(settings.get("DEFAULT_LANG") or ""),
            settings["PORT"] if isinstance(settings["PORT"], int) else str(settings["PORT"]),
            str(settings["BIND"]),
        )

    def build(self, order: Order) -> Iterator[Result]:
        """Do what `order` says, and print what a build prints."""
        began = perf_counter()
        session = Session("build", lang=self._wish.lang)
        target = {"SITEURL": order.siteurl, "OUTPUT_PATH": order.output, "SHOW_DRAFTS": True}
        status = run(session, Path(self._wish.settings), {**self._overrides(), **target})
        written = session.written
        touched = written is not None and bool(written.written or written.removed)
        yield Result(status, _found(session), None if touched else (), perf_counter() - began)

    def _overrides(self) -> dict[str, Any]:
        return {"PATH": self._wish.content} if self._wish.content else {}


def _found(session: Session) -> tuple[Finding, ...]:
    """Everything that a run found, as its reader sees it; errors first."""
    outcome = session.outcome
    found = [_finding(one, (), str(one.location.path), session) for one in session.faults]
    for one in sorted(outcome.diagnostics if outcome else (), key=sort_key):
        assert outcome is not None
        path = shown_path(one.location.path, outcome.content, Path.cwd())
        found.append(_finding(one, lines_of(outcome.content, one.location.path), path, session))
    return tuple(sorted(found, key=lambda one: one.severity == Severity.WARNING.value))


def _finding(one: Diagnostic, lines: Sequence[str], path: str, session: Session) -> Finding:
    """One finding, in the words of the terminal; `lines` are those of its file, `path` is how people call it."""
    sources = {one.location.path: lines} if lines else {}
    text = render_text([one], sources, speech(session.lang).gettext, lambda _: path, width=WIDTH)
    return Finding(path, one.location.span.line, one.rule, one.severity.value, text.rstrip("\n"))


def _absolute(folders: Iterable[Path]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(folder.absolute()) for folder in folders))
