"""link-own: a link to this site that goes all the way around.

What it finds: a link to a page of this site with its whole address, `https://…`.
Why it matters: a preview or a copy of the site leads readers away, and no check tells when the page has moved.
What to do: write the address from `/` on, or name the file: `[text](2026-03-02-agua.md)`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import BodyLink, Entry
from plugins.core.rule import Example, Rule

NAME = "link-own"
EXAMPLE = Example(
    "Ver [todas las noticias](https://plaza.example/posts/).", "Ver [todas las noticias](/posts/).", "body"
)
MESSAGE = translatable("`{address}` is a page of this site, written with its whole address.")
HINT = translatable("Write `{path}`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every link to our own host and folder; of one that shows its address `link-bare` speaks."""
    own = entry.norms.siteurl.rstrip("/")
    if not own or not entry.facts.links:
        return
    host = own.partition("://")[2].partition("/")[0].lower()
    seen: set[Span] = set()
    for link in entry.facts.links:
        path = own_path(link.href, own) if host in link.href.lower() else ""
        if not path or link.label == link.address or link.address in seen:
            continue
        seen.add(link.address)
        at, hint = Location(entry.source.path, link.address), Text(HINT, {"path": path})
        message, fix = Text(MESSAGE, {"address": link.href}), _fix(entry, link, path)
        yield Diagnostic(at, NAME, Severity.WARNING, message, hint, link.href, fix)


def own_path(address: str, own: str) -> str:
    """The path of `address` below the public address `own`, with what follows it; empty when it is elsewhere."""
    if address[:4].lower() != "http" and not address.startswith("//"):
        return ""
    try:
        ours, theirs = urlsplit(own), urlsplit(address if address[:2] != "//" else f"https:{address}")
    except ValueError:
        return ""
    if theirs.netloc.lower() != ours.netloc.lower() or not f"{theirs.path}/".startswith(f"{ours.path}/"):
        return ""
    path = theirs.path[len(ours.path) :] or "/"
    path += f"?{theirs.query}" if theirs.query else ""
    return path + (f"#{theirs.fragment}" if theirs.fragment else "")


def _fix(entry: Entry, link: BodyLink, path: str) -> Fix | None:
    if entry.source.written(link.address) != link.href or path.startswith("//"):
        return None
    return Fix((Edit(link.address, path),))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "links", entry=find, fix="safe")
