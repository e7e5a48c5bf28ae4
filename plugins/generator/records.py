"""What is known of a Markdown file by itself, and how it lies in the store."""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from plugins.build.packets import Row
from plugins.build.store import StoreDamaged
from plugins.core.diagnostic import Diagnostic
from plugins.core.document import AnyDocument
from plugins.core.record import Digests
from plugins.core.silence import Silence


class Record(Struct, frozen=True, array_like=True):
    """What is known of a Markdown file by itself: its document, or nothing, every finding, and what is to be silent."""

    document: AnyDocument | None
    diagnostics: tuple[Diagnostic, ...] = ()
    silences: tuple[Silence, ...] = ()


DECODER = msgspec.msgpack.Decoder(Record)
DIGESTS = msgspec.msgpack.Decoder(Digests)


def decoded(row: Row) -> tuple[Record, Digests]:
    """What `row` holds.

    Raises:
        StoreDamaged: it is not what was written.
    """
    try:
        return DECODER.decode(row.record), DIGESTS.decode(row.digests)
    except msgspec.DecodeError as error:
        raise StoreDamaged(row.path) from error


def silences_of(records: Mapping[str, Record]) -> dict[str, tuple[Silence, ...]]:
    """The comments that silence a rule, of the files that have any."""
    return {path: record.silences for path, record in records.items() if record.silences}


def body_digests(records: Mapping[str, Record]) -> Iterable[str]:
    """The digests of every body that a document of `records` has."""
    for record in records.values():
        if record.document is not None:
            body = record.document.body
            yield body.digest
            yield from (digest for _, _, digest in body.sections)
