"""What rules say that see more than one file."""

from collections.abc import Container, Iterable, Sequence

from msgspec import Struct

from plugins.checks.rules.link_target_missing import find_dead_links
from plugins.core.diagnostic import Diagnostic
from plugins.core.room import Room
from plugins.core.rule import Scope
from plugins.core.site import Site
from plugins.generator.crowds import thinned
from plugins.generator.memory import Change

# A document with such a finding is held back where the finding is a known debt.
HOLDING = ("address-taken", "translation-repeated")


class Together(Struct, frozen=True):
    """What rules say that see more than one file: `alone` of single documents in the site, `compared` of several."""

    alone: tuple[Diagnostic, ...]
    compared: tuple[Diagnostic, ...]


def found_alone(rooms: Iterable[Room], site: Site, answers: Container[str]) -> tuple[Diagnostic, ...]:
    """What is wrong with single documents in the site; `answers` are the site paths that its plan answers."""
    found = (*_found(rooms, site, "alone"), *find_dead_links(site, answers))
    return tuple(thinned(found, site.config.norms.limits.findings))


def found_compared(rooms: Iterable[Room], site: Site) -> tuple[Diagnostic, ...]:
    """What is wrong between documents."""
    return _found(rooms, site, "together")


def compared_again(
    rooms: Iterable[Room], site: Site, before: Sequence[Diagnostic], change: Change
) -> tuple[Diagnostic, ...]:
    """The same after an edit that leaves the structure as it is; `before` is what was found then.

    These rules see cards besides; and a finding in an edited file may stand on another line now.
    """
    if not change.cards and all(fault.location.path not in change.documents for fault in before):
        return tuple(before)
    kept = [fault for fault in before if fault.rule in HOLDING]
    return (*kept, *(fault for fault in found_compared(rooms, site) if fault.rule not in HOLDING))


def _found(rooms: Iterable[Room], site: Site, scope: Scope) -> tuple[Diagnostic, ...]:
    rules = [rule for room in rooms for rule in room.rules if rule.scope == scope]
    return tuple(fault for rule in rules if rule.site for fault in rule.site(site))
