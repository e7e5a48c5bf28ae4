"""Slugs: names that are safe in an address and readable in a search result."""

import hashlib
import re
from functools import lru_cache

from unidecode import unidecode

NOT_NAMED = re.compile(r"[^a-z0-9]+")


class _Plain(dict[int, str]):
    """What unidecode makes of each character, asked once."""

    def __missing__(self, code: int) -> str:
        made = self[code] = unidecode(chr(code))
        return made


PLAIN = _Plain()


@lru_cache(maxsize=20_000)
def slugify(text: str) -> str:
    """`text` as lower-case ASCII words joined by hyphens; a text without any gets a name of its digest."""
    plain = NOT_NAMED.sub("-", text.translate(PLAIN).lower()).strip("-")
    # File systems take 255 bytes a name.
    return plain[:120].rstrip("-") or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
