"""gettext catalogues, read from `.po` files as translators keep them: nothing to compile, nothing to forget."""

import hashlib
import io
import os
from contextlib import suppress
from gettext import GNUTranslations
from pathlib import Path

DIGEST = 32


class CatalogueError(ValueError):
    """The `.po` text cannot be read."""


def translations(po: bytes, kept: Path | None = None) -> GNUTranslations:
    """The translations in `po`, a `.po` file's bytes.

    What was compiled from the same bytes is looked for in the folder `kept`, and left there.

    Raises:
        CatalogueError: it is not a catalogue.
    """
    file = kept / f"{hashlib.sha256(po).hexdigest()}.mo" if kept else None
    if file is not None:
        with suppress(OSError):
            sealed = file.read_bytes()
            # One that is damaged is compiled again.
            if hashlib.sha256(sealed[DIGEST:]).digest() == sealed[:DIGEST]:
                return GNUTranslations(io.BytesIO(sealed[DIGEST:]))
    mo = _compiled(po)
    if file is not None:
        with suppress(OSError):
            _keep(file, mo)
    return GNUTranslations(io.BytesIO(mo))


def _compiled(po: bytes) -> bytes:
    # Slow to import, for a file that hardly ever changes.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(io.BytesIO(po), abort_invalid=True)
    except (PoFileError, ValueError, UnicodeDecodeError) as error:
        raise CatalogueError(str(error)) from error
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def _keep(file: Path, mo: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    beside.write_bytes(hashlib.sha256(mo).digest() + mo)
    beside.replace(file)
