"""A small site as values: documents, pictures, theme and settings, and the files that say it."""

import io
import json
import posixpath
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from PIL import Image

from tests.incremental.builder import REPOSITORY, ROOMS

LANGS = {"es": ("Español", "es_CL"), "en": ("English", "en_US"), "pt": ("Português", "pt_BR")}
TEXT = (
    "agua plaza fuente banco sombra mercado bus radio huerto acta vecina silla pizarra llave puesto árbol noche "
    "paloma teléfono botón termo libro rueda posta cabildo campana puente río calle barrio ñandú “cita” 100% & <b>"
)
WORDS = TEXT.split()
TAGS = ("agua", "barrio", "Ruido", "áreas verdes", "water", "transporte", "saúde", "libros")
COLOURS = ("red", "blue", "green", "ochre", "violet", "teal")
PLAIN = {"date", "updated", "start", "end", "draft", "published", "highlighted"}
TOKEN = re.compile(r"\{\{(doc|pic|file):([^}#|]+)(?:#([^}|]*))?\|([^}]*)\}\}")


@dataclass
class Category:
    """Name, slug and description by language."""

    terms: dict[str, dict[str, str]]


@dataclass
class Doc:
    """A document. `fields` hold what stands in the front matter, but links to other things, which are by key."""

    folder: str
    name: str
    lang: str
    fields: dict[str, Any]
    body: list[str]
    category: str = ""
    campaign: str = ""
    cover: str = ""
    gallery: str = ""
    scheduled: bool = False
    crlf: bool = False
    end: str = "\n"
    # Exactly these bytes, whatever the rest says.
    raw: bytes | None = None

    @property
    def path(self) -> str:
        """Below the content folder."""
        return f"{self.folder}/{self.name}"

    @property
    def kind(self) -> str:
        """post, campaign, experience or page."""
        return self.folder.partition("/")[0][:-1]

    @property
    def stem(self) -> str:
        """The name without ending and language."""
        return re.sub(r"(\.(es|en|pt))?\.(md|markdown)$", "", self.name)

    @property
    def suffixed(self) -> bool:
        """Whether its name says its language."""
        return bool(re.search(r"\.(es|en|pt)\.(md|markdown)$", self.name))

    @property
    def visible(self) -> bool:
        """Whether it can be linked to, whatever the clock says."""
        return not (self.scheduled or self.fields.get("draft") or self.fields.get("published") == "false" or self.raw)


