"""Videos: which address plays which video, and why another address plays none.

`video_of` and `why_not` answer each other: exactly one of the two returns something.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Literal
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from msgspec import Struct

Service = Literal["YouTube", "Vimeo", "PeerTube", "Internet Archive"]


class KnownVideo(Struct, frozen=True):
    """`watch_url` is the video's public page, `embed_url` its private player; both start at `start_seconds`."""

    service: Service
    id: str
    watch_url: str
    embed_url: str
    start_seconds: int = 0


class Reason(StrEnum):
    """Why an address plays no video."""

    NOT_AN_ADDRESS = "not-an-address"
    OTHER_HOST = "other-host"
    CHANNEL = "channel"
    LIST = "list"
    SEARCH = "search"
    WRONG_CODE = "wrong-code"
    NO_VIDEO = "no-video"


class NoVideo(Struct, frozen=True):
    """`service` is empty on a host we do not know; `code` is what stands where a video's code should."""

    reason: Reason
    service: Service | Literal[""] = ""
    code: str = ""


class _Address(Struct, frozen=True):
    """An address taken apart: `query` holds the first value of each parameter."""

    host: str
    path: str
    parts: Sequence[str]
    query: dict[str, str]
    start: int


Read = KnownVideo | NoVideo

YOUTUBE_HOSTS = {
    *(f"{sub}youtube.com" for sub in ("", "www.", "m.", "music.", "studio.")),
    *("youtube-nocookie.com", "www.youtube-nocookie.com", "youtu.be", "www.youtu.be"),
}
VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}
ARCHIVE_HOSTS = {"archive.org", "www.archive.org"}

HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?")
SECONDS = re.compile(r"(?:(?P<h>\d{1,3})h)?(?:(?P<m>\d{1,4})m)?(?:(?P<s>\d{1,6})s?)?", re.ASCII)
YOUTUBE_CODE = re.compile(r"[A-Za-z0-9_-]{11}")
VIMEO_CODE = re.compile(r"[1-9][0-9]{0,11}")
VIMEO_PLACES = re.compile(
    r"(?:/video|/videos|/manage/videos|/channels/[^/]+|/groups/[^/]+/videos|/(?:album|showcase)/\d+/video)?"
    r"/(?P<code>\d[^/]*)(?:/(?P<hash>[0-9a-f]{6,20}))?"
)
# A UUID, or the 22 signs PeerTube shortens it to.
PEERTUBE = re.compile(
    r"/(?P<place>w|videos/watch|videos/embed)/"
    r"(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{22})"
)
ARCHIVE = re.compile(r"/(?:details|embed)/(?P<id>[A-Za-z0-9][\w.-]{1,99})(?:/(?P<file>[^/]+))?", re.ASCII)

# What services write into the code of their players, the same for every video.
STANDARD = re.compile(
    r"(?:(?:youtube|vimeo|dailymotion|peertube|facebook|archive\.org)[ -])?(?:embedded )?(?:video[ -])?player"
    r"|embedded video|(?:youtube|vimeo) video|video",
    re.IGNORECASE,
)
# The same for every service: none uses a place of another for something else.
PLACES = (
    (re.compile(r"/(?:@|channels?/|c/|user|groups/|embed/live_stream|details/@)"), Reason.CHANNEL),
    (re.compile(r"/(?:playlist|embed/videoseries|album/|showcase/)"), Reason.LIST),
    (re.compile(r"/(?:results|hashtag/|search)"), Reason.SEARCH),
)


def own_title(title: str) -> str:
    """`title` of a frame; empty if it says nothing of the video in it."""
    said = title.strip()
    return "" if STANDARD.fullmatch(said) else said


def video_of(url: str) -> KnownVideo | None:
    """The video that `url` plays, in any form in which its service gives its address."""
    read = _read(url)
    return read if isinstance(read, KnownVideo) else None


def why_not(url: str) -> NoVideo | None:
    """Why `url` plays no video; None when it does."""
    read = _read(url)
    return read if isinstance(read, NoVideo) else None


def _read(url: str) -> Read:
    address = _taken_apart(url)
    if address is None:
        return NoVideo(Reason.NOT_AN_ADDRESS)
    return READERS.get(address.host, _peertube)(address)


