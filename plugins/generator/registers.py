"""The registers of the content folder: the categories that the team allows, and the addresses once published."""

from collections.abc import Container, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.build.bounded import TooLarge, read_bytes
from plugins.checks.rules.file_large import file_large
from plugins.core.diagnostic import Diagnostic
from plugins.core.norms import Limits
from plugins.core.published import FILE as PUBLISHED
from plugins.core.published import NOTHING, Published, load
from plugins.core.taxonomy import PATH as TAXONOMY
from plugins.core.taxonomy import Taxonomy
from plugins.front_matter.taxonomy import read_taxonomy, taxonomy_large
from plugins.generator.scan import unreadable


class Registers(Struct, frozen=True):
    """What is read of them, as far as they are there, and what is wrong with them."""

    taxonomy: Taxonomy
    published: Published
    diagnostics: tuple[Diagnostic, ...] = ()


def read_registers(content: Path, data: Container[str], languages: Sequence[str], limits: Limits) -> Registers:
    """The registers in the folder `content`, of whose files `data` are those with data."""
    taxonomy, faults = _taxonomy(content, languages, limits) if TAXONOMY in data else (Taxonomy(), ())
    published, other_faults = _published(content, limits)
    return Registers(taxonomy, published, (*faults, *other_faults))


def _taxonomy(content: Path, languages: Sequence[str], limits: Limits) -> tuple[Taxonomy, Sequence[Diagnostic]]:
    try:
        written = read_bytes(str(content / TAXONOMY), limits.front_matter_bytes)
    except TooLarge as error:
        return Taxonomy(), (taxonomy_large(error.size, limits.front_matter_bytes),)
    except OSError as error:
        return Taxonomy(), (unreadable(TAXONOMY, error),)
    return read_taxonomy(written, languages, limits.front_matter_values)


def _published(content: Path, limits: Limits) -> tuple[Published, Sequence[Diagnostic]]:
    try:
        found = load(read_bytes(str(content / PUBLISHED), limits.media_bytes))
    except FileNotFoundError:
        return NOTHING, ()
    except TooLarge as error:
        return NOTHING, (file_large(PUBLISHED, error.size, limits.media_bytes, "media_bytes"),)
    except OSError as error:
        return NOTHING, (unreadable(PUBLISHED, error),)
    return (NOTHING, (found,)) if isinstance(found, Diagnostic) else (found, ())