@dataclass
class Model:
    """The whole project, but for the code that builds it. `number` makes names that never repeat."""

    docs: dict[str, Doc] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    taxonomy: bool = True
    settings: dict[str, Any] = field(default_factory=dict)
    filter_body: str = ""
    filter_module: str = ""
    theme: dict[str, bytes] = field(default_factory=dict)
    overrides: dict[str, bytes] = field(default_factory=dict)
    baseline: bytes | None = None
    langs: list[str] = field(default_factory=lambda: list(LANGS))
    epoch: int = 0
    drafts: bool = False
    production: bool = False
    number: int = 0

    def copy(self) -> "Model":
        """One that can be changed alone."""
        return deepcopy(self)

    def next(self) -> int:
        """A number that was not used before."""
        self.number += 1
        return self.number

    def of(self, *kinds: str) -> list[str]:
        """Keys of documents of these types, or of all, that are no mistake."""
        return [key for key, doc in self.docs.items() if (not kinds or doc.kind in kinds) and doc.raw is None]

    @property
    def pictures(self) -> list[str]:
        """Paths of pictures."""
        return [path for path in self.files if path.endswith((".png", ".jpg"))]

    def used(self, path: str) -> Iterator[str]:
        """Keys of documents that show or link the file `path`."""
        for key, doc in self.docs.items():
            if path in (doc.cover, doc.gallery) or any(f":{path}|" in part for part in doc.body):
                yield key

    def render(self) -> dict[str, bytes]:
        """Every file of the project."""
        found = {f"content/{path}": content for path, content in self.files.items()}
        found |= {f"content/{d.path}": self.text(d) for d in self.docs.values() if d.raw or d.lang in self.langs}
        if self.taxonomy and self.categories:
            found["content/data/taxonomy.yaml"] = self._taxonomy()
        if self.baseline is not None:
            found["content/.baseline.json"] = self.baseline
        found |= {f"theme/{path}": content for path, content in self.theme.items()}
        found |= {f"overrides/{path}": content for path, content in self.overrides.items()}
        found["pelicanconf.py"] = self._settings()
        found["site_filters.py"] = f"def said(text):\n    {self.filter_module}\n".encode()
        found["publishconf.py"] = (REPOSITORY / "publishconf.py").read_bytes()
        return found

    def _taxonomy(self) -> bytes:
        lines = [
            {lang: term for lang, term in category.terms.items() if lang in self.langs}
            for category in self.categories.values()
        ]
        return ("categories:\n" + "".join(f"  - {json.dumps(one, ensure_ascii=False)}\n" for one in lines)).encode()

    def _settings(self) -> bytes:
        lines = ["from site_filters import said", ""]
        settings = {**self.settings, "LANGUAGES": {lang: LANGS[lang] for lang in self.langs}}
        lines += [f"{name} = {value!r}" for name, value in settings.items()]
        lines += ["", "", "def marked(text):", f"    {self.filter_body}", "", ""]
        lines += ['JINJA_FILTERS = {"marked": marked, "said": said}', ""]
        return "\n".join(lines).encode()

    def text(self, doc: Doc) -> bytes:
        """The bytes of a document's file."""
        if doc.raw is not None:
            return doc.raw
        fields = {"layout": doc.kind, **doc.fields}
        if doc.category:
            category = self.categories.get(doc.category)
            term = category.terms.get(doc.lang) if category else None
            fields["categories"] = [term["name"] if term else doc.category]
        if doc.campaign in self.docs:
            fields["campaign"] = self.docs[doc.campaign].stem
        if doc.cover in self.files:
            fields["single_image"] = [_picture(doc, doc.cover)]
        if doc.gallery in self.files:
            fields["gallery"] = [_picture(doc, doc.gallery)]
        lines = ["---", *(f"{name}: {_value(name, value)}" for name, value in fields.items()), "---", ""]
        body = "\n\n".join(TOKEN.sub(lambda found: self._link(doc, *found.groups()), part) for part in doc.body)
        text = "\n".join(lines) + body + doc.end
        return text.replace("\n", "\r\n" if doc.crlf else "\n").encode()

    def _link(self, doc: Doc, kind: str, name: str, part: str | None, words: str) -> str:
        if kind == "doc":
            target = self.docs.get(name)
            if not target or not target.visible or target.lang not in self.langs:
                return words
            anchor = f"#{part}" if part and any(f"## {part.capitalize()}" in one for one in target.body) else ""
            return f"[{words}]({posixpath.relpath(target.path, doc.folder)}{anchor})"
        if name not in self.files:
            return words
        address = posixpath.relpath(name, doc.folder)
        return f'![{words}]({address} "Lo que se ve.")' if kind == "pic" else f"[{words}](/{name})"


def _value(name: str, value: Any) -> str:
    return str(value) if name in PLAIN else json.dumps(value, ensure_ascii=False)


def _picture(doc: Doc, path: str) -> dict[str, str]:
    return {"img": posixpath.relpath(path, doc.folder), "alt": f"Imagen {path[-6:]}", "caption": "Junto al río."}


@cache
def _theme() -> dict[str, bytes]:
    folder = REPOSITORY / "theme"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def picture(r: Random, kind: str, size: tuple[int, int] | None = None) -> bytes:
    """A small picture of one colour with a dot."""
    size = size or (r.choice((8, 12, 40)), r.choice((6, 9, 30)))
    image = Image.new("RGB", size, (r.randrange(256), r.randrange(256), r.randrange(256)))
    image.putpixel((r.randrange(size[0]), r.randrange(size[1])), (255, 255, 255))
    file = io.BytesIO()
    image.save(file, "PNG" if kind == "png" else "JPEG")
    return file.getvalue()


