"""The report for people without a terminal, in a real browser: wide, narrow, in the dark and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from plugins.build.report.html import render_html
from plugins.core.diagnostic import Severity, Text
from tests.build.reports import HOSTILE, LINE, PATH, a_rule, contents, finding, fixable

RULES = {"together": a_rule("together", topic="documents"), "a-rule": a_rule()}
FOUND = (
    fixable(message=Text("`date` is none.")),
    *(finding(path=f"posts/{'a-very-long-name-' * 5}{n}.md", severity=Severity.WARNING) for n in range(14)),
    *(finding(message=Text("«{value}»", {"value": text}), offence=text) for text in HOSTILE),
    finding("posts/b.md", rule="together"),
    finding("/home/ana/site/pelicanconf.py", rule="setting-value"),
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of everything there is."""
    lines = {PATH: ["", "", "", "", "", LINE + " and so on" * 60]}
    text = render_html(contents(*FOUND, rules=RULES, held=["1 draft is held back: c.md"], lang="es"), lines)
    path = tmp_path_factory.mktemp("report") / "informe.html"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(params=[(360, "light"), (1280, "light"), (360, "dark"), (1280, "dark")])
def page(browser: Browser, report: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The report, opened; the policy in it would not let axe run."""
    width, scheme = request.param
    context = browser.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    opened = context.new_page()
    opened.goto(report.as_uri())
    yield opened
    context.close()


def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(page: Page) -> None:
    for details in page.locator("details:not([open]) > summary").all()[:4]:
        details.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_report_asks_for_nothing_and_the_browser_has_no_complaint(browser: Browser, report: Path) -> None:
    context = browser.new_context()
    opened = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: complaints.append(message.text))
    opened.goto(report.as_uri())
    assert (asked, complaints) == ([report.as_uri()], [])
    context.close()


def test_on_paper_the_findings_are_there_and_what_is_folded_is_not(browser: Browser, report: Path) -> None:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(report.as_uri())
    opened.emulate_media(media="print", color_scheme="dark")
    assert opened.locator("mark").first.is_visible() and opened.locator(".hint").first.is_visible()
    assert not opened.locator("nav").is_visible() and not opened.locator("main details").first.is_visible()
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
