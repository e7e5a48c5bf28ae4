"""Settings of the site: data only. `docs/developers/pelican.md` lists what each of Pelican's settings does here."""

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"

SITENAME = "Plaza Abierta"
SITEURL = "http://localhost:8000"
PUBLIC_SITEURL = "https://plazaabierta.example"
TIMEZONE = "America/Santiago"

DEFAULT_LANG = "es"
LANGUAGES = {
    "es": ("Español", "es_CL"),
    "en": ("English", "en_US"),
    "pt": ("Português", "pt_BR"),
}
TAGLINES = {
    "es": "Campañas y experiencias de participación ciudadana en América Latina.",
    "en": "Campaigns and case studies of civic participation in Latin America.",
    "pt": "Campanhas e experiências de participação cidadã na América Latina.",
}
PROFILES = {
    "Mastodon": "https://mastodon.social/@plazaabierta",
    "Bluesky": "https://bsky.app/profile/plazaabierta.example",
}

DEFAULT_PAGINATION = 12
FEED_MAX_ITEMS = 20

PLUGINS = [
    "plugins.generator",
    "plugins.checks",
    "plugins.sharing",
    "plugins.videos",
    "plugins.assets",
    "plugins.pictures",
    "plugins.pages",
    "plugins.redirects",
    "plugins.feeds",
    "plugins.sitemap",
]
