"""What becomes of each of Pelican's settings here; `docs/developers/pelican.md` is held to this table by a test."""

from collections.abc import Container, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.generator.config import OWN

HONOURED = {
    "PATH", "THEME", "OUTPUT_PATH", "SITEURL", "SITENAME", "DEFAULT_LANG", "TIMEZONE", "DEFAULT_PAGINATION",
    "FEED_MAX_ITEMS", "IGNORE_FILES", "THEME_STATIC_DIR", "THEME_TEMPLATES_OVERRIDES", "PLUGINS", "PLUGIN_PATHS",
    "JINJA_FILTERS", "JINJA_TESTS", "PELICAN_CLASS", "LOG_FILTER", "PORT", "BIND",
}  # fmt: skip

# Pelican's own generators get no work; ours does it. The value is what stands in the setting's place.
REPLACED: dict[str, tuple[Any, str]] = {
    "ARTICLE_PATHS": ([], "content/posts, content/campaigns, content/experiences"),
    "PAGE_PATHS": ([], "content/pages"),
    "STATIC_PATHS": ([], "every file of the content folder is published under its own path"),
    "THEME_STATIC_PATHS": ([], "theme/static"),
    "DIRECT_TEMPLATES": ([], "the rooms in PLUGINS"),
    # Each of these two would call a generator of Pelican's that writes past the plan.
    "TEMPLATE_PAGES": ({}, "the rooms in PLUGINS"),
    "OUTPUT_SOURCES": (False, "nothing: what editors wrote is not published"),
    "FEED_ALL_ATOM": (None, "plugins.feeds"),
    "CATEGORY_FEED_ATOM": (None, "plugins.feeds"),
    "AUTHOR_FEED_ATOM": (None, "plugins.feeds"),
    "AUTHOR_FEED_RSS": (None, "plugins.feeds"),
    "TRANSLATION_FEED_ATOM": (None, "plugins.feeds"),
    # Pelican has no default for these, and makes an empty feed for each that is set.
    "FEED_ATOM": (None, "plugins.feeds"),
    "FEED_RSS": (None, "plugins.feeds"),
    "FEED_ALL_RSS": (None, "plugins.feeds"),
    "CATEGORY_FEED_RSS": (None, "plugins.feeds"),
    "TAG_FEED_ATOM": (None, "plugins.feeds"),
    "TAG_FEED_RSS": (None, "plugins.feeds"),
    "TRANSLATION_FEED_RSS": (None, "plugins.feeds"),
    "DELETE_OUTPUT_DIRECTORY": (False, "the manifest: what is no longer planned is removed"),
}

WITHOUT_EFFECT = {
    "ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "READERS", "STATIC_EXCLUDES", "STATIC_EXCLUDE_SOURCES",
    "RSS_FEED_SUMMARY_ONLY", "FEED_APPEND_REF", "DISPLAY_PAGES_ON_MENU", "DISPLAY_CATEGORIES_ON_MENU",
    "DOCUTILS_SETTINGS", "OUTPUT_SOURCES_EXTENSION", "USE_FOLDER_AS_CATEGORY", "DEFAULT_CATEGORY",
    "WITH_FUTURE_DATES", "CSS_FILE", "NEWEST_FIRST_ARCHIVES", "REVERSE_CATEGORY_ORDER", "OUTPUT_RETENTION",
    "INDEX_SAVE_AS", "ARTICLE_URL", "ARTICLE_SAVE_AS", "ARTICLE_ORDER_BY", "ARTICLE_LANG_URL", "ARTICLE_LANG_SAVE_AS",
    "DRAFT_URL", "DRAFT_SAVE_AS", "DRAFT_LANG_URL", "DRAFT_LANG_SAVE_AS", "PAGE_URL", "PAGE_SAVE_AS", "PAGE_ORDER_BY",
    "PAGE_LANG_URL", "PAGE_LANG_SAVE_AS", "DRAFT_PAGE_URL", "DRAFT_PAGE_SAVE_AS", "DRAFT_PAGE_LANG_URL",
    "DRAFT_PAGE_LANG_SAVE_AS", "STATIC_URL", "STATIC_SAVE_AS", "STATIC_CREATE_LINKS", "STATIC_CHECK_IF_MODIFIED",
    "CATEGORY_URL", "CATEGORY_SAVE_AS", "TAG_URL", "TAG_SAVE_AS", "AUTHOR_URL", "AUTHOR_SAVE_AS",
    "PAGINATION_PATTERNS", "YEAR_ARCHIVE_URL", "YEAR_ARCHIVE_SAVE_AS", "MONTH_ARCHIVE_URL", "MONTH_ARCHIVE_SAVE_AS",
    "DAY_ARCHIVE_URL", "DAY_ARCHIVE_SAVE_AS", "RELATIVE_URLS", "ARTICLE_TRANSLATION_ID", "PAGE_TRANSLATION_ID",
    "PAGINATED_TEMPLATES", "DEFAULT_DATE_FORMAT", "DATE_FORMATS", "MARKDOWN", "JINJA_GLOBALS", "JINJA_ENVIRONMENT",
    "LOCALE", "DEFAULT_ORPHANS", "DEFAULT_METADATA", "FILENAME_METADATA", "PATH_METADATA", "EXTRA_PATH_METADATA",
    "ARTICLE_PERMALINK_STRUCTURE", "TYPOGRIFY", "TYPOGRIFY_IGNORE_TAGS", "TYPOGRIFY_OMIT_FILTERS", "TYPOGRIFY_DASHES",
    "SUMMARY_END_SUFFIX", "SUMMARY_MAX_LENGTH", "PYGMENTS_RST_OPTIONS", "TEMPLATE_EXTENSIONS",
    "SLUG_REGEX_SUBSTITUTIONS", "INTRASITE_LINK_REGEX", "SLUGIFY_SOURCE", "SLUGIFY_USE_UNICODE",
    "SLUGIFY_PRESERVE_CASE", "CACHE_CONTENT", "CONTENT_CACHING_LAYER", "CACHE_PATH", "GZIP_CACHE",
    "CHECK_MODIFIED_METHOD", "LOAD_CONTENT_CACHE", "FORMATTED_FIELDS",
}  # fmt: skip


def without_effect(written: Mapping[str, Any], known: Container[str]) -> Iterator[Diagnostic]:
    """The settings in the file `written` that change nothing here; `known` are Pelican's and our rooms' names."""
    for name in sorted(written):
        replaced = name in REPLACED and written[name] != REPLACED[name][0]
        if name in WITHOUT_EFFECT or replaced:
            hint = Text(translatable("Delete it; docs/developers/pelican.md says what stands in its place."))
            yield _finding(name, hint)
        elif name not in known and name not in HONOURED | set(REPLACED):
            near = get_close_matches(name, [*OWN, *HONOURED], 1)
            meant = Text(translatable("Did you mean `{name}`?"), {"name": near[0] if near else ""})
            yield _finding(name, meant if near else Text(translatable("Delete it.")))


def _finding(name: str, hint: Text) -> Diagnostic:
    return Diagnostic(
        Location("pelicanconf.py"),
        "setting-without-effect",
        Severity.WARNING,
        Text(translatable("The setting `{name}` has no effect here."), {"name": name}),
        hint,
        name,
    )
