"""The language in which a run speaks to the comms team."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from plugins.languages.catalogue import translations

FOLDER = Path(__file__).parent.parent / "checks" / "translations"
SPOKEN = ("es", "en", "pt")


@lru_cache(maxsize=3)
def speech(lang: str) -> NullTranslations:
    """The texts of diagnostics in `lang`; Spanish where the site's language is none of ours."""
    spoken = lang if lang in SPOKEN else SPOKEN[0]
    texts: GNUTranslations = translations((FOLDER / spoken / "LC_MESSAGES" / "diagnostics.po").read_bytes())
    return texts
