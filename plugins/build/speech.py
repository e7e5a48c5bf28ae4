"""The language in which a run speaks to the comms team."""

from gettext import NullTranslations
from pathlib import Path

from plugins.languages.catalogue import translations

FOLDER = Path(__file__).parent.parent / "checks" / "translations"
SPOKEN = ("es", "en", "pt")
_TEXTS: dict[str, NullTranslations] = {}


def speech(lang: str, kept: Path | None = None) -> NullTranslations:
    """The texts of diagnostics in `lang`, compiled in `kept`; Spanish where the site's language is none of ours."""
    spoken = lang if lang in SPOKEN else SPOKEN[0]
    if spoken not in _TEXTS:
        _TEXTS[spoken] = translations((FOLDER / spoken / "LC_MESSAGES" / "diagnostics.po").read_bytes(), kept)
    return _TEXTS[spoken]
