"""address-taken: two files that would be published at one address.

What it finds: two documents with the same address, or with addresses that differ only by capitals; a former address,
in `redirect_from`, at which something else stands today.
Why it matters: one of the two would overwrite the other, and readers would never get to see it.
What to do: give one of them another `slug` or `permalink`; or delete the former address.
"""

from collections.abc import Iterator

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "address-taken"
OTHER = """---
title: Contacto
permalink: /agua/
---
Escríbenos cualquier día de la semana, que contestamos antes de tres días.
"""
EXAMPLE = Example("permalink: /agua/", "permalink: /agua-limpia/", beside={"pages/contacto.md": OTHER})
MESSAGE = translatable("The address `{address}` is taken already by `{other}`.")
HINT = translatable("Write another `slug` or `permalink` in one of the two files.")
FORMER_HINT = translatable("Delete this address from `redirect_from`: only one page can stand there.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every document whose address an earlier one (in the order of paths) has."""
    first: dict[str, str] = {}
    for name, path in sorted(site.paths.items()):
        other = first.setdefault(path.casefold(), name)
        if other != name:
            yield address_taken(address_place(site.documents[name]), path, other)


def address_taken(at: Location, address: str, other: str, *, is_former: bool = False) -> Diagnostic:
    """The finding that `address`, wanted at `at`, belongs to `other` (a file, or what stands there).

    `is_former` says that it is wanted only to redirect from it.
    """
    message = Text(MESSAGE, {"address": address, "other": other})
    return Diagnostic(at, NAME, Severity.ERROR, message, Text(FORMER_HINT if is_former else HINT), address)


def address_place(document: AnyDocument) -> Location:
    """Where a document says its address: `permalink`, else `slug`, else the whole file."""
    return place(document, "permalink" if "permalink" in document.marks else "slug")


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "documents", site=find, firm=True)
