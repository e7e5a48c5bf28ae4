"""The language in which a run speaks to the comms team."""

from functools import cache
from gettext import NullTranslations
from pathlib import Path

from plugins.languages.catalogue import translations

FOLDER = Path(__file__).parent.parent / "checks" / "translations"
SPOKEN = ("es", "en", "pt")
_TEXTS: dict[str, NullTranslations] = {}


def spoken(lang: str) -> str:
    """The language of a run in a site in `lang`: Spanish where that is none of ours."""
    return lang if lang in SPOKEN else SPOKEN[0]


def speech(lang: str, kept: Path | None = None) -> NullTranslations:
    """The texts of diagnostics in `lang`, compiled in `kept`; Spanish where the site's language is none of ours."""
    own = spoken(lang)
    if own not in _TEXTS:
        _TEXTS[own] = translations((FOLDER / own / "LC_MESSAGES" / "diagnostics.po").read_bytes(), kept)
    return _TEXTS[own]


@cache
def rule_speech(lang: str) -> NullTranslations:
    """What rules say of themselves, in `lang`; English is what the code says."""
    own = spoken(lang)
    if own == "en":
        return NullTranslations()
    return translations((FOLDER / own / "LC_MESSAGES" / "rules.po").read_bytes())
