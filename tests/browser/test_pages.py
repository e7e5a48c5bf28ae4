"""One page for each layout and language in a real browser: with and without programs, narrow, on paper."""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

from tests.site.building import SITEURL, Built, build_plaza

PAGES = {
    "home": ("/", "/en/", "/pt/"),
    "post": ("/posts/fuente/", "/posts/mercado/", "/posts/bus/", "/en/posts/fountain/", "/pt/posts/fonte/"),
    "campaign": ("/campanas/plaza/", "/en/campaigns/square/"),
    "experience": ("/experiencias/cabildo/", "/en/experiences/town-meeting/", "/pt/experiencias/radio-na-despensa/"),
    "list": ("/posts/pagina/2/", "/campanas/", "/experiencias/", "/en/categories/projects/", "/pt/posts/"),
    "index": ("/categorias/", "/archivo/", "/en/tags/", "/pt/categorias/"),
    "page": ("/acerca/", "/en/about/", "/pt/sobre/"),
    "not_found": ("/404.html",),
}
EVERY = [path for paths in PAGES.values() for path in paths]
SPANISH = [paths[0] for paths in PAGES.values()]
TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".xml": "application/xml"}
VIDEO = "/posts/mercado/"
OVERFLOW = """() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
    return [document.documentElement.scrollWidth - room, wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 90))];
}"""


@dataclass
class Opened:
    """A page, and what happened in it: requests to other hosts, and what the browser complained of."""

    page: Page
    abroad: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def visit(self, path: str) -> None:
        """Open the page at `path`."""
        self.page.goto(SITEURL + path, wait_until="load")

    def visit_whole(self, path: str) -> None:
        """Open the page at `path` and scroll to its end, so that lazy pictures load too."""
        self.visit(path)
        self.page.mouse.wheel(0, 20_000)
        self.page.wait_for_load_state("networkidle")


