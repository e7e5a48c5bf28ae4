"""The plan: what every room wants to publish, together, in waves; two outputs for one path are an error."""

from collections.abc import Iterator, Sequence

from plugins.checks.rules.address_taken import address_taken
from plugins.core.diagnostic import Diagnostic, Location
from plugins.core.output import Output
from plugins.core.room import Room
from plugins.core.site import Site


def make_plan(site: Site, rooms: Sequence[Room]) -> tuple[tuple[Output, ...], list[Diagnostic]]:
    """All outputs, sorted by wave and path, and where two of them collide; with a focus, only the wanted."""
    early = [output for room in rooms if room.outputs for output in room.outputs(site)]
    if site.focus is not None:
        return tuple(sorted((one for one in early if one.path in site.focus), key=_order)), []
    early.sort(key=_order)
    products = [output for room in rooms if room.products for output in room.products(site, tuple(early))]
    plan = sorted([*early, *products], key=_order)
    return tuple(plan), list(_collisions(plan, site))


def _order(output: Output) -> tuple[int, str]:
    return (output.wave, output.path)


def _collisions(plan: Sequence[Output], site: Site) -> Iterator[Diagnostic]:
    """Equal paths (letter case aside), and a file where another output needs a folder."""
    owners: dict[str, Output] = {}
    for output in sorted(plan, key=lambda one: one.origin is not None and one.wave == 2):
        key = output.path.casefold()
        other = owners.setdefault(key, output)
        # Two documents with one address are a finding of their own rule.
        if other is not output and not (_document(other, site) and _document(output, site)):
            former = _redirects(output, site)
            yield address_taken(_place(output, other), f"/{output.path}", _name(other), is_former=former)
    for key, output in owners.items():
        parts = key.split("/")
        for end in range(1, len(parts)):
            other_file = owners.get("/".join(parts[:end]))
            if other_file is not None:
                former = _redirects(output, site)
                yield address_taken(_place(output, other_file), f"/{output.path}", _name(other_file), is_former=former)


def _document(output: Output, site: Site) -> bool:
    return output.origin is not None and output.origin.path in site.documents and output.listed is not None


def _redirects(output: Output, site: Site) -> bool:
    return output.origin is not None and output.origin.path in site.documents and output.listed is None


def _place(output: Output, other: Output) -> Location:
    return output.origin or other.origin or Location(output.path)


def _name(output: Output) -> str:
    return output.origin.path if output.origin else f"/{output.path}"
