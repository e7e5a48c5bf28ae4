"""What the site asks of its content, where that can be set."""

from collections.abc import Mapping

from msgspec import Struct


class Limits(Struct, frozen=True):
    """`CHECK_LIMITS`: the most, or where it says so the least, that a rule lets pass."""

    title: int = 90
    """Characters of a title."""
    intro: int = 200
    """Characters of an intro."""
    button: int = 30
    """Characters of the words on a button."""
    alt: int = 125
    """Characters of an alternative text."""
    cover_width: int = 600
    """Pixels: the least width of a cover."""
    picture_bytes: int = 4_000_000
    """Bytes of a picture in the content folder."""
    file_bytes: int = 500_000
    """Bytes of a Markdown file."""
    front_matter_bytes: int = 200_000
    """Bytes of the front matter of a file, and of `data/taxonomy.yaml`."""
    front_matter_values: int = 20_000
    """Values in the front matter of a file, and in `data/taxonomy.yaml`; what is repeated counts each time."""
    media_bytes: int = 100_000_000
    """Bytes of any other file that is published."""
    picture_pixels: int = 30_000_000
    """Pixels of a picture: those of one that is opened fill the memory."""
    findings: int = 100
    """Findings of one rule in one file; those behind them are counted."""
    baseline_bytes: int = 10_000_000
    """Bytes of `.baseline.json`."""


class Norms(Struct, frozen=True):
    """`siteurl` is the public address of the site, whatever address it is built for.

    `handles` are the site's own names by network, without `@` at their front.
    """

    siteurl: str = ""
    limits: Limits = Limits()
    handles: Mapping[str, str] = {}
