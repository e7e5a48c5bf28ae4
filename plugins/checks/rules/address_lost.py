"""address-lost: an address that readers have, and that nothing answers any more.

What it finds: an address in the record of what was published (`.published.json`) at which no document stands today,
and from which none redirects: its `slug`, `permalink` or file name has changed, or its file is gone.
Why it matters: who follows an old message, bookmark or printed code gets “not found”.
What to do: write the old address in `redirect_from` of the document, or of what takes its place.
"""

from collections.abc import Iterator

from plugins.checks.rules.address_taken import address_place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.published import FILE
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.url import output_path, with_slash

NAME = "address-lost"
RECORD = """{
  "addresses": {
    "/posts/agua/": "posts/2026-03-02-agua-limpia.md"
  }
}
"""
EXAMPLE = Example("slug: agua-limpia", "slug: agua-limpia\nredirect_from: /posts/agua/", beside={FILE: RECORD})
MOVED = translatable("This document was published at `{address}`, where nothing stands today.")
MOVED_HINT = translatable("Write `redirect_from: {address}` in the front matter, so that old links lead here.")
GONE = translatable("`{file}` was published at `{address}`, where nothing stands today.")
GONE_HINT = translatable("Write `{address}` in `redirect_from` of what takes its place; else delete this line.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every published address that leads nowhere now; what is only held back keeps its own."""
    standing = set(site.paths.values())
    missed = [one for one in sorted(site.published.addresses.items()) if one[0] not in standing]
    if not missed:
        return
    former = [old for document in site.documents.values() for old in document.redirect_from]
    answered = {output_path(with_slash(address)) for address in (*standing, *former)}
    for address, file in missed:
        path = output_path(with_slash(address))
        if path not in answered and path not in site.media and file not in site.held:
            yield _finding(site, address, file)


def _finding(site: Site, address: str, file: str) -> Diagnostic:
    values: dict[str, str | int] = {"address": address, "file": file}
    document = site.documents.get(file)
    if document is None:
        # To delete a document may be what was meant.
        at = site.published.at(address)
        return Diagnostic(at, NAME, Severity.WARNING, Text(GONE, values), Text(GONE_HINT, values), address)
    at = address_place(document)
    return Diagnostic(at, NAME, Severity.ERROR, Text(MOVED, values), Text(MOVED_HINT, values), address)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "documents", site=find)
