"""What a run has found, as its reader sees it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from plugins.build.outcome import Session
from plugins.build.present import lines_of
from plugins.build.report.paths import shown_path
from plugins.build.report.text import render_text
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic, Severity, sort_key
from plugins.server.messages import Finding

WIDTH = 100


class Findings:
    """Each finding in words, once, as long as its file is the same."""

    def __init__(self) -> None:
        """Nothing is known."""
        self._known: dict[str, tuple[list[Diagnostic], list[Finding]]] = {}
        self._saved: frozenset[str] = frozenset()

    def saved(self, files: Iterable[str]) -> None:
        """These `files` (resolved) were saved last: what else is wrong may follow from what is wrong there."""
        self._saved = frozenset(files)

    def forget(self, changed: Iterable[str] | None = None) -> None:
        """Believe nothing of the files `changed`, below the content folder (None: of any)."""
        if changed is None:
            self._known.clear()
        for path in changed or ():
            self._known.pop(path, None)

    def of(self, session: Session) -> tuple[Finding, ...]:
        """Everything that was found; errors first, among them those of the files that were saved last."""
        found = [_finding(one, (), str(one.location.path), session) for one in session.faults]
        files: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in sorted(session.outcome.diagnostics if session.outcome else (), key=sort_key):
            files[one.location.path].append(one)
        self._known = {path: self._of_file(path, own, session) for path, own in files.items()}
        content = session.outcome.content.resolve() if session.outcome and self._saved else Path()
        for path in sorted(self._known, key=lambda path: (str(content / path) not in self._saved, path)):
            found += self._known[path][1]
        return tuple(sorted(found, key=lambda one: one.severity == Severity.WARNING.value))

    def _of_file(self, path: str, found: list[Diagnostic], session: Session) -> tuple[list[Diagnostic], list[Finding]]:
        known, outcome = self._known.get(path), session.outcome
        assert outcome is not None
        if known is not None and known[0] == found:
            return known
        shown, lines = shown_path(path, outcome.content, Path.cwd()), lines_of(outcome, path)
        return found, [_finding(one, lines, shown, session) for one in found]


def _finding(one: Diagnostic, lines: Sequence[str], path: str, session: Session) -> Finding:
    """One finding, in the words of the terminal; `lines` are those of its file, `path` is how people call it."""
    sources = {one.location.path: lines} if lines else {}
    text = render_text([one], sources, speech(session.lang).gettext, lambda _: path, width=WIDTH)
    return Finding(path, one.location.span.line, one.rule, one.severity.value, text.rstrip("\n"))
