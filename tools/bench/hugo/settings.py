"""The settings of the two Hugo sites, as values that JSON can hold."""

import pelicanconf
from tools.bench.addresses import FOLDERS, word
from tools.bench.project import SITEURL
from tools.bench.words import LANGUAGES

TERMS = {"categories": "categories", "tags": "tags", "years": "archive"}
"""Hugo's taxonomies, and what the theme calls them."""

Setting = object


def equivalent() -> dict[str, Setting]:
    """Three languages, our addresses, pages of twelve, one feed per language and per category."""
    return {
        "baseURL": f"{SITEURL}/",
        "title": pelicanconf.SITENAME,
        "timeZone": pelicanconf.TIMEZONE,
        "defaultContentLanguage": LANGUAGES[0],
        "languages": {lang: _language(lang, weight) for weight, lang in enumerate(LANGUAGES, 1)},
        "taxonomies": {"category": "categories", "tag": "tags", "year": "years", "campaign": "membership"},
        "outputs": {"home": ["html", "rss"], "section": ["html"], "taxonomy": ["html"], "term": ["html"]},
        "outputFormats": {"rss": {"baseName": "feed"}},
        "services": {"rss": {"limit": pelicanconf.FEED_MAX_ITEMS}},
        "enableRobotsTXT": True,
        "removePathAccents": True,
        "capitalizeListTitles": False,
        "params": {"profiles": [{"name": name, "url": url} for name, url in pelicanconf.PROFILES.items()]},
        "related": {"threshold": 1, "includeNewer": True, "indices": [{"name": "topics", "weight": 100}]},
        "markup": {
            "goldmark": {
                "parser": {
                    "wrapStandAloneImageWithinParagraph": False,
                    "attribute": {"block": True, "title": True},
                },
                "renderHooks": {"link": {"useEmbedded": "never"}, "image": {"useEmbedded": "never"}},
                "renderer": {"unsafe": True},
            },
            "highlight": {"codeFences": False},
        },
    }


def _language(lang: str, weight: int) -> dict[str, Setting]:
    name, locale = pelicanconf.LANGUAGES[lang]

    def address(segment: str) -> str:
        return f"/{word(lang, 'address', segment)}/"

    documents = {folder: f"{address(folder)}:slug/" for folder in FOLDERS.values()}
    return {
        "label": name,
        "weight": weight,
        "params": {"locale": locale, "tagline": pelicanconf.TAGLINES[lang]},
        "permalinks": {
            "page": {**documents, "pages": "/:slug/"},
            "section": {folder: address(folder) for folder in FOLDERS.values()},
            "taxonomy": {name: address(segment) for name, segment in TERMS.items()},
            "term": {name: f"{address(segment)}:slug/" for name, segment in TERMS.items()},
        },
        "pagination": {
            "pagerSize": pelicanconf.DEFAULT_PAGINATION,
            "path": word(lang, "address", "page"),
            "disableAliases": True,
        },
    }


def plain() -> dict[str, Setting]:
    """One language, pages of ten, one feed; everything else as Hugo has it."""
    return {
        "baseURL": f"{SITEURL}/",
        "title": pelicanconf.SITENAME,
        "disableKinds": ["taxonomy"],
        "pagination": {"pagerSize": 10},
        "services": {"rss": {"limit": 20}},
        "markup": {"goldmark": {"renderer": {"unsafe": True}}},
        "outputs": {"home": ["html", "rss"], "section": ["html"], "term": ["html"]},
        "permalinks": {
            "page": {"posts": "/:year/:month/:day/:slug/"},
            "term": {"categories": "/category/:slug/", "tags": "/tag/:slug/"},
        },
    }
