"""link-target-missing: a link inside the site that leads nowhere.

What it finds: links in the text, `downloads`, `call_to_action`, `sources` and `partners` to what is not
there, and to a part of a page that the page does not have.
Why it matters: readers who follow it get “not found”, and stop trusting the other links.
What to do: correct the address (the hint names the nearest), or publish what it leads to.
"""

import re
from collections.abc import Container, Iterator
from functools import cached_property
from urllib.parse import unquote

from plugins.checks.addresses import is_own, name_of
from plugins.checks.hosts import FILE
from plugins.checks.links import Link, links
from plugins.checks.nearest import Names, did_you_mean
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.url import site_path, with_slash

NAME = "link-target-missing"
EXAMPLE = Example(
    "Ver [el acta](/documents/actas.pdf) de la reunión.", "Ver [el acta](/documents/acta.pdf) de la reunión.", "body"
)
# Of an address with its title in curly quotation marks `quote-curly` speaks.
CURLY = ("“", "”", "„")
NO_PART = translatable("`{file}` has no part called `#{fragment}`.")
PARTS = translatable("It has these: {names}.")
NO_PARTS = translatable("It has no headings: delete `#{fragment}` from the address.")
DRAFT = translatable("`{address}` is a draft: readers would not find it.")
SCHEDULED = translatable("`{address}` waits for its date: readers would not find it yet.")
HELD = translatable("`{address}` is held back and not published: readers would not find it.")
FAULTY = translatable("`{address}` has errors of its own, and is not published with them.")
HELD_HINT = translatable("Publish it first, or delete the link.")
NOT_FOUND = translatable("There is nothing at `{address}` in this site.")
WHOLE = translatable("If it lies on another site, write the whole address: `{address}`.")
CALL = translatable("If it is a telephone number, write `{address}`.")
HINT = translatable("Correct the address, or delete the link.")
OWN = translatable("`{address}` is on your computer, where readers cannot open it.")
OWN_HINT = translatable("Copy the file into the folder `{folder}` and write `{address}`.")
WRITE = translatable("Write `{address}`.")
LOCAL = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d{1,5})?(?=[/?#]|$)", re.IGNORECASE)
HOST = re.compile(r"(?:[a-z\d-]+\.)+(?P<ending>[a-z]{2,6})(?:/|$)", re.IGNORECASE)
# Those of files; a page's own name may end so.
ENDING = re.compile(
    r"md|html?|php|pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|rtf|jpe?g|png|gif|webp|svg|avif|mp|ogg|webm|zip|epub|json|xml"
)
TELEPHONE = re.compile(r"\+(?:%20|[\d ().-]){6,40}")
REASONS = {"draft": DRAFT, "scheduled": SCHEDULED, "errors": FAULTY}


def find_dead_links(site: Site, answered: Container[str]) -> Iterator[Diagnostic]:
    """Every link that leads nowhere; `answered` are the site paths that the plan answers."""
    search = _Search(site, answered)
    for document in site.examinees():
        for link in links(site, document):
            fault = search.fault(link)
            if fault is not None and not any(sign in link.written for sign in CURLY):
                yield Diagnostic(link.at, NAME, Severity.ERROR, *fault, link.written)


def find_own(entry: Entry) -> Iterator[Diagnostic]:
    """Every link to a file, or a preview, on the writer's own computer."""
    for markup in entry.facts.markup:
        if markup.tag == "a" and is_own(markup.what):
            at, name = Location(entry.source.path, markup.span), name_of(markup.what)
            folder = "images" if FILE.search(name) else "documents"
            hint = Text(OWN_HINT, {"folder": f"{folder}/", "address": f"/{folder}/{name}"})
            yield Diagnostic(at, NAME, Severity.ERROR, Text(OWN, {"address": markup.what}), hint, markup.what)
    for link in entry.facts.links:
        local = LOCAL.match(link.href)
        # One that shows its address tells how to use a program.
        if local and link.label != link.address:
            at, hint = (
                Location(entry.source.path, link.address),
                Text(WRITE, {"address": link.href[local.end() :] or "/"}),
            )
            yield Diagnostic(at, NAME, Severity.ERROR, Text(OWN, {"address": link.href}), hint, link.href)


class _Search:
    """What is in the site, made ready once for all links."""

    def __init__(self, site: Site, answered: Container[str]) -> None:
        self.site, self.answered = site, answered
        self.files = Names(f"/{path}" for path in (*site.documents, *site.media))

    @cached_property
    def pages(self) -> dict[str, AnyDocument]:
        """Documents by their site paths."""
        return {path: self.site.documents[name] for name, path in self.site.paths.items()}

    @cached_property
    def addresses(self) -> Names:
        """Where documents are."""
        return Names(self.pages)

    def fault(self, link: Link) -> tuple[Text, Text] | None:
        target = link.found.site_path
        path = with_slash(site_path(target.lstrip("/")))
        document = link.found.document or self.pages.get(path)
        if document is not None:
            return _fragment_fault(document, unquote(link.fragment))
        if link.found.media is not None or path in self.answered or target in self.answered:
            return None
        return self._absence(link, target)

    def _absence(self, link: Link, target: str) -> tuple[Text, Text]:
        reason = self.site.held.get(target.lstrip("/"))
        if reason is not None:
            return Text(REASONS.get(reason, HELD), {"address": link.written}), Text(HELD_HINT)
        message = Text(NOT_FOUND, {"address": link.written})
        if link.written.lower().startswith("www.") or _is_host(link.written):
            return message, Text(WHOLE, {"address": f"https://{link.written}"})
        if TELEPHONE.fullmatch(link.written):
            number = "".join(filter(str.isdigit, unquote(link.written)))
            return message, Text(CALL, {"address": f"tel:+{number}"})
        if "@" in link.written[1:] and "/" not in link.written:
            return message, Text(WHOLE, {"address": f"mailto:{link.written}"})
        is_file = "." in target.rpartition("/")[2]
        near = (self.files if is_file else self.addresses).nearest(target)
        return message, did_you_mean(near) if near else Text(HINT)


def _is_host(written: str) -> bool:
    """Whether `written` begins like the address of another site: `municipio.cl/acta`."""
    match = HOST.match(written)
    return match is not None and ENDING.fullmatch(match["ending"].lower()) is None


def _fragment_fault(document: AnyDocument, fragment: str) -> tuple[Text, Text] | None:
    # `#top` and `#:~:text=…` are understood by every browser.
    if not fragment or fragment == "top" or fragment.startswith(":~:") or fragment in document.body.ids:
        return None
    message = Text(NO_PART, {"file": document.path, "fragment": fragment})
    near = Names(document.body.ids).nearest(fragment)
    if near:
        return message, did_you_mean(f"#{near}")
    if document.body.headings:
        names = ", ".join(f"`#{heading.id}`" for heading in document.body.headings[:8])
        return message, Text(PARTS, {"names": names})
    return message, Text(NO_PARTS, {"fragment": fragment})


# The plan knows what is answered: `find_dead_links` is called once it is made.
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "links", entry=find_own)
