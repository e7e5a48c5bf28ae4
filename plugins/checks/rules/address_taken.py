"""address-taken: two files that would be published at one address.

What it finds: two documents with the same address, or with addresses that differ only by capital letters.
Why it matters: one of the two would overwrite the other, and nobody would notice which.
Example: `permalink: /agua/` in two posts; a page `contacto.md` and another with `slug: contacto`.
What to do: give one of them another `slug` or `permalink`.
"""

from collections.abc import Iterator

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.rule import Rule
from plugins.core.site import Site

NAME = "address-taken"
MESSAGE = translatable("The address `{address}` is taken already by `{other}`.")
HINT = translatable("Write another `slug` or `permalink` in one of the two files.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every document whose address an earlier one (in the order of paths) has."""
    first: dict[str, str] = {}
    for name, path in sorted(site.paths.items()):
        other = first.setdefault(path.casefold(), name)
        if other != name:
            yield address_taken(address_place(site.documents[name]), path, other)


def address_taken(at: Location, address: str, other: str) -> Diagnostic:
    """The finding that `address`, wanted at `at`, belongs to `other` (a file, or what stands there)."""
    message = Text(MESSAGE, {"address": address, "other": other})
    return Diagnostic(at, NAME, Severity.ERROR, message, Text(HINT), address)


def address_place(document: AnyDocument) -> Location:
    """Where a document says its address: `permalink`, else `slug`, else the whole file."""
    return place(document, "permalink" if "permalink" in document.marks else "slug")


RULE = Rule(name=NAME, severity=Severity.ERROR, site=find)
