"""The theme on disk: its static files, and its catalogues as languages and words."""

import hashlib
from gettext import GNUTranslations
from pathlib import Path

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.language import Language
from plugins.generator.config import SEGMENTS, LanguageSetting
from plugins.languages.catalogue import CatalogueError, translations
from plugins.markdown.words import Words

CATALOGUE = "translations/{lang}/LC_MESSAGES/messages.po"


def static_files(theme: Path) -> dict[str, str]:
    """The digest of each file below `static/`, by its path there."""
    root = theme / "static"
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def catalogue(theme: Path, lang: str, kept: Path | None) -> tuple[GNUTranslations | None, list[Diagnostic]]:
    """The theme's catalogue of `lang`, compiled in `kept`; a finding when there is none that can be read."""
    path = theme / CATALOGUE.format(lang=lang)
    try:
        return translations(path.read_bytes(), kept), []
    except (OSError, CatalogueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return None, [
            Diagnostic(
                Location(str(path)),
                "catalogue-unreadable",
                Severity.ERROR,
                Text(
                    translatable("The language `{lang}` has no readable catalogue: {reason}."),
                    {"lang": lang, "reason": str(reason)},
                ),
                Text(translatable("Copy the catalogue of another language there and translate it.")),
                lang,
            )
        ]


def language(setting: LanguageSetting, texts: GNUTranslations, *, default: bool) -> Language:
    """A language of the site with the words of its addresses and menus."""
    labels = {segment: texts.pgettext("label", segment) for segment in SEGMENTS}
    labels["not_found"] = texts.pgettext("label", "not found")
    segments = {segment: texts.pgettext("address", segment) for segment in SEGMENTS}
    return Language(setting.code, setting.name, setting.locale, segments, labels, default)


def words(texts: GNUTranslations) -> Words:
    """The words that a body's HTML needs."""
    return Words(
        quotes=texts.pgettext("quotes", "“”‘’"),
        watch=texts.gettext("Watch on {service}"),
        remote=texts.gettext("Picture on {host}"),
        table=texts.gettext("Table"),
        back=texts.gettext("Back to the text"),
        video=texts.gettext("Video"),
    )