def _taken_apart(url: str) -> _Address | None:
    # `&amp;` comes with what is copied out of a page's source.
    written = url.strip().replace("&amp;", "&")
    if not re.match(r"(?i)https?://", written):
        written = "https://" + written.removeprefix("//")
    try:
        split = urlsplit(written)
        host = split.netloc.lower().encode("idna").decode("ascii")
    except ValueError:
        return None
    host = host.removesuffix(":443").removesuffix(":80").removesuffix(".")
    if not HOST.fullmatch(host) or "." not in host or re.search(r"\s", written):
        return None
    query = {key: values[0] for key, values in parse_qs(split.query).items()}
    path = "/" + split.path.strip("/")
    return _Address(host, path, path[1:].split("/"), query, _start(split, query))


def _start(split: SplitResult, query: dict[str, str]) -> int:
    """The second at which to start: `90`, `90s` or `1h2m3s`, in the query or behind `#t=`."""
    given = (query[key] for key in ("t", "start", "time_continue") if key in query)
    written = next(given, split.fragment.removeprefix("t="))
    match = SECONDS.fullmatch(written)
    units = {"h": 3600, "m": 60, "s": 1}
    return sum(int(match[unit] or 0) * seconds for unit, seconds in units.items()) if match else 0


def _without_video(address: _Address, service: Service) -> NoVideo:
    kinds = (reason for place, reason in PLACES if place.match(address.path))
    return NoVideo(next(kinds, Reason.LIST if "list" in address.query else Reason.NO_VIDEO), service)


def _youtube(address: _Address) -> Read:
    first, *rest = address.parts
    code = address.query.get("v", "")
    if address.host.endswith("youtu.be"):
        code = first
    elif first in {"embed", "shorts", "live", "v", "e", "watch", "video"} and rest:
        code = rest[0]
    code = code.partition("&")[0]
    # Both are as long as a video's code.
    if code in {"", "videoseries", "live_stream"}:
        return _without_video(address, "YouTube")
    if not YOUTUBE_CODE.fullmatch(code):
        return NoVideo(Reason.WRONG_CODE, "YouTube", code)
    later = address.start
    watch = f"https://www.youtube.com/watch?v={code}" + (f"&t={later}s" if later else "")
    embed = f"https://www.youtube-nocookie.com/embed/{code}?autoplay=1" + (f"&start={later}" if later else "")
    return KnownVideo("YouTube", code, watch, embed, later)


def _vimeo(address: _Address) -> Read:
    match = VIMEO_PLACES.fullmatch(address.path)
    if match is None:
        return _without_video(address, "Vimeo")
    code = match["code"]
    if not VIMEO_CODE.fullmatch(code):
        return NoVideo(Reason.WRONG_CODE, "Vimeo", code)
    # Without its hash an unlisted video is refused.
    key = match["hash"] or re.sub(r"[^0-9a-f]", "", address.query.get("h", ""))
    later = f"#t={address.start}s" if address.start else ""
    watch = f"https://vimeo.com/{code}" + (f"/{key}" if key else "") + later
    embed = f"https://player.vimeo.com/video/{code}?dnt=1" + (f"&h={key}" if key else "") + later
    return KnownVideo("Vimeo", code, watch, embed, address.start)


def _archive(address: _Address) -> Read:
    match = ARCHIVE.fullmatch(address.path)
    if match is None:
        return _without_video(address, "Internet Archive")
    # An item may hold several films; the one that was named is the one that is shown.
    item = match["id"] + (f"/{quote(unquote(match['file']), safe='', errors='replace')}" if match["file"] else "")
    item += f"?start={address.start}" if address.start else ""
    watch, embed = f"https://archive.org/details/{item}", f"https://archive.org/embed/{item}"
    return KnownVideo("Internet Archive", match["id"], watch, embed, address.start)


def _peertube(address: _Address) -> Read:
    # PeerTube runs on hosts of any name: only the shape of the path tells it.
    match = PEERTUBE.fullmatch(address.path)
    if match is None:
        return NoVideo(Reason.OTHER_HOST)
    site, code, later = f"https://{address.host}", match["id"], address.start
    start = f"?start={later}s" if later else ""
    page = "w" if match["place"] == "w" else "videos/watch"
    return KnownVideo("PeerTube", code, f"{site}/{page}/{code}{start}", f"{site}/videos/embed/{code}{start}", later)


READERS: dict[str, Callable[[_Address], Read]] = {
    **dict.fromkeys(YOUTUBE_HOSTS, _youtube),
    **dict.fromkeys(VIMEO_HOSTS, _vimeo),
    **dict.fromkeys(ARCHIVE_HOSTS, _archive),
}
