"""The builder: what an order becomes. It lives in a process of its own, which ends when the code changes."""

import gc
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from plugins.build.command import run
from plugins.build.kept import Kept
from plugins.build.outcome import Session
from plugins.build.present import present_diagnostic
from plugins.build.settings import load_settings
from plugins.build.store import StoreDamaged
from plugins.generator.publication import clock
from plugins.server.findings import Findings
from plugins.server.messages import Order, Places, Result, Wish

if TYPE_CHECKING:
    from plugins.generator.resident import Resident

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "plugins"
# So many edits leave little behind.
EDITS = 200


class Builder:
    """Builds the site as often as it is asked to.

    The site stays in memory: an order that only changes texts is answered with the pages that were edited, and then
    with what else shows them. Any other order is a whole build.
    """

    def __init__(self, wish: Wish) -> None:
        """Nothing is read yet."""
        self._wish = wish
        self._kept = Kept()
        self._resident: Resident | None = None
        self._target: dict[str, Any] = {}
        self._findings = Findings()
        self._edits = 0

    def places(self) -> Places | Result:
        """What the settings say; a result with the reason when they cannot be read."""
        session = Session("build", lang=self._wish.lang)
        settings, fault = load_settings(Path(self._wish.settings), self._overrides())
        if fault is not None:
            present_diagnostic(fault, session)
            return Result(2, self._findings.of(session))
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
        # After an exception nothing in memory is believed.
        kept, self._kept = self._kept, Kept()
        self._findings.saved(order.changed or ())
        try:
            yield from self._edited(order, kept)
        except StoreDamaged:
            self._resident, kept = None, Kept()
        if self._resident is None:
            yield self._whole(order, kept)
            self._settle(Path(order.output), kept)
        self._kept = kept

    def _edited(self, order: Order, kept: Kept) -> Iterator[Result]:
        """What the site in memory makes of `order`; where that is not enough, there is none any more."""
        began, session = perf_counter(), self._session(kept)
        resident, self._resident = self._resident, None
        if resident is None or not order.changed or _target(order) != self._target:
            return
        steps = resident.edit(order.changed, _now(), session)
        if steps is None:
            resident.rest()
            return
        self._edits += 1
        self._findings.forget(resident.reader.names(order.changed))
        for step in steps:
            yield Result(step.status, self._findings.of(session), step.outputs, perf_counter() - began, step.final)
        self._resident = resident

    def _session(self, kept: Kept) -> Session:
        session = Session("build", lang=self._wish.lang)
        session.kept = kept
        return session

    def _whole(self, order: Order, kept: Kept) -> Result:
        """A build that looks at everything."""
        from plugins.generator.plugin import again, are_alone

        began, session, target = perf_counter(), self._session(kept), _target(order)
        host, kept.host = kept.host, None
        if host is not None and target == self._target and are_alone():
            status = again(host, session)
        else:
            status = run(session, Path(self._wish.settings), {**self._overrides(), **target})
        self._target = target
        written = session.written
        touched = written is not None and bool(written.written or written.removed)
        self._findings.forget()
        return Result(status, self._findings.of(session), None if touched else (), perf_counter() - began)

    def _settle(self, output: Path, kept: Kept) -> None:
        """Take over the site that has been built, if it was."""
        from plugins.generator.plugin import are_alone
        from plugins.generator.resident import settled

        self._resident = settled(kept, output) if are_alone() else None
        # What the build has left is swept up when there is time.
        self._edits = EDITS

    def rest(self) -> None:
        """There is nothing to do for a moment."""
        if self._resident is not None:
            self._resident.rest()
        if self._edits >= EDITS:
            self._sweep()

    def _sweep(self) -> None:
        """Let go of what is of no use; what stays, Python need not look at again and again."""
        self._edits = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _overrides(self) -> dict[str, Any]:
        return {"PATH": self._wish.content} if self._wish.content else {}


def _target(order: Order) -> dict[str, Any]:
    return {"SITEURL": order.siteurl, "OUTPUT_PATH": order.output, "SHOW_DRAFTS": True}


def _now() -> datetime:
    return clock(os.environ.get("SOURCE_DATE_EPOCH"), datetime.now(UTC))


def _absolute(folders: Iterable[Path]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(folder.absolute()) for folder in folders))
