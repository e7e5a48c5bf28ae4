"""What holds for every page, whatever it shows."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.site.building import SITEURL, Built, Page
from tests.site.links import foreign, loaded

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def test_no_page_loads_anything_from_another_host(plaza: Built) -> None:
    for page in plaza.every_document:
        assert not [address for address in loaded(page.tree) if foreign(address, SITEURL)], page.path


def test_no_page_holds_a_frame_an_object_or_a_form_to_elsewhere(plaza: Built) -> None:
    for page in plaza.every_document:
        assert not page.all("//iframe | //object | //embed | //frame | //form"), page.path


def test_no_style_sheet_loads_anything_from_another_host(plaza: Built) -> None:
    sheets = [name for name in plaza.files if name.endswith(".css")]
    assert sheets
    for name in sheets:
        text = (plaza.folder / name).read_text("utf-8")
        assert "@import" not in text
        assert not [url for url in re.findall(r"url\(['\"]?([^'\")]+)", text) if foreign(url, SITEURL)], name


def test_every_page_carries_a_strict_policy(plaza: Built) -> None:
    for page in plaza.every_document:
        written = page.one("//meta[@http-equiv='Content-Security-Policy']/@content")
        policy = {part.split()[0]: part.split()[1:] for part in written.split(";") if part.strip()}
        assert policy["default-src"] == ["'none'"], page.path
        assert "unsafe" not in written and "*" not in written and "data:" not in written
        for name in ("script-src", "style-src", "img-src", "font-src"):
            assert policy.get(name, ["'self'"]) == ["'self'"], page.path
        for name in ("base-uri", "form-action"):
            assert policy[name] in (["'none'"], ["'self'"]), page.path


def test_the_policy_stands_before_anything_it_is_about(plaza: Built) -> None:
    for page in plaza.every_document:
        names = [element.tag for element in page.tree.xpath("/html/head/*[not(self::meta[@charset])]")]
        policy = page.tree.xpath("/html/head/*[not(self::meta[@charset])][1]/@http-equiv")
        assert names[0] == "meta" and policy == ["Content-Security-Policy"], page.path


def test_no_page_holds_a_program_or_a_style_of_its_own(plaza: Built) -> None:
    for page in plaza.every_document:
        assert not page.all("//style | //@style | //script[not(@src)] | //@*[starts-with(name(), 'on')]"), page.path
        assert not [url for url in page.all("//@href | //@src") if url.lower().startswith(("javascript:", "data:"))]


def test_every_page_has_one_title_one_main_heading_and_its_landmarks(plaza: Built) -> None:
    for page in plaza.every_page:
        assert page.one("/html/head/title")
        assert page.one("//h1"), page.path
        assert page.one("//main/@id") and page.one("//body/header") and page.one("//body/footer")
        assert page.one("//body/a[1]/@href") == f"#{page.one('//main/@id')}"


def test_headings_never_skip_a_level(plaza: Built) -> None:
    for page in plaza.every_page:
        levels = [int(element.tag[1]) for element in page.tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1, page.path
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.path


def test_no_two_pages_have_the_same_title(plaza: Built) -> None:
    titles: dict[str, str] = {}
    for page in plaza.every_page:
        other = titles.setdefault(f"{page.lang} {page.one('//title')}", page.path)
        assert other == page.path, (other, page.path)


def test_every_picture_has_its_size_and_a_text(plaza: Built) -> None:
    for page in plaza.every_page:
        for image in page.tree.xpath("//img"):
            assert int(image.get("width")) > 0 and int(image.get("height")) > 0, page.path
            assert image.get("alt") is not None, page.path


def test_every_id_is_there_once_and_every_label_names_one(plaza: Built) -> None:
    for page in plaza.every_page:
        found = page.all("//@id")
        assert len(found) == len(set(found)), page.path
        for names in page.all("//@aria-labelledby | //@aria-describedby | //@aria-controls"):
            assert set(names.split()) <= set(found), page.path


def test_no_mark_of_an_unresolved_reference_is_left(plaza: Built) -> None:
    for name in plaza.files:
        if name.endswith((".html", ".xml")):
            text = (plaza.folder / name).read_text("utf-8")
            assert "\ufdd0" not in text and "\ufdd1" not in text and "{{" not in text and "None" not in text, name


class _Nesting(HTMLParser):
    """Elements that are opened and closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        return None

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, (tag, self.getpos())
        self.open.pop()


def test_every_element_is_closed_where_it_should_be(plaza: Built) -> None:
    for page in plaza.every_document:
        nesting = _Nesting()
        nesting.feed(page.html)
        assert nesting.open == [], page.path


@pytest.mark.parametrize("name", ["css", "js"])
def test_what_may_be_kept_for_ever_bears_its_digest(plaza: Built, name: str) -> None:
    files = [path for path in plaza.files if path.endswith(f".{name}")]
    assert files and all(re.search(rf"\.[0-9a-f]{{8,}}\.{name}$", path) for path in files)


def used(page: Page) -> set[str]:
    return set(page.all("//link[@rel='stylesheet']/@href"))


def test_every_page_has_the_same_style_sheet(plaza: Built) -> None:
    assert len({tuple(used(page)) for page in plaza.every_page}) == 1
