"""Addresses on other hosts: whose they are, and whether they are a page about a picture instead of one."""

import re
from urllib.parse import SplitResult, unquote, urlsplit

from plugins.core.target import is_external

OURSELVES = re.compile(r"^(?:(?:www|m|web|mobile|[a-z]{2}(?:-[a-z]{2})?)\.)+(?=[^.]+\.[^.])")
FILE = re.compile(r"\.(?:jpe?g|jfif|png|gif|webp|avif|svg|tiff?|bmp|heic)$", re.IGNORECASE)
EVERY = re.compile("")
NO_FILE = re.compile(r"(?!.*\.(?:jpe?g|png|gif|webp|avif|svg|mp4)(?:[?#]|$))", re.IGNORECASE)
# What of an address, from its path on, is a page there.
PAGES = {
    "imgur.com": NO_FILE,
    "flickr.com": NO_FILE,
    "flic.kr": EVERY,
    "instagram.com": EVERY,
    "facebook.com": EVERY,
    "fb.com": EVERY,
    "twitter.com": EVERY,
    "x.com": EVERY,
    "tiktok.com": EVERY,
    "pinterest.com": EVERY,
    "pin.it": EVERY,
    "unsplash.com": NO_FILE,
    "pexels.com": NO_FILE,
    "pixabay.com": NO_FILE,
    "photos.google.com": EVERY,
    "photos.app.goo.gl": EVERY,
    "drive.google.com": re.compile(r"/(?!uc\b|thumbnail\b)"),
    "docs.google.com": re.compile(r"/(?:file|document|open)\b"),
    "dropbox.com": re.compile(r"(?!.*[?&](?:raw|dl)=1\b)"),
    "onedrive.live.com": re.compile(r"(?!/download\b)"),
    "1drv.ms": EVERY,
    "github.com": re.compile(r"/[^/]+/[^/]+/blob/(?!.*[?&]raw=)"),
}
WIKIS = ("wikipedia.org", "wikimedia.org", "wikidata.org")
WIKI_PAGE = re.compile(r"/(?:wiki/|w/index\.php)(?!.*\b(?:Special|Especial):(?:FilePath|Redirect)\b)", re.IGNORECASE)
PROGRAM = re.compile(r"\.(?:php\d?|aspx?|jsp|cfm|cgi)$", re.IGNORECASE)
PAGE = re.compile(r"\.(?:s?html?|xhtml)$", re.IGNORECASE)
# Programs that deliver pictures say so in their name, in what they are asked, or by the name of their host.
MADE = re.compile(r"ima?ge?n?|foto|photo|pic|thumb|media|asset|avatar|resize|file|download", re.IGNORECASE)
ASKED = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg)\b|(?:^|&)(?:fo?r?ma?t?|w|h|width|height|size|url|src|image|img|foto)=",
    re.IGNORECASE,
)
STORE = re.compile(
    r"^(?:[\w-]*(?:img|image|media|cdn|static|foto|photo|scontent|asset)[\w-]*|pbs|lh\d|i\d?)\.", re.IGNORECASE
)


def host_of(address: str) -> str:
    """The host that `address` names; empty when it is ours or names none."""
    if not is_external(address):
        return ""
    parts = _parts(address)
    return (parts.hostname or "") if parts else ""


def is_page(address: str) -> bool:
    """Whether `address` is on another host, and surely a page for people and no picture."""
    parts = _parts(address) if is_external(address) else None
    if parts is None or parts.scheme not in ("http", "https", "") or not parts.hostname:
        return False
    host = OURSELVES.sub("", parts.hostname)
    known = PAGES.get(host)
    if known is not None:
        return known.match(f"{parts.path or '/'}?{parts.query}") is not None
    if host.endswith(WIKIS) and WIKI_PAGE.match(unquote(f"{parts.path}?{parts.query}")):
        return True
    return _is_named_as_page(parts)


def _parts(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address.strip())
        return parts if parts.hostname is not None else None
    except ValueError:
        return None


def _is_named_as_page(parts: SplitResult) -> bool:
    name = parts.path.rpartition("/")[2]
    if PAGE.search(name):
        return True
    if FILE.search(name) or not (PROGRAM.search(name) or (parts.query and "." not in name)):
        return False
    return not (MADE.search(name) or ASKED.search(parts.query) or STORE.search(parts.hostname or ""))
