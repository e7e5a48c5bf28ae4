"""Documents and sites with sensible defaults, so that a test says only what it is about."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.core.document import AnyDocument, Campaign, Experience, Moment, Page, Picture, Post
from plugins.core.language import Language
from plugins.core.output import Inputs
from plugins.core.prose import Body, Reference
from plugins.core.site import Asset, Media, Site, SiteConfig, gathered, related
from plugins.core.taxonomy import Category, Taxonomy, Term

SITEURL = "https://ejemplo.org"

SPANISH = Language(
    "es",
    "Español",
    "es_CL",
    {
        "posts": "posts",
        "experiences": "experiencias",
        "campaigns": "campanas",
        "categories": "categorias",
        "tags": "etiquetas",
        "archive": "archivo",
        "page": "pagina",
    },
    {
        "posts": "Noticias",
        "experiences": "Experiencias",
        "campaigns": "Campañas",
        "categories": "Categorías",
        "tags": "Etiquetas",
        "archive": "Archivo",
        "page": "Página {number}",
        "not_found": "Página no encontrada",
    },
    is_default=True,
)
ENGLISH = Language(
    "en",
    "English",
    "en_GB",
    {
        "posts": "posts",
        "experiences": "experiences",
        "campaigns": "campaigns",
        "categories": "categories",
        "tags": "tags",
        "archive": "archive",
        "page": "page",
    },
    {
        "posts": "News",
        "experiences": "Experiences",
        "campaigns": "Campaigns",
        "categories": "Categories",
        "tags": "Tags",
        "archive": "Archive",
        "page": "Page {number}",
        "not_found": "Page not found",
    },
)
PORTUGUESE = Language(
    "pt",
    "Português",
    "pt_BR",
    {
        "posts": "posts",
        "experiences": "experiencias",
        "campaigns": "campanhas",
        "categories": "categorias",
        "tags": "etiquetas",
        "archive": "arquivo",
        "page": "pagina",
    },
    {
        "posts": "Notícias",
        "experiences": "Experiências",
        "campaigns": "Campanhas",
        "categories": "Categorias",
        "tags": "Etiquetas",
        "archive": "Arquivo",
        "page": "Página {number}",
        "not_found": "Página não encontrada",
    },
)
LANGUAGES = (SPANISH, ENGLISH, PORTUGUESE)


def moment(iso: str = "2026-03-02T09:00:00-03:00", precision: Any = "minute") -> Moment:
    return Moment(iso=iso, precision=precision)


def body(digest: str = "", *references: Reference) -> Body:
    """A body whose HTML is under `digest`; see `Context.bodies`."""
    return Body(digest, references=references)


def picture(img: str = "/images/agua.jpg", **values: Any) -> Picture:
    return Picture(**{"img": img, "alt": "Un vaso de agua", "caption": "Agua de la llave", **values})


def media(path: str = "images/agua.jpg", **values: Any) -> Media:
    return Media(**{"path": path, "digest": f"digest of {path}", "size": 1234, "width": 1600, "height": 900, **values})


def post(slug: str = "agua-limpia", **values: Any) -> Post:
    return Post(**{**_common("posts", slug, values), "date": moment(), "categories": ("Proyectos",), **values})


def campaign(slug: str = "agua-para-todos", **values: Any) -> Campaign:
    return Campaign(**{**_common("campaigns", slug, values), "start": moment(), "date": moment(), **values})


def experience(slug: str = "presupuesto-abierto", **values: Any) -> Experience:
    common = _common("experiences", slug, values)
    return Experience(**{**common, "date": moment(), "entity": "Municipio", "country": "Chile", **values})


def page(slug: str = "acerca", **values: Any) -> Page:
    return Page(**{**_common("pages", slug, values), **values})


def _common(folder: str, slug: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What every type has; translations share their `group`, and their file names differ by the language."""
    lang = values.get("lang", "es")
    group = values.get("group", slug)
    name = slug if lang == "es" else f"{group}.{lang}"
    return {
        "path": f"{folder}/{name}.md",
        "digest": f"digest of {folder}/{name}",
        "lang": lang,
        "group": group,
        "slug": slug,
        "title": slug.replace("-", " ").capitalize(),
        "intro": "Lo esencial en una frase.",
        "body": body(),
    }


def config(**values: Any) -> SiteConfig:
    defaults = {
        "siteurl": SITEURL,
        "sitename": "Pregón",
        "languages": LANGUAGES,
        "timezone": "America/Santiago",
        "taglines": {"es": "Se dice en voz alta.", "en": "Said out loud.", "pt": "Dito em voz alta."},
    }
    return SiteConfig(**{**defaults, **values})


def taxonomy(*categories: Mapping[str, str]) -> Taxonomy:
    """Categories by their names per language: `taxonomy({"es": "Proyectos", "en": "Projects"})`."""
    made = []
    for names in categories:
        terms = {lang: Term(name, name.lower().replace(" ", "-")) for lang, name in names.items()}
        made.append(Category(next(iter(terms.values())).slug, terms))
    return Taxonomy(tuple(made))


def site(
    *documents: AnyDocument,
    media: Iterable[Media] = (),
    assets: Iterable[Asset] = (),
    theme_files: Mapping[str, str] | None = None,
    taxonomy: Taxonomy | None = None,
    held: Mapping[str, str] | None = None,
    **settings: Any,
) -> Site:
    """The site of `documents`; `settings` are fields of `SiteConfig`."""
    return related(
        gathered(
            config(**settings),
            documents,
            {file.path: file for file in media},
            ({asset.path: asset for asset in assets}, theme_files or {}),
            taxonomy or Taxonomy(),
            held or {},
        )
    )


class Context:
    """A `RenderContext` on plain values: bodies and files by digest; `asked` is what templates were given."""

    def __init__(self, bodies: Mapping[str, str] | None = None, files: Mapping[str, bytes] | None = None) -> None:
        self.bodies = dict(bodies or {})
        self.files = dict(files or {})
        self.asked: list[tuple[str, str, Inputs]] = []

    def template(self, name: str, lang: str, view: Inputs) -> str:
        self.asked.append((name, lang, view))
        return f"{name} in {lang}"

    def body(self, digest: str) -> str:
        return self.bodies.get(digest, "")

    def file(self, path: str, digest: str) -> bytes:
        return self.files[digest]
