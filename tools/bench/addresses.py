"""Where a text of the corpus stands in the site: the scheme of Pregón, with the words of the theme."""

from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from plugins.languages.catalogue import translations
from tools.bench.document import Document
from tools.bench.words import LANGUAGES

FOLDERS = {"post": "posts", "campaign": "campaigns", "experience": "experiences"}
CATALOGUES = Path(__file__).parents[2] / "theme" / "translations"


@cache
def word(lang: str, context: str, name: str) -> str:
    """What the theme calls `name` in `lang`; the context is `address` or `label`."""
    found: str = _catalogue(lang).pgettext(context, name)
    return found


@cache
def _catalogue(lang: str) -> GNUTranslations:
    return translations((CATALOGUES / lang / "LC_MESSAGES" / "messages.po").read_bytes())


def home(lang: str) -> str:
    """`/`, or `/en/`."""
    return "/" if lang == LANGUAGES[0] else f"/{lang}/"


def listing(lang: str, name: str) -> str:
    """The first page of a list."""
    return f"{home(lang)}{word(lang, 'address', name)}/"


def address(document: Document) -> str:
    """The page of a text."""
    slug = document.front["slug"]
    return f"{home(document.lang)}{slug}/" if document.kind == "page" else f"{_folder(document)}{slug}/"


def _folder(document: Document) -> str:
    return listing(document.lang, FOLDERS[document.kind])


def file_of(output: Path, path: str) -> Path:
    """The file that answers an address."""
    return output / f"{path.lstrip('/')}index.html"