@pytest.fixture(scope="session")
def plaza(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site that the browser is shown."""
    built = build_plaza(tmp_path_factory.mktemp("browser"))
    assert built.status == 0
    return built


@contextmanager
def opened(browser: Browser, folder: Path, **options: Any) -> Iterator[Opened]:
    """A new page that is served from `folder`; every other host is refused, and noted."""
    context = browser.new_context(**options)
    found = Opened(context.new_page())

    def serve(route: Route) -> None:
        url = urlsplit(route.request.url)
        if f"{url.scheme}://{url.netloc}" != SITEURL:
            found.abroad.append(route.request.url)
            route.abort()
            return
        name = unquote(url.path)
        file = folder / (f"{name}index.html" if name.endswith("/") else name).lstrip("/")
        if not file.is_file():
            found.missing.append(name)
            route.fulfill(status=404, body="", content_type="text/html")
            return
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(path=file, content_type=kind)

    def hear(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            found.complaints.append(said.text)

    context.route("**/*", serve)
    found.page.on("console", hear)
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    try:
        yield found
    finally:
        context.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, plaza: Built) -> Iterator[Opened]:
    """An ordinary reader's page, the policy of the site in force."""
    with opened(browser, plaza.folder) as page:
        yield page


@pytest.fixture(scope="module")
def plain_reader(browser: Browser, plaza: Built) -> Iterator[Opened]:
    """The page of a reader whose browser runs no programs."""
    with opened(browser, plaza.folder, java_script_enabled=False) as page:
        yield page


@pytest.fixture(scope="module")
def narrow_reader(browser: Browser, plaza: Built) -> Iterator[Opened]:
    """The narrowest screen, which is also a screen of 1280 at 400 %."""
    with opened(browser, plaza.folder, viewport={"width": 320, "height": 640}) as page:
        yield page


@pytest.fixture(scope="module")
def judge(browser: Browser, plaza: Built) -> Iterator[Opened]:
    """A page in which axe may run; the site's own policy would not let it."""
    with opened(browser, plaza.folder, bypass_csp=True) as page:
        yield page


def violations(judge: Opened) -> str:
    found = Axe().run(judge.page)
    return "" if found.violations_count == 0 else str(found.generate_report())


@pytest.mark.parametrize("path", EVERY)
def test_axe_finds_nothing(judge: Opened, path: str) -> None:
    judge.page.emulate_media(color_scheme="light")
    judge.visit(path)
    assert violations(judge) == ""


@pytest.mark.parametrize("path", SPANISH)
def test_axe_finds_nothing_in_the_dark_either(judge: Opened, path: str) -> None:
    judge.page.emulate_media(color_scheme="dark")
    judge.visit(path)
    assert violations(judge) == ""


@pytest.mark.parametrize("path", EVERY)
def test_no_request_leaves_the_site_and_nothing_is_complained_of(reader: Opened, path: str) -> None:
    for noted in (reader.abroad, reader.missing, reader.complaints):
        noted.clear()
    reader.visit_whole(path)
    assert (reader.abroad, reader.missing, reader.complaints) == ([], [], [])


@pytest.mark.parametrize("path", EVERY)
def test_nothing_is_stored_in_the_readers_browser(reader: Opened, path: str) -> None:
    reader.visit(path)
    assert reader.page.context.cookies() == []
    assert reader.page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("path", EVERY)
def test_without_programs_the_page_is_the_same(reader: Opened, plain_reader: Opened, path: str) -> None:
    reader.visit(path)
    plain_reader.visit(path)
    main, plain = reader.page.locator("main"), plain_reader.page.locator("main")
    assert plain_reader.page.locator("h1").is_visible() and plain.is_visible()
    assert plain.inner_text() == main.inner_text()
    assert plain_reader.abroad == []


@pytest.mark.parametrize("path", EVERY)
def test_at_320_pixels_nobody_has_to_scroll_sideways(narrow_reader: Opened, path: str) -> None:
    narrow_reader.visit(path)
    over, wide = narrow_reader.page.evaluate(OVERFLOW)
    assert over <= 0, wide
    assert narrow_reader.page.locator("h1").is_visible()


@pytest.mark.parametrize("path", SPANISH)
def test_on_paper_the_text_is_there_and_no_request_leaves_the_site(
    browser: Browser, plaza: Built, path: str, tmp_path: Path
) -> None:
    with opened(browser, plaza.folder) as page:
        page.visit_whole(path)
        page.page.emulate_media(media="print")
        assert page.page.locator("h1").is_visible() and page.page.locator("main").is_visible()
        assert page.page.pdf(path=tmp_path / "page.pdf").startswith(b"%PDF-")
        assert (page.abroad, page.missing, page.complaints) == ([], [], [])


def test_a_video_becomes_a_player_only_when_it_is_clicked(browser: Browser, plaza: Built) -> None:
    with opened(browser, plaza.folder) as page:
        page.visit_whole(VIDEO)
        links = page.page.locator("a[data-embed]")
        before = links.count()
        assert page.abroad == [] and page.page.locator("iframe").count() == 0 and before == 2
        links.first.click()
        page.page.locator("iframe").wait_for()
        page.page.wait_for_timeout(100)
        assert {urlsplit(url).netloc for url in page.abroad} == {"www.youtube-nocookie.com"}
        assert urlsplit(page.abroad[0]).path == "/embed/3axWZ7mTpVQ"
        assert page.page.locator("iframe").get_attribute("title")
        assert links.count() == before - 1
        assert urlsplit(page.page.url).path == VIDEO


def test_a_video_opens_with_the_keyboard_too(browser: Browser, plaza: Built) -> None:
    with opened(browser, plaza.folder) as page:
        page.visit(VIDEO)
        page.page.locator("a[data-embed]").nth(1).focus()
        page.page.keyboard.press("Enter")
        page.page.locator("iframe").wait_for()
        page.page.wait_for_timeout(100)
        assert {urlsplit(url).netloc for url in page.abroad} == {"player.vimeo.com"}


def test_without_programs_a_video_is_a_link_to_its_own_page(browser: Browser, plaza: Built) -> None:
    with opened(browser, plaza.folder, java_script_enabled=False) as page:
        page.visit(VIDEO)
        page.page.locator("a[data-embed]").first.click(no_wait_after=True)
        page.page.wait_for_timeout(200)
        assert page.abroad == ["https://www.youtube.com/watch?v=3axWZ7mTpVQ"]


def test_the_first_key_leads_past_the_menu(browser: Browser, plaza: Built) -> None:
    with opened(browser, plaza.folder) as page:
        page.visit("/posts/fuente/")
        page.page.evaluate("scrollTo(0, 0)")
        page.page.keyboard.press("Tab")
        focused = page.page.locator(":focus")
        target = focused.get_attribute("href") or ""
        assert focused.is_visible() and target.startswith("#")
        page.page.keyboard.press("Enter")
        assert page.page.locator(f"main{target}").count() == 1


def test_a_former_address_brings_the_reader_to_the_new_one(browser: Browser, plaza: Built) -> None:
    with opened(browser, plaza.folder, java_script_enabled=False) as page:
        page.page.goto(f"{SITEURL}/fuente.html")
        page.page.wait_for_url(f"{SITEURL}/posts/fuente/")
        assert page.page.locator("h1").inner_text() == "La fuente vuelve a tener agua"


def test_these_tests_notice_a_page_that_is_wrong(browser: Browser, plaza: Built, tmp_path: Path) -> None:
    bad = """<main style="color: red"><img src="https://elsewhere.example/x.png"><a href="/" style="margin-left: 900px">
        </a><pre>{}</pre></main><script>alert(1)</script>""".format("x" * 400)
    html = (plaza.folder / "contacto" / "index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(html.replace("</main>", f"</main>{bad}"), "utf-8")
    with opened(browser, tmp_path, viewport={"width": 320, "height": 640}) as page:
        page.visit_whole("/")
        said = " ".join(page.complaints)
        assert "inline style" in said and "inline script" in said and "elsewhere.example" in said
        assert page.missing
    with opened(browser, tmp_path, bypass_csp=True) as page:
        page.page.on("dialog", lambda dialog: dialog.dismiss())
        page.visit_whole("/")
        assert "https://elsewhere.example/x.png" in page.abroad
        assert "image-alt" in violations(page) and "link-name" in violations(page)


def test_every_layout_of_the_theme_is_looked_at() -> None:
    layouts = {path.stem for path in Path("theme/templates/layouts").glob("*.html")}
    assert layouts - set(PAGES) == {"redirect"} and set(PAGES) <= layouts
