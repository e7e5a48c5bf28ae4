"""Which files the sitemap is: one, or an index and its parts when it grows past what search engines take."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from plugins.core.output import Listed, Output, given
from plugins.core.site import Site
from plugins.core.url import Address, output_path
from plugins.sitemap.robots import Robots, render_robots
from plugins.sitemap.urls import Index, Urls, render_index, render_urls

# https://www.sitemaps.org/protocol.html
MOST_URLS = 50_000
MOST_BYTES = 50_000_000
PATH = "/sitemap.xml"
# At least the markup of one <url>, and of one <xhtml:link>, in UTF-8.
MARKUP = 64
OPENING = 256


def products(site: Site, plan: tuple[Output, ...]) -> Iterator[Output]:
    """The sitemap of every listed output of `plan`, and robots.txt; nothing is listed in an empty site."""
    found = (output.listed() for output in plan if output.listed)
    entries = sorted((entry for entry in found if entry), key=lambda entry: entry.url)
    address = site.config.address
    yield from maps(entries, address)
    robots = Robots(sitemap=address.absolute(PATH) if entries else "")
    yield Output("robots.txt", given(robots), render_robots, wave=3)


def maps(
    entries: Sequence[Listed], address: Address, most_urls: int = MOST_URLS, most_bytes: int = MOST_BYTES
) -> Iterator[Output]:
    """The sitemap of `entries`, no file of it above the limits."""
    parts = list(split(entries, most_urls, most_bytes))
    if len(parts) == 1:
        yield Output(output_path(PATH), given(Urls(entries=parts[0])), render_urls, wave=3)
    if len(parts) <= 1:
        return
    paths = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for path, part in zip(paths, parts, strict=True):
        yield Output(output_path(path), given(Urls(entries=part)), render_urls, wave=3)
    index = Index(parts=tuple(address.absolute(path) for path in paths))
    yield Output(output_path(PATH), given(index), render_index, wave=3)


def split(entries: Iterable[Listed], most_urls: int, most_bytes: int) -> Iterator[tuple[Listed, ...]]:
    """`entries` in order, in parts that stay within the limits."""
    part: list[Listed] = []
    size = OPENING
    for entry in entries:
        more = weight(entry)
        if part and (len(part) == most_urls or size + more > most_bytes):
            yield tuple(part)
            part, size = [], OPENING
        part.append(entry)
        size += more
    if part:
        yield tuple(part)


def weight(entry: Listed) -> int:
    """At least as many bytes as `entry` takes in the file."""
    texts = [entry.url, entry.changed, *(text for alternate in entry.alternates for text in alternate)]
    return len(escape("".join(texts), quote=False).encode()) + MARKUP * (1 + len(entry.alternates))