def words(r: Random, count: int) -> str:
    """Some words."""
    return " ".join(r.choice(WORDS[:-3]) for _ in range(count))


def sentence(r: Random, count: int = 9) -> str:
    """A sentence, at times with a sign that must be escaped."""
    return f"{words(r, count).capitalize()} {r.choice(WORDS[-5:])}."


def day(r: Random, years: tuple[int, ...] = (2024, 2025)) -> str:
    """A moment in the past, with and without a time and zone."""
    text = f"{r.choice(years)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}"
    return text + r.choice(("", " 10:00", f" {r.randint(0, 23):02}:30:00 -0300"))


def new_doc(m: Model, r: Random, kind: str, lang: str) -> Doc:
    """A document of its own, that links to others."""
    number = m.next()
    dated = f"{r.choice((2024, 2025))}-{r.randint(1, 12):02}-{r.randint(1, 28):02}"
    name = {"post": f"{dated}-nota-{number}", "experience": f"2019-huerto-{number}", "campaign": f"2026-tema-{number}"}
    suffix = f".{lang}" if lang != "es" and r.random() < 0.5 else ""
    doc = Doc(f"{kind}s", f"{name.get(kind, f'hoja-{number}')}{suffix}.md", lang, {"title": words(r, 4)}, [])
    if lang != "es" and not suffix:
        doc.fields["lang"] = lang
    if kind == "post":
        doc.fields |= {"date": day(r), "intro": sentence(r), "tags": r.sample(TAGS, r.randint(0, 3))}
        doc.category = r.choice(list(m.categories))
    elif kind == "experience":
        doc.fields |= {"date": r.choice(("2012-03", "2019", "2021-05-10")), "entity": words(r, 2), "country": "Chile"}
        doc.fields |= {"topics": r.sample(("Salud", "Medios", "Participación"), 2), "intro": sentence(r)}
    elif kind == "campaign":
        doc.fields |= {"start": "2026-01-10", "status": "active", "colour": r.choice(COLOURS), "intro": sentence(r)}
        doc.fields |= {"hashtag": f"#Tema{number}"}
        doc.fields["figures"] = [{"number": "1.840", "unit": "firmas", "date": "2026-02", "source": "Recuento"}]
    if kind in ("post", "experience") and r.random() < 0.4:
        doc.campaign = r.choice([*m.of("campaign"), ""])
    if m.pictures and r.random() < 0.4:
        doc.cover = r.choice(m.pictures)
    doc.body = [part(m, r) for _ in range(r.randint(1, 3))]
    return doc


def part(m: Model, r: Random) -> str:
    """A part of a body: a paragraph, a heading, a footnote, a table, a link, a picture."""
    number = m.next()
    visible = [key for key in m.of() if m.docs[key].visible]
    made = r.randrange(8)
    if made == 0:
        return f"## Parte\n\n{sentence(r)}"
    if made == 1:
        return f"{sentence(r)[:-1]}[^{number}]\n\n[^{number}]: {sentence(r)}"
    if made == 2:
        return f"| Pieza | Precio |\n|---|---:|\n| {r.choice(WORDS[:9])} | {number} |"
    if made in (3, 4) and visible:
        return f"{sentence(r)} {{{{doc:{r.choice(visible)}{r.choice(('', '#parte'))}|{words(r, 2)}}}}}"
    if made == 5 and m.pictures:
        return f"{{{{pic:{r.choice(m.pictures)}|{words(r, 3)}}}}}"
    if made == 6 and "documents/acta.pdf" in m.files:
        return f"{sentence(r)} {{{{file:documents/acta.pdf|el acta}}}}"
    return f"{sentence(r)} «{words(r, 2)}» -- *{words(r, 2)}*"


def translation(m: Model, r: Random, key: str, lang: str) -> Doc:
    """A translation of a document: by the suffix of its name, or by `ref`."""
    doc = deepcopy(m.docs[key])
    doc.fields["title"] = words(r, 4)
    for name in ("permalink", "redirect_from", "slug"):
        doc.fields.pop(name, None)
    doc.lang, number = lang, m.next()
    doc.fields["slug"] = f"nota-{lang}-{number}"
    if "ref" in doc.fields or m.docs[key].suffixed:
        m.docs[key].fields.setdefault("ref", f"grupo-{number}")
        doc.fields |= {"ref": m.docs[key].fields["ref"], "lang": lang}
        doc.name = f"2025-01-02-otra-{number}.md"
    else:
        doc.fields.pop("lang", None)
        doc.name = f"{doc.stem}.{lang}.md"
    return doc


