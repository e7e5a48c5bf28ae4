"""link-insecure: a link to the unprotected door of a site.

What it finds: an address with `http://` where the same text links to the same site with `https://`.
Why it matters: who shares the network with readers, a café or a government, sees and can change what they read.
What to do: write `https://`, and try whether the page opens.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "link-insecure"
EXAMPLE = Example(
    "[El acta](http://actas.example/marzo) y [el audio](https://actas.example/audio).",
    "[El acta](https://actas.example/marzo) y [el audio](https://actas.example/audio).",
    "body",
)
MESSAGE = translatable("This link to {host} is not protected; another one in this text is.")
HINT = translatable("Write `https://` here too, and try whether it opens.")
PLAIN, SAFE = "http://", "https://"


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every link with `http://` to a host that the same body knows with `https://`."""
    links = entry.facts.links
    if not links or PLAIN not in entry.facts.plain:
        return
    safe = {_host(link.href, SAFE) for link in links} - {_own(entry), ""}
    seen: set[Span] = set()
    for link in links:
        host = _host(link.href, PLAIN)
        if host not in safe or link.address in seen:
            continue
        seen.add(link.address)
        span = link.address
        start = Span(span.line, span.column, span.line, span.column + len(PLAIN))
        fix = Fix((Edit(start, SAFE),), is_safe=False) if entry.source.written(start).lower() == PLAIN else None
        at, message = Location(entry.source.path, span), Text(MESSAGE, {"host": host})
        yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), link.href, fix)


def _own(entry: Entry) -> str:
    """Our own host: of links to it `link-own` speaks."""
    return entry.norms.siteurl.partition("://")[2].partition("/")[0].lower()


def _host(address: str, scheme: str) -> str:
    if address[: len(scheme)].lower() != scheme:
        return ""
    rest = address[len(scheme) :]
    return rest.partition("/")[0].partition("?")[0].partition("#")[0].lower()


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "links", entry=find, fix="unsafe")
