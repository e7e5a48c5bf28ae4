"""What the reader has to know of the site."""

from datetime import tzinfo

from msgspec import Struct


class Rules(Struct, frozen=True):
    """The languages of the site, which of them stands at `/`, and the zone of times without one."""

    languages: tuple[str, ...]
    default_lang: str
    zone: tzinfo
