"""The stages as one readable function: source files -> documents -> site -> plan."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from plugins.build.baseline import split
from plugins.build.outcome import Outcome
from plugins.build.versions import digest
from plugins.core.diagnostic import Diagnostic
from plugins.core.output import Output
from plugins.core.site import Media, Site, gathered, related
from plugins.core.taxonomy import PATH as TAXONOMY
from plugins.generator.answers import Answers
from plugins.generator.cache import Cache
from plugins.generator.media import load_media
from plugins.generator.memory import Change, Memory, change_since, remembered, structure_of
from plugins.generator.plan import make_plan
from plugins.generator.publication import FAULTY, HELD, Publication, publication
from plugins.generator.reading import Known, Reading, read_files
from plugins.generator.records import body_digests
from plugins.generator.registers import Registers, read_registers
from plugins.generator.scan import Found, scan
from plugins.generator.together import HOLDING, Together, compared_again, found_alone, found_compared
from plugins.generator.workplace import Rereader, Workplace, desk_maker

PRODUCTS = 3


class Staged(Struct, frozen=True):
    """What came of the stages. `memory` is what the next run is to know, once this one's outputs are written.

    `apart` are the findings that follow from no document: of settings, media, the taxonomy, what cannot be read.
    """

    place: Workplace
    outcome: Outcome
    memory: Memory
    reading: Reading
    apart: tuple[Diagnostic, ...]


def run_stages(place: Workplace, noted: Sequence[Diagnostic], cache: Cache) -> Staged:
    """Everything up to and including the plan, with every finding; `noted` are those made before.

    Raises:
        OSError: the content folder itself cannot be read.
        StoreDamaged: what was remembered cannot be believed.
    """
    found = scan(place.content, place.ignored, cache.now, cache.walked)
    known = Known(cache.store, cache.crew, cache.stays, cache.before)
    desk = desk_maker(place, found.markdown, bodies=not cache.checks)
    reading = read_files(place.content, found, place.rules.languages, desk, known)
    limits = place.config.norms.limits
    media, media_faults = load_media(place.content, found, cache.store, cache.crew, limits)
    registers = read_registers(place.content, found.data, place.rules.languages, limits)
    apart = (*noted, *found.diagnostics, *reading.unread, *media_faults, *registers.diagnostics)
    alone = [*apart, *(fault for record in reading.records.values() for fault in record.diagnostics)]
    chosen = publication({p: r.document for p, r in reading.records.items()}, place.config.drafts, place.now)
    chosen = chosen.and_faulty(fault.location.path for fault in media_faults)
    site = _gathered(place, chosen, media, registers)
    records = [digest(repr(record).encode()) for record in (place.baseline, registers.published)]
    structure = structure_of(site, reading.digests, [cache.looks.code, *records])
    site = related(site, cache.memory.places if cache.memory.structure == structure else {})
    change = _change(place, cache, structure, reading)
    if change is None:
        site, chosen, plan, together = _whole(place, site, chosen)
    else:
        site, plan, together = _touched(place, site, change, cache.memory, checks=cache.checks)
    new, old = place.judged([*alone, *together.alone, *together.compared], reading.records)
    before = cache.memory.contents
    outcome = Outcome(
        place.content,
        (*found.markdown, *found.data, *found.media, *(fault.location.path for fault in found.diagnostics)),
        tuple(new),
        tuple(old),
        {**_named(_all_held(chosen, found, reading, media), new), **_unpublished(found)},
        reading.html,
        frozenset(path for path, told in reading.contents.items() if before.get(path) == told),
        site,
        plan,
        change is not None,
        chosen.due,
        found.everything,
        again=Rereader(place, reading),
    )
    if change is None and cache.store is not None:
        cache.store.sweep(body_digests(reading.records), len(reading.records))
    return Staged(place, outcome, _memory(cache, site, reading, outcome, together, structure), reading, apart)


def _all_held(chosen: Publication, found: Found, reading: Reading, media: Mapping[str, Media]) -> dict[str, str]:
    """Every file that is not published, and why; also those of which nothing could be read."""
    unread = [path for path in found.markdown if path not in reading.records]
    unread += [path for path in found.media if path not in media]
    unread += [fault.location.path for fault in found.diagnostics]
    return {**chosen.held, **dict.fromkeys(unread, FAULTY)}


def _unpublished(found: Found) -> dict[str, str]:
    return {path: "data" for path in found.data if path != TAXONOMY}


def _named(held: Mapping[str, str], new: Sequence[Diagnostic]) -> dict[str, str]:
    """`held`, where a file whose errors are all known debts is held back by them, and not by errors that stop."""
    wrong = {fault.location.path for fault in new if fault.is_error}
    return {path: HELD if reason == FAULTY and path not in wrong else reason for path, reason in held.items()}


def _change(place: Workplace, cache: Cache, structure: bytes, reading: Reading) -> Change | None:
    """What an edit can have changed; None when everything has to be looked at."""
    memory, recalled = cache.memory, cache.recalled
    if memory.structure != structure or (recalled is None and not cache.checks):
        return None
    if recalled is not None and {one.path for one in memory.plan} != recalled.manifest.outputs.keys():
        # The one or the other was lost.
        return None
    if any(rule in HOLDING for _, rule, _ in place.baseline.counts):
        return None
    looks = cache.looks.all_of(memory.looks) if recalled else {}
    change = change_since(memory, reading.digests, looks, recalled.lost if recalled else ())
    if recalled and any(one.wave == PRODUCTS and one.path in change.outputs for one in memory.plan):
        return None
    # Whose address is taken decides what is published.
    held = any(fault.rule in HOLDING and fault.location.path in change.documents for fault in memory.together)
    return None if held else change


def _whole(place: Workplace, site: Site, chosen: Publication) -> tuple[Site, Publication, tuple[Output, ...], Together]:
    """The whole plan, and what is wrong among documents; one whose address is taken, and baselined, is held back."""
    found = found_compared(place.rooms, site)
    _, old = split([fault for fault in found if fault.rule in HOLDING], place.baseline)
    back = {fault.location.path for fault in old}
    if back:
        chosen = chosen.without(back)
        site = related(_gathered(place, chosen, site.media, Registers(site.taxonomy, site.published)))
    plan, collisions = make_plan(site, place.rooms)
    alone = found_alone(place.rooms, site, Answers(output.path for output in plan))
    return site, chosen, plan, Together(alone, (*found, *collisions))


def _touched(
    place: Workplace, site: Site, change: Change, memory: Memory, *, checks: bool
) -> tuple[Site, tuple[Output, ...], Together]:
    """The part of the plan that can have changed; what was found in other documents is what was found before."""
    site = structs.replace(site, focus=change.outputs, examined=change.documents)
    # A check publishes nothing, and the plan collides where it collided.
    plan = () if checks else make_plan(site, place.rooms)[0]
    still = [fault for fault in memory.alone if fault.location.path not in change.documents]
    fresh = found_alone(place.rooms, site, Answers(one.path for one in memory.plan)) if change.documents else ()
    return site, plan, Together((*still, *fresh), compared_again(place.rooms, site, memory.together, change))


def _gathered(place: Workplace, chosen: Publication, media: Mapping[str, Media], registers: Registers) -> Site:
    said = (registers.taxonomy, chosen.held, registers.published)
    return gathered(place.config, chosen.documents, media, place.theme, *said)


def _memory(
    cache: Cache, site: Site, reading: Reading, outcome: Outcome, together: Together, structure: bytes
) -> Memory:
    if outcome.partial:
        memory = structs.replace(
            cache.memory,
            digests=tuple(reading.digests[path] for path in cache.memory.documents),
            looked=tuple(cache.looks.of(look) for look in cache.memory.looks),
        )
    else:
        looked = cache.looks.all_of({(one.template, one.lang) for one in outcome.plan})
        memory = remembered(reading.digests, site, outcome.plan, looked)
    return structs.replace(
        memory,
        structure=structure,
        contents=reading.contents,
        together=together.compared,
        alone=together.alone,
        theme=cache.looks.theme,
        closures=dict(cache.looks.closures),
    )
