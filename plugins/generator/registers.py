"""The registers of the content folder: the categories that the team allows, and the addresses once published."""

from collections.abc import Container, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic
from plugins.core.published import FILE as PUBLISHED
from plugins.core.published import NOTHING, Published, load
from plugins.core.taxonomy import PATH as TAXONOMY
from plugins.core.taxonomy import Taxonomy
from plugins.front_matter.taxonomy import read_taxonomy
from plugins.generator.scan import unreadable


class Registers(Struct, frozen=True):
    """What is read of them, as far as they are there, and what is wrong with them."""

    taxonomy: Taxonomy
    published: Published
    diagnostics: tuple[Diagnostic, ...] = ()


def read_registers(content: Path, data: Container[str], languages: Sequence[str]) -> Registers:
    """The registers in the folder `content`, of whose files `data` are those with data."""
    taxonomy, faults = _taxonomy(content, languages) if TAXONOMY in data else (Taxonomy(), ())
    published, other_faults = _published(content)
    return Registers(taxonomy, published, (*faults, *other_faults))


def _taxonomy(content: Path, languages: Sequence[str]) -> tuple[Taxonomy, Sequence[Diagnostic]]:
    try:
        written = (content / TAXONOMY).read_bytes()
    except OSError as error:
        return Taxonomy(), (unreadable(TAXONOMY, error),)
    return read_taxonomy(written, languages)


def _published(content: Path) -> tuple[Published, Sequence[Diagnostic]]:
    try:
        found = load((content / PUBLISHED).read_bytes())
    except FileNotFoundError:
        return NOTHING, ()
    except OSError as error:
        return NOTHING, (unreadable(PUBLISHED, error),)
    return (NOTHING, (found,)) if isinstance(found, Diagnostic) else (found, ())
