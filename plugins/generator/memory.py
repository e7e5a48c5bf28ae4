"""What a build remembers of its plan, so that the next one looks only at what an edit can have changed.

Three kinds of change are told apart (`plugins.core.record`): of a document's own text, of what its card shows, and
of the structure of the site. As long as the structure is the same, every document stands where it stood: then the
outputs that read a changed document whole, those that show a changed card, those whose template changed and those
that are not there as they were written are looked at again, and no others can differ.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from plugins.build.versions import digest, encoded
from plugins.core.diagnostic import Diagnostic
from plugins.core.output import Output
from plugins.core.record import Digests
from plugins.core.shelf import Places, places_of
from plugins.core.site import Site

VERSION = 2


class Planned(Struct, frozen=True, array_like=True):
    """One output: documents (numbers in `Memory.documents`) that it reads and shows, its look and wave."""

    path: str
    reads: tuple[int, ...]
    shows: tuple[int, ...]
    look: int
    wave: int


class Memory(Struct, frozen=True, array_like=True):
    """A finished build. `looks` are the templates with their language; `contents` the digests of all sources.

    `alone` are findings of rules that look at one document in the site, `together` of those that compare several.
    `theme` is the digest of all templates, `closures` those of each with what it includes. `places` are those of the
    `documents` in each language.
    """

    version: int = VERSION
    structure: bytes = b""
    documents: tuple[str, ...] = ()
    digests: tuple[Digests, ...] = ()
    contents: dict[str, bytes] = {}
    plan: tuple[Planned, ...] = ()
    looks: tuple[tuple[str, str], ...] = ()
    looked: tuple[bytes, ...] = ()
    together: tuple[Diagnostic, ...] = ()
    alone: tuple[Diagnostic, ...] = ()
    theme: bytes = b""
    closures: dict[str, bytes] = {}
    places: dict[str, Places] = {}


DECODER = msgspec.msgpack.Decoder(Memory)


def decoded(content: bytes | None) -> Memory:
    """The memory in a file's bytes; an empty one when there is none or it is another version's."""
    try:
        found = DECODER.decode(content) if content is not None else Memory()
    except msgspec.DecodeError:
        return Memory()
    return found if found.version == VERSION else Memory()


def structure_of(site: Site, digests: Mapping[str, Digests], others: Iterable[bytes]) -> bytes:
    """The digest of all that decides where documents stand, and of what every page shows.

    `others` are digests of what else the plan follows from: code, settings, known debts.
    """
    parts = [*others, encoded((site.config, site.assets, site.theme_files, site.taxonomy.categories, site.held))]
    parts.append(encoded(sorted(site.media.items())))
    linked = {
        reference.target for one in site.documents.values() for reference in one.body.references if reference.fragment
    }
    # Somebody links to one of their headings.
    named = [path for path in site.documents if f"/{path}" in linked or site.paths[path] in linked] if linked else ()
    parts.append(encoded([(path, site.documents[path].body.ids) for path in named]))
    drafts = [path for path, one in site.documents.items() if one.draft]
    parts.append(encoded((list(site.documents), [digests[path].structure for path in site.documents], drafts)))
    return digest(*parts)


class Change(Struct, frozen=True):
    """What an edit can have changed: outputs by path, documents, and those of which it changed what others show."""

    outputs: frozenset[str]
    documents: frozenset[str]
    cards: frozenset[str]


def change_since(
    memory: Memory, digests: Mapping[str, Digests], looked: Mapping[tuple[str, str], bytes], lost: Iterable[str]
) -> Change:
    """What can differ from the plan of `memory`, whose structure is today's; `lost` are outputs to make in any case."""
    whole: set[int] = set()
    card: set[int] = set()
    for number, (path, before) in enumerate(zip(memory.documents, memory.digests, strict=True)):
        now = digests[path]
        if now.whole != before.whole:
            whole.add(number)
        if now.card != before.card:
            card.add(number)
    pairs = zip(memory.looks, memory.looked, strict=True)
    looks = {number for number, (look, before) in enumerate(pairs) if looked.get(look) != before}
    outputs = set(lost)
    if whole or card or looks:
        for one in memory.plan:
            if one.look in looks or not whole.isdisjoint(one.reads) or not card.isdisjoint(one.shows):
                outputs.add(one.path)
    names = memory.documents
    return Change(
        frozenset(outputs), frozenset(names[number] for number in whole), frozenset(names[number] for number in card)
    )


def remembered(
    digests: Mapping[str, Digests],
    site: Site,
    plan: Sequence[Output],
    looked: Mapping[tuple[str, str], bytes],
) -> Memory:
    """A memory of a whole plan, without its findings and sources."""
    documents = tuple(site.documents)
    number = {path: place for place, path in enumerate(documents)}
    looks = {look: place for place, look in enumerate(dict.fromkeys((one.template, one.lang) for one in plan))}
    return Memory(
        documents=documents,
        digests=tuple(digests[path] for path in documents),
        plan=tuple(
            Planned(
                one.path,
                tuple(number[path] for path in one.reads),
                tuple(number[path] for path in one.shows),
                looks[(one.template, one.lang)],
                one.wave,
            )
            for one in plan
        ),
        looks=tuple(looks),
        looked=tuple(looked.get(look, b"") for look in looks),
        places={lang: places_of(shelf, number) for lang, shelf in site.shelves.items()},
    )
