"""A language of the site."""

from msgspec import Struct


class Language(Struct, frozen=True):
    """`code` is a BCP 47 language (`es`), `locale` what Babel calls it (`es_CL`), `name` its own name.

    `segments` are the words of its addresses (posts, experiences, campaigns, categories, tags, archive,
    page). `labels` are the same words as readers see them, and `not_found`; `page` holds `{number}`.
    """

    code: str
    name: str
    locale: str
    segments: dict[str, str]
    labels: dict[str, str]
    is_default: bool = False
