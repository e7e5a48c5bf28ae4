"""The local server in a real browser: pages follow what is saved, errors lie over them and can be put aside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.server.serving import BROKEN, PATH, Followed

PROBLEM = "#pregon-overlay pre"
SUMMARY = "#pregon-overlay summary"
LONG = "\n\n".join(f"Párrafo {number}." for number in range(80))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Followed]:
    """The tiny site, followed."""
    followed = Followed(tmp_path)
    try:
        yield followed.start()
    finally:
        followed.close()


@pytest.fixture
def page(browser: Browser, site: Followed) -> Iterator[Page]:
    """The post, in a browser that complains of nothing until the end."""
    context = browser.new_context()
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(site.shop.address + PATH)
    yield opened
    context.close()
    assert complaints == []


def wait_until(page: Page, holds: str) -> None:
    """Ask until it holds; Playwright's own waiting asks inside the page, whose policy may forbid that."""
    for _ in range(200):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(holds)


def test_a_page_follows_what_is_saved_and_stays_where_the_reader_is(site: Followed, page: Page) -> None:
    site.write(LONG)
    page.get_by_text("Párrafo 79.").wait_for()
    page.evaluate("scrollTo(0, 900)")
    site.write(f"{LONG}\n\nEl último.")
    page.get_by_text("El último.").wait_for(state="attached")
    wait_until(page, "scrollY > 800")


def test_an_error_appears_can_be_put_aside_and_goes(site: Followed, page: Page) -> None:
    site.post.write_text(BROKEN, "utf-8")
    page.locator(PROBLEM).wait_for()
    assert "2 | title: Agua: limpia" in page.locator(PROBLEM).inner_text()
    assert page.get_by_text("Hola.").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(PROBLEM).is_visible()
    page.locator(SUMMARY).focus()
    page.keyboard.press("Enter")
    assert page.locator(PROBLEM).is_visible()
    site.write("Corregido.")
    page.get_by_text("Corregido.").wait_for()
    wait_until(page, "!document.getElementById('pregon-overlay')")


def test_without_programs_the_overlay_is_there_and_closes_too(browser: Browser, site: Followed, page: Page) -> None:
    site.post.write_text(BROKEN, "utf-8")
    page.locator(PROBLEM).wait_for()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(site.shop.address + PATH)
    assert plain.locator(PROBLEM).is_visible()
    plain.locator(SUMMARY).click()
    assert not plain.locator(PROBLEM).is_visible()
    plain.goto(f"{site.shop.address}/__pregon__/")
    assert "2026-03-02-agua.md:2:" in plain.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_overlay_nor_on_the_page_of_findings(
    browser: Browser, site: Followed, page: Page, scheme: str, width: int
) -> None:
    site.post.write_text(BROKEN, "utf-8")
    page.locator(PROBLEM).wait_for()
    dark = scheme == "dark"
    context = browser.new_context(
        bypass_csp=True, color_scheme="dark" if dark else "light", viewport={"width": width, "height": 640}
    )
    judged = context.new_page()
    for path in (PATH, "/__pregon__/"):
        judged.goto(site.shop.address + path)
        found = Axe().run(judged)
        assert found.violations_count == 0, found.generate_report()
        assert judged.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()


def test_a_page_in_the_background_keeps_no_connection_and_catches_up(site: Followed, page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    site.write("Mientras nadie mira.")
    site.shows("Mientras nadie mira.")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.get_by_text("Mientras nadie mira.").wait_for()
