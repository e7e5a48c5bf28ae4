"""gettext catalogues, read from `.po` files as translators keep them: nothing to compile, nothing to forget."""

import io
from gettext import GNUTranslations

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


class CatalogueError(ValueError):
    """The `.po` text cannot be read."""


def translations(po: bytes) -> GNUTranslations:
    """The translations in `po`, a `.po` file's bytes.

    Raises:
        CatalogueError: it is not a catalogue.
    """
    try:
        catalogue = read_po(io.BytesIO(po), abort_invalid=True)
    except (PoFileError, ValueError, UnicodeDecodeError) as error:
        raise CatalogueError(str(error)) from error
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