def group_langs(m: Model, key: str) -> set[str]:
    """The languages in which there is a document or translations of it."""
    doc = m.docs[key]
    group = doc.fields.get("ref") or doc.stem
    return {o.lang for o in m.docs.values() if o.kind == doc.kind and (o.fields.get("ref") or o.stem) == group}


def new_model(r: Random, epoch: int, posts: int = 16) -> Model:
    """A site of about `posts` and half as many posts in three languages, and one or two of everything else."""
    m = Model(theme=dict(_theme()), epoch=epoch)
    m.settings = {
        "PATH": "content",
        "OUTPUT_PATH": "output",
        "THEME": "theme",
        "THEME_TEMPLATES_OVERRIDES": [],
        "SITENAME": "La Plaza",
        "SITEURL": r.choice(("https://example.org", "https://example.org/sub")),
        "TIMEZONE": "America/Santiago",
        "DEFAULT_LANG": "es",
        "TAGLINES": {"es": "Lo que se dice.", "en": "What is said.", "pt": "O que se diz."},
        "PROFILES": {"Mastodon": "https://mastodon.example/@laplaza"},
        "SHARE_NETWORKS": ["x", "whatsapp", "email"],
        "DEFAULT_PAGINATION": 6,
        "FEED_MAX_ITEMS": 8,
        "PLUGINS": list(ROOMS),
    }
    m.filter_body = "return f'{text}!'"
    m.filter_module = "return f'{text}?'"
    base = m.theme["templates/base.html"].decode()
    mark = '<footer class="colophon">'
    assert mark in base
    line = "{{ frame.sitename|marked|said }}"
    m.theme["templates/base.html"] = base.replace(mark, f"{mark}\n<p>{line}</p>").encode()
    for number in range(4):
        names = {lang: f"{word} {number}" for lang, word in (("es", "Crónicas"), ("en", "Reports"), ("pt", "Notícias"))}
        m.categories[f"c{number}"] = Category(
            {lang: {"name": name, "slug": f"tema-{number}", "description": words(r, 3)} for lang, name in names.items()}
        )
    for number, kind in enumerate(("png", "png", "jpg", "jpg", "png")):
        m.files[f"images/foto-{number}.{kind}"] = picture(r, kind)
    m.files["documents/acta.pdf"] = b"%PDF-1.4\n" + words(r, 40).encode()
    for kind, count in (("campaign", 2), ("page", 3), ("experience", 2), ("post", posts)):
        for number in range(count):
            lang = "es" if kind != "post" or number % 4 else r.choice(("en", "pt"))
            m.docs[f"{kind}{number}"] = new_doc(m, r, kind, lang)
    for number in range(posts // 2):
        key = r.choice(m.of("post", "page", "campaign"))
        free = sorted(set(LANGS) - group_langs(m, key))
        if free:
            m.docs[f"other{number}"] = translation(m, r, key, r.choice(free))
    chosen = r.sample(m.of("post"), 5)
    m.docs[chosen[0]].fields["draft"] = "true"
    schedule(m.docs[chosen[1]], r, epoch)
    m.docs[chosen[2]].fields["redirect_from"] = [f"/viejo/{m.next()}/", f"/v{m.next()}.html"]
    m.docs[chosen[3]].fields["share_message"] = "Agua y bus"
    m.docs[chosen[4]].fields["highlighted"] = "true"
    return m


def schedule(doc: Doc, r: Random, epoch: int) -> None:
    """Let it wait for a day of 2026 after the tests' today."""
    doc.scheduled = True
    doc.fields["date"] = f"2026-{r.randint(4, 6):02}-{r.randint(1, 28):02} 10:00:00 -0400"
    doc.fields.pop("draft", None)
