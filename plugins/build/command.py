"""The commands `build` and `check`: Pelican's own start with our session in its settings."""

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.build.baseline import FILE, from_diagnostics
from plugins.build.check_cache import check_folder
from plugins.build.debts import pay, record
from plugins.build.fixing import mend
from plugins.build.glance import Glance
from plugins.build.outcome import SESSION, SETTINGS_FILE, Outcome, Session
from plugins.build.present import present_diagnostic, say
from plugins.build.progress import Progress
from plugins.build.repairs import show, unwritable, write_all
from plugins.build.report.summary import countable
from plugins.build.reporting import report
from plugins.build.settings import load_settings, path_faults, place_fault, plugin_fault
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic, translatable

ROOT = Path(__file__).parents[2]
Runner = Callable[[Session, Mapping[str, Any]], int]
PAID = countable("{count} known debt is paid and off the list.", "{count} known debts are paid and off the list.")
RECORDED = translatable("{file}: the findings of today are recorded; only new ones will stop a build.")


def build(
    *,
    content: str | None = None,
    output: str | None = None,
    drafts: bool = False,
    strict: bool = False,
    production: bool = False,
    glance: Glance | None = None,
) -> int:
    """Build the site; the exit status: 0 fine, 1 content errors or unfinished, 2 wrong use or setting.

    `glance` is what was seen before; without one, the next build looks at everything.
    """
    content = None if content is None else os.path.abspath(content)
    output = None if output is None else os.path.abspath(output)
    overrides: dict[str, Any] = {"SHOW_DRAFTS": True} if drafts else {}
    overrides |= {"PATH": content} if content is not None else {}
    overrides |= {"OUTPUT_PATH": output} if output is not None else {}
    file = ROOT / ("publishconf.py" if production else "pelicanconf.py")
    session = Session("build", strict=strict)
    session.glance = glance
    session.progress = Progress()
    return run(session, file, overrides)


def check(
    *,
    content: str | None = None,
    paths: Sequence[str] = (),
    output_format: str = "text",
    fix: bool = False,
    fix_unsafe: bool = False,
    diff: bool = False,
    baseline: bool = False,
    lang: str | None = None,
    runner: Runner | None = None,
) -> int:
    """Report every finding, or record them all as known, or repair them first; the exit status as in `build`.

    With `diff` the repairs are shown and not made; the status is 1 where there are any. `runner` runs the stages.
    """
    run_stages = runner or _hosted
    overrides = {"PATH": os.path.abspath(content)} if content is not None else {}
    session = _session(lang, content)
    status = run_stages(session, overrides)
    outcome = session.outcome
    if outcome is None:
        return status or 2
    if (fault := next(path_faults(paths, outcome.content), None)) is not None:
        present_diagnostic(fault, session)
        return 2
    if outcome.setting_faults:
        report(outcome, outcome.diagnostics, session, output_format)
        return 2
    if baseline:
        return _record(outcome, session)
    if fix or fix_unsafe or diff:
        repaired = mend(outcome, _chosen(outcome, paths), unsafe=fix_unsafe)
        if diff:
            return show(repaired, outcome)
        written, sound = write_all(repaired, outcome, session, quiet=output_format != "text")
        if not sound:
            return 1
        if written:
            session = _session(lang, content)
            status = run_stages(session, overrides)
            outcome = session.outcome
            if outcome is None:
                return status or 2
    chosen = _chosen(outcome, paths)
    report(outcome, chosen, session, output_format)
    if (paid := pay(outcome)) and output_format == "text":
        texts = speech(session.lang)
        say(texts.ngettext(*PAID, paid).format(count=paid))
    return 1 if any(found.is_error for found in chosen) else 0


def _session(lang: str | None, content: str | None) -> Session:
    session = Session("check", lang=lang or "")
    session.progress = Progress()
    session.folder = check_folder(ROOT, None if content is None else Path(os.path.abspath(content)))
    return session


def _hosted(session: Session, overrides: Mapping[str, Any]) -> int:
    return run(session, ROOT / "pelicanconf.py", overrides)


def _record(outcome: Outcome, session: Session) -> int:
    damaged = next((found for found in outcome.diagnostics if found.rule == "baseline-unreadable"), None)
    if damaged is not None:
        # What it held would be lost.
        present_diagnostic(damaged, session)
        return 1
    try:
        path = record(outcome, from_diagnostics([*outcome.diagnostics, *outcome.baselined]))
    except OSError as error:
        present_diagnostic(unwritable(outcome.content / FILE, error), session)
        return 1
    say(speech(session.lang).gettext(RECORDED).format(file=path.as_posix()))
    return 0


def _chosen(outcome: Outcome, paths: Sequence[str]) -> tuple[Diagnostic, ...]:
    """The findings in the files or folders `paths`; all of them without any."""
    wanted = [Path(os.path.abspath(path)) for path in paths]
    if not wanted:
        return outcome.diagnostics

    def below(found: Diagnostic) -> bool:
        place = outcome.content / found.location.path
        return any(place == path or path in place.parents for path in wanted)

    return tuple(found for found in outcome.diagnostics if below(found))


def run(session: Session, file: Path, overrides: Mapping[str, Any]) -> int:
    """One run of Pelican with the settings of `file` and `overrides`; the exit status, the rest in `session`."""
    # Pelican takes a third of a second to import: not before it is needed.
    from pelican import Pelican
    from pelican.log import console

    overrides = {**overrides, SESSION: session, SETTINGS_FILE: str(file)}
    # Pelican's last line counts articles that it did not process, and its log wraps tracebacks of plugins;
    # both are said by us.
    console.quiet = True
    logging.getLogger("pelican").addHandler(logging.NullHandler())
    settings, fault = load_settings(file, overrides)
    session.lang = session.lang or str(settings.get("DEFAULT_LANG") or "")
    if isinstance(session.progress, Progress):
        session.progress.speak(session.lang)
    fault = fault or place_fault(settings)
    if fault is None:
        wanted = list(settings.get("PLUGINS") or ())
        host = Pelican(settings)
        fault = plugin_fault(wanted, host.settings["PLUGINS"], file)
    if fault is not None:
        present_diagnostic(fault, session)
        return 2
    try:
        host.run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0
