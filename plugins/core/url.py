"""Addresses: every path of the site is made here, so that two rooms never spell one differently.

A *site path* begins with `/` and is relative to SITEURL; a *url path* begins with SITEURL's own
path; an *absolute* address with SITEURL.
"""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from msgspec import Struct

from plugins.core.document import AnyDocument
from plugins.core.language import Language

PLURALS = {"post": "posts", "campaign": "campaigns", "experience": "experiences"}
SAFE = "/-._~!$&'()*+,;=:@"
PLAIN = re.compile(r"[A-Za-z0-9_.~!$&'()*+,;=:@/-]*")
PLACEHOLDER = re.compile(r":(?:year|month|day|title|slug|categories|i_month|i_day|short_year|name|path|basename)\b")
FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\?#%<>\"{}|^`]|//|(?:^|/)\.\.?(?:/|$)")


class Address(Struct, frozen=True):
    """The public address of the site, without a slash at its end; empty when none is set."""

    siteurl: str

    @property
    def root(self) -> str:
        """The path of SITEURL, without a slash at its end: empty, or `/campanas`."""
        return _root(self.siteurl)

    def path(self, site_path: str) -> str:
        """The url path of a site path, percent-encoded."""
        return encoded(self.root + site_path)

    def absolute(self, site_path: str) -> str:
        """The absolute address of a site path, percent-encoded."""
        return self.siteurl.rstrip("/") + encoded(site_path)


@lru_cache(maxsize=8)
def _root(siteurl: str) -> str:
    return urlsplit(siteurl).path.rstrip("/")


def encoded(path: str) -> str:
    """`path` percent-encoded."""
    # Nearly all are plain, and to see that is half the work.
    return path if PLAIN.fullmatch(path) else quote(path, safe=SAFE)


def document_path(document: AnyDocument, language: Language) -> str:
    """The site path of a document: its permalink, or the scheme of its type and language."""
    if document.permalink:
        return with_slash(document.permalink)
    if document.kind == "page":
        return f"{home_path(language)}{document.slug}/"
    return f"{list_path(language, PLURALS[document.kind])}{document.slug}/"


def home_path(language: Language) -> str:
    """`/` or `/en/`."""
    return "/" if language.is_default else f"/{language.code}/"


def list_path(language: Language, segment: str, term: str = "", number: int = 1) -> str:
    """The site path of a list (`posts`, `categories` …), of one term of it, at page `number`."""
    path = f"{home_path(language)}{language.segments[segment]}/"
    if term:
        path += f"{term}/"
    return path if number == 1 else f"{path}{language.segments['page']}/{number}/"


def with_slash(site_path: str) -> str:
    """A site path that names a file keeps its ending; any other, and a folder's `index.html`, ends in a slash."""
    if site_path.endswith("/index.html"):
        return site_path.removesuffix("index.html")
    last = site_path.rpartition("/")[2]
    return site_path if not last or "." in last else f"{site_path}/"


def output_path(site_path: str) -> str:
    """The file, relative to the output folder, that answers a site path."""
    path = site_path.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def site_path(output: str) -> str:
    """The site path that the file `output` answers: the inverse of `output_path`."""
    return "/" + re.sub(r"(^|/)index\.html$", r"\1", output)


def path_fault(text: str) -> str:
    """Why `text` cannot be a site path: the offending part, or nothing."""
    if not text.startswith("/"):
        return text or "/"
    found = FORBIDDEN.search(text)
    if found:
        return found[0]
    long = [part for part in text.split("/") if len(part.encode("utf-8", "replace")) > 240]
    return long[0][:20] if long else ""
