"""Slugs: names that are safe in an address and readable in a search result."""

import hashlib
import re
from functools import lru_cache

from unidecode import unidecode


@lru_cache(maxsize=20_000)
def slugify(text: str) -> str:
    """`text` as lower-case ASCII words joined by hyphens; a text without any gets a name of its digest."""
    plain = re.sub(r"[^a-z0-9]+", "-", unidecode(text).lower()).strip("-")
    # File systems take 255 bytes a name.
    return plain[:120].rstrip("-") or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
