"""What rules say that see more than one file."""

from collections.abc import Container, Iterable

from msgspec import Struct

from plugins.checks.rules.link_target_missing import find_dead_links
from plugins.core.diagnostic import Diagnostic
from plugins.core.room import Room
from plugins.core.site import Site

# A document with such a finding is held back where the finding is a known debt.
HOLDING = ("address-taken", "translation-repeated")


class Together(Struct, frozen=True):
    """What rules say that see more than one file: `alone` of single documents in the site, `compared` of several."""

    alone: tuple[Diagnostic, ...]
    compared: tuple[Diagnostic, ...]


def found_alone(rooms: Iterable[Room], site: Site, answers: Container[str]) -> tuple[Diagnostic, ...]:
    """What is wrong with single documents in the site; `answers` are the site paths that its plan answers."""
    return (*_found(rooms, site, alone=True), *find_dead_links(site, answers))


def found_compared(rooms: Iterable[Room], site: Site) -> tuple[Diagnostic, ...]:
    """What is wrong between documents."""
    return _found(rooms, site, alone=False)


def _found(rooms: Iterable[Room], site: Site, *, alone: bool) -> tuple[Diagnostic, ...]:
    rules = [rule for room in rooms for rule in room.rules if rule.site and rule.alone == alone]
    return tuple(fault for rule in rules if rule.site for fault in rule.site(site))
