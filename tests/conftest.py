"""What the whole run says at its end, however many processes ran it."""

import pytest

LOUD = "NO BROWSER TESTS"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One loud line where the browser tests were skipped."""
    skipped = [report.longreprtext for report in terminalreporter.stats.get("skipped", ())]
    said = next((text[text.index(LOUD) :].rstrip("')\n") for text in skipped if LOUD in text), "")
    if said:
        terminalreporter.write_line(said, red=True, bold=True)
