"""Builds of real content folders through real Pelican, and the pages that come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from lxml.html import HtmlElement

from plugins.build.command import run
from plugins.build.manifest import Manifest, load
from plugins.build.outcome import Session
from plugins.build.place import cache_folder

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
PLAZA = FIXTURES / "plaza" / "pelicanconf.py"
SITEURL = "https://example.org"
# 26 March 2026: after the newest post of the plaza, before the one that waits for May.
TODAY = "1774500000"


@dataclass(frozen=True)
class Built:
    """A site on disk, its public address, and the run that made it."""

    folder: Path
    siteurl: str
    status: int
    session: Session = field(repr=False)
    pages: dict[str, "Page"] = field(default_factory=dict, repr=False)

    def page(self, path: str) -> "Page":
        """The page at the site path `path`."""
        if path not in self.pages:
            name = f"{path}index.html" if path.endswith("/") else path
            self.pages[path] = Page(path, (self.folder / name.lstrip("/")).read_text("utf-8"))
        return self.pages[path]

    def has(self, path: str) -> bool:
        """Whether a file answers the site path `path`."""
        return (self.folder / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")).is_file()

    @property
    def files(self) -> set[str]:
        """Every file, relative to the folder."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    @property
    def every_page(self) -> list["Page"]:
        """Every page but the redirects, which hold nothing."""
        return [page for page in self.every_document if not page.is_redirect]

    @property
    def every_document(self) -> list["Page"]:
        """Every HTML file."""
        names = sorted(name for name in self.files if name.endswith(".html"))
        return [self.page("/" + name.removesuffix("index.html")) for name in names]

    @property
    def manifest(self) -> Manifest:
        """The build's own record of what it wrote."""
        return load(cache_folder(self.folder))


@dataclass(frozen=True)
class Page:
    """One HTML page and its site path."""

    path: str
    html: str = field(repr=False)

    @cached_property
    def tree(self) -> HtmlElement:
        """The whole document."""
        return lxml.html.document_fromstring(self.html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))

    def all(self, xpath: str) -> list[str]:
        """What `xpath` finds: attributes as they are, elements as their text with single blanks."""
        return [found if isinstance(found, str) else text_of(found) for found in self.tree.xpath(xpath)]

    def one(self, xpath: str) -> str:
        """The only thing that `xpath` finds."""
        found = self.all(xpath)
        assert len(found) == 1, f"{xpath} finds {len(found)} on {self.path}: {found}"
        return found[0]

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.one("/html/@lang")

    @property
    def main(self) -> str:
        """The text of the main part."""
        return self.one("//main")

    @property
    def is_redirect(self) -> bool:
        """Whether it only sends the reader on."""
        return bool(self.all("//meta[@http-equiv='refresh']"))


def text_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def build_site(settings: Path, output: Path, *, today: str = TODAY, **overrides: Any) -> Built:
    """Build with the settings file, on the day `today`; `overrides` are settings."""
    session = Session("build")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", today)
        status = run(session, settings, {**overrides, "OUTPUT_PATH": str(output)})
    return Built(output, overrides.get("SITEURL", SITEURL), status, session)


def check_site(settings: Path, *, today: str = TODAY, **overrides: Any) -> Session:
    """Everything up to the plan, and nothing written."""
    session = Session("check")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", today)
        run(session, settings, overrides)
    return session


def build_plaza(folder: Path, **overrides: Any) -> Built:
    """The plaza fixture, built into `folder`."""
    return build_site(PLAZA, folder / "site", **overrides)


def tree_of(folder: Path) -> Mapping[str, bytes]:
    """The bytes of every file below `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
