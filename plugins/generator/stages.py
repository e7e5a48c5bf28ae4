"""The stages as one readable function: source files -> documents -> site -> plan."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from plugins.build.baseline import Baseline, split
from plugins.build.outcome import Outcome
from plugins.checks.rules.link_target_missing import find_dead_links
from plugins.core.diagnostic import Diagnostic, sort_key
from plugins.core.document import AnyDocument
from plugins.core.room import Room, Rule
from plugins.core.site import Asset, Media, Site, SiteConfig, make_site
from plugins.core.taxonomy import Taxonomy
from plugins.core.url import site_path
from plugins.front_matter.document import Rules
from plugins.front_matter.taxonomy import PATH as TAXONOMY
from plugins.front_matter.taxonomy import read_taxonomy
from plugins.generator.entries import Desk, Read, read_entry
from plugins.generator.media import load_media
from plugins.generator.plan import make_plan
from plugins.generator.publication import FAULTY, HELD, Publication, publication
from plugins.generator.scan import Found, scan, unreadable
from plugins.markdown.render import Renderer
from plugins.markdown.words import Words


class Workplace(Struct, frozen=True):
    """All that the stages are given: folders, settings, rooms, words, the theme's files, the clock's one reading."""

    content: Path
    config: SiteConfig
    ignored: tuple[str, ...]
    rooms: tuple[Room, ...]
    words: Mapping[str, Words]
    theme: tuple[Mapping[str, Asset], Mapping[str, str]]
    baseline: Baseline
    rules: Rules
    now: datetime


def run_stages(place: Workplace, noted: Sequence[Diagnostic]) -> Outcome:
    """Everything up to and including the plan, with every finding; `noted` are those made before.

    Raises:
        OSError: the content folder itself cannot be read.
    """
    found = scan(place.content, place.ignored)
    reads, faults = _read_all(place, found)
    media, media_faults = load_media(place.content, found.media)
    taxonomy, taxonomy_faults = _taxonomy(place, found)
    alone = [*noted, *found.diagnostics, *faults, *media_faults, *taxonomy_faults]
    alone += [fault for read in reads for fault in read.diagnostics]
    chosen = publication(reads, place.config.drafts, place.now)
    site, chosen, together = _site(place, chosen, media, taxonomy)
    plan, plan_faults = make_plan(site, place.rooms)
    answered = {site_path(output.path) for output in plan}
    together += [*plan_faults, *find_dead_links(site, answered)]
    new, old = split(sorted([*alone, *together], key=sort_key), place.baseline)
    held = {**_named(chosen.held, new), **{path: "data" for path in found.data if path != TAXONOMY}}
    html = {digest: text for read in reads for digest, text in read.html.items()}
    files = (
        *found.markdown,
        *found.data,
        *found.media,
        *(fault.location.path for fault in found.diagnostics),
    )
    return Outcome(
        place.content,
        files,
        tuple(new),
        tuple(old),
        held,
        html,
        {read.entry.source.path: read.entry.source.digest for read in reads},
        {read.entry.source.path: read.entry.source.text for read in reads},
        site,
        plan,
    )


def _named(held: Mapping[str, str], new: Sequence[Diagnostic]) -> dict[str, str]:
    """`held`, where a file whose errors are all known debts is held back by them, and not by errors that stop."""
    wrong = {fault.location.path for fault in new if fault.is_error}
    return {path: HELD if reason == FAULTY and path not in wrong else reason for path, reason in held.items()}


def _read_all(place: Workplace, found: Found) -> tuple[list[Read], list[Diagnostic]]:
    rules: list[Rule] = [rule for room in place.rooms for rule in room.rules]
    extensions = tuple(make() for room in place.rooms for make in room.markdown)
    desk = Desk(place.rules, Renderer(extensions), place.words, rules, set(found.markdown))
    reads, faults = [], []
    for path in found.markdown:
        try:
            content = (place.content / path).read_bytes()
        except OSError as error:
            faults.append(unreadable(path, error))
            continue
        reads.append(read_entry(path, content, desk))
    return reads, faults


def _taxonomy(place: Workplace, found: Found) -> tuple[Taxonomy, Sequence[Diagnostic]]:
    if TAXONOMY not in found.data:
        return Taxonomy(), ()
    try:
        content = (place.content / TAXONOMY).read_bytes()
    except OSError as error:
        return Taxonomy(), (unreadable(TAXONOMY, error),)
    return read_taxonomy(content, place.rules.languages)


def _site(
    place: Workplace, chosen: Publication, media: Mapping[str, Media], taxonomy: Taxonomy
) -> tuple[Site, Publication, list[Diagnostic]]:
    """The site and what is wrong among documents; one whose address is taken, and baselined, is held back."""
    site = _made(place, chosen.documents, chosen, media, taxonomy)
    found = [fault for room in place.rooms for rule in room.rules if rule.site for fault in rule.site(site)]
    _, old = split([fault for fault in found if fault.rule in HOLDING], place.baseline)
    back = {fault.location.path for fault in old}
    if back:
        chosen = chosen.without(back)
        site = _made(place, chosen.documents, chosen, media, taxonomy)
    return site, chosen, found


HOLDING = ("address-taken", "translation-repeated")


def _made(
    place: Workplace,
    documents: Iterable[AnyDocument],
    chosen: Publication,
    media: Mapping[str, Media],
    taxonomy: Taxonomy,
) -> Site:
    return make_site(place.config, documents, media, place.theme, taxonomy, chosen.held)
