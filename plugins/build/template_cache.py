"""Compiled templates, kept from one build to the next: to compile them takes longer than to make a page."""

import hashlib
from contextlib import suppress
from gettext import GNUTranslations
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from msgspec import Struct

from plugins.build.sealed import read_sealed, write_sealed


class Compiled(Struct, frozen=True):
    """Where compiled templates are kept. `digest` changes with our code and with the settings.

    Their source, their language and its catalogue are looked at here.
    """

    folder: Path
    digest: str


class TemplateCache(FileSystemBytecodeCache):
    """The compiled templates of one language."""

    def __init__(self, compiled: Compiled, lang: str, texts: GNUTranslations) -> None:
        """`texts` are part of what is compiled."""
        super().__init__(str(compiled.folder), f"{lang}-%s.code")
        known = sorted((str(key), str(text)) for key, text in vars(texts).get("_catalog", {}).items())
        self.salt = hashlib.sha256(repr((compiled.digest, lang, known)).encode("utf-8", "replace")).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        """What the code is made of: a template, texts, settings and our own code."""
        return super().get_source_checksum(self.salt + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept; what is damaged would end the interpreter, so its digest is looked at first."""
        kept = read_sealed(Path(self._get_cache_filename(bucket)))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template for the next build; where that cannot be, it is compiled again."""
        file = Path(self._get_cache_filename(bucket))
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            write_sealed(file, bucket.bytecode_to_string())
