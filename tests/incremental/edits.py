"""Random edits of a small project; after each the incremental build must equal a clean one, byte for byte.

    python -m tests.incremental.edits --seeds 1..20 --steps 60 [--processes 2] [--real] [--only KIND] [--keep DIR]

Each seed is a project and a sequence of edits; the same seed is the same sequence. What differs is printed with its
seed, step and kind, and its folder is kept. `--real` starts `tasks.py build` anew for the incremental builds.
"""

import argparse
import os
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from tests.incremental import builder
from tests.incremental.builder import TODAY, Builder, Job, Result
from tests.incremental.model import (
    COLOURS,
    LANGS,
    TAGS,
    Doc,
    Model,
    day,
    group_langs,
    new_doc,
    new_model,
    part,
    picture,
    schedule,
    sentence,
    translation,
    words,
)
from tests.incremental.project import WAYS, Project
from tests.incremental.trees import difference, files_of, touches, tree_of

# An edit changes the model and says what it did; None where it does not apply.
Edit = Callable[[Model, Random], str | None]
# One that changes what is on disk besides the project's own files.
Deed = Callable[["Walk", Random], str | None]
EDITS: dict[str, Edit] = {}
MISTAKES: dict[str, Edit] = {}
DEEDS: dict[str, Deed] = {}
LATER = 86400 * 45


def edit(body: Edit) -> Edit:
    EDITS[body.__name__] = body
    return body


def mistake(body: Edit) -> Edit:
    MISTAKES[body.__name__] = body
    return body


def deed(body: Deed) -> Deed:
    DEEDS[body.__name__] = body
    return body


def _one(m: Model, r: Random, *kinds: str) -> tuple[str, Doc] | tuple[None, None]:
    keys = m.of(*kinds)
    if not keys:
        return None, None
    key = r.choice(keys)
    return key, m.docs[key]


# Documents


@edit
def body(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if not doc:
        return None
    made = r.randrange(3)
    if made == 0 and len(doc.body) > 1:
        doc.body.pop(r.randrange(len(doc.body)))
    elif made == 1 and doc.body:
        doc.body[r.randrange(len(doc.body))] = part(m, r)
    else:
        doc.body.insert(r.randrange(len(doc.body) + 1), part(m, r))
    return doc.path


@edit
def same_size(m: Model, r: Random) -> str | None:
    """As many bytes as before, in a title or body."""
    _, doc = _one(m, r)
    if not doc:
        return None
    if r.random() < 0.5 or not doc.body or "doc:" in doc.body[0]:
        doc.fields["title"] = _turned(str(doc.fields["title"]))
    else:
        doc.body[0] = _turned(doc.body[0]) if "{{" not in doc.body[0] else doc.body[0]
    return doc.path


def _turned(text: str) -> str:
    """The text with its first small ASCII letter exchanged for the next."""
    return re.sub(r"(?<![^ ])[a-y]", lambda found: chr(ord(found[0]) + 1), text, count=1)


@edit
def title(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        doc.fields["title"] = words(r, r.randint(2, 14))[:90].strip()
    return doc and doc.path


@edit
def page_title(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "page")
    if doc:
        doc.fields["title"] = words(r, 3)
    return doc and doc.path


@edit
def intro(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        doc.fields["intro"] = sentence(r)
    return doc and doc.path


@edit
def tags(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "post")
    if doc:
        doc.fields["tags"] = r.sample(TAGS, r.randint(0, 4))
    return doc and doc.path


@edit
def category(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "post")
    if doc:
        doc.category = r.choice(list(m.categories))
    return doc and doc.path


@edit
def date(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "post", "experience")
    if not doc or doc.scheduled:
        return None
    doc.fields["date"] = day(r, (2023, 2024, 2025)) if doc.kind == "post" else r.choice(("2011", "2014-07", "2020-2-3"))
    return doc.path


@edit
def updated(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        _turn(doc, "updated", day(r, (2025,)), r)
    return doc and doc.path


def _turn(doc: Doc, name: str, value: object, r: Random) -> None:
    """Set a field, or take it away when it is there."""
    if name in doc.fields and r.random() < 0.5:
        del doc.fields[name]
    else:
        doc.fields[name] = value


@edit
def slug(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        _turn(doc, "slug", f"trozo-{m.next()}", r)
    return doc and doc.path


@edit
def permalink(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    number = m.next()
    if doc:
        _turn(doc, "permalink", r.choice((f"/corto-{number}/", f"/a/b-{number}.html", f"/posts/c-{number}/")), r)
    return doc and doc.path


@edit
def redirect(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if not doc:
        return None
    former = doc.fields.setdefault("redirect_from", [])
    if former and r.random() < 0.5:
        former.pop()
    else:
        former.append(r.choice((f"/viejo/{m.next()}/", f"/v{m.next()}.html", f"/posts/antes-{m.next()}/")))
    if not former:
        del doc.fields["redirect_from"]
    return doc.path


@edit
def moved_address(m: Model, r: Random) -> str | None:
    """A document goes to a new address, and the former one becomes a redirect to it."""
    there = [doc for doc in m.docs.values() if "permalink" in doc.fields]
    if not there:
        return None
    doc = r.choice(there)
    former = doc.fields["permalink"]
    doc.fields["permalink"] = f"/nuevo-{m.next()}/"
    doc.fields.setdefault("redirect_from", []).append(former)
    return doc.path


@edit
def language(m: Model, r: Random) -> str | None:
    key, doc = _one(m, r)
    if not doc or not key or doc.suffixed:
        return None
    free = sorted({*m.langs} - group_langs(m, key))
    if not free:
        return None
    doc.lang = r.choice(free)
    doc.fields["lang"] = doc.lang
    return doc.path


@edit
def rename(m: Model, r: Random) -> str | None:
    """The file's name says its slug, and with a suffix its language."""
    key, doc = _one(m, r)
    if not doc or not key:
        return None
    former, number = doc.path, m.next()
    start = {"post": r.choice(("", "2024-05-06-")), "campaign": "2026-", "experience": "2019-"}.get(doc.kind, "")
    ending = f".{doc.lang}.md" if doc.suffixed else r.choice((".md", ".markdown"))
    doc.name = f"{start}renombrada-{number}{ending}"
    return f"{former} -> {doc.path}"


@edit
def becomes_translation(m: Model, r: Random) -> str | None:
    """A document gets the name of another one with the suffix of its own language."""
    key, doc = _one(m, r, "post")
    other_key, other = _one(m, r, "post")
    if not doc or not other or not key or not other_key or key == other_key:
        return None
    if doc.lang in group_langs(m, other_key) or doc.lang == "es" or "ref" in other.fields:
        return None
    former = doc.path
    doc.fields.pop("lang", None)
    doc.fields.pop("ref", None)
    doc.fields["slug"] = f"trad-{m.next()}"
    doc.folder, doc.name = other.folder, f"{other.stem}.{doc.lang}.md"
    return f"{former} -> {doc.path}"


@edit
def reference(m: Model, r: Random) -> str | None:
    """`ref` binds and frees translations."""
    _, doc = _one(m, r, "post", "page")
    if doc:
        _turn(doc, "ref", f"grupo-{m.next()}", r)
    return doc and doc.path


@edit
def case_rename(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if not doc or doc.kind == "campaign":
        return None
    former, dot, ending = doc.path, *doc.name.partition(".")[1:]
    doc.name = doc.name.partition(".")[0].swapcase() + dot + ending
    return f"{former} -> {doc.path}"


@edit
def move(m: Model, r: Random) -> str | None:
    """To another folder of its type."""
    _, doc = _one(m, r)
    if not doc:
        return None
    former = doc.path
    root = doc.folder.partition("/")[0]
    doc.folder = r.choice((root, f"{root}/aparte", f"{root}/aparte/más hondo", f"{root}/2025"))
    return f"{former} -> {doc.path}"


@edit
def draft(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if not doc or doc.scheduled:
        return None
    if not doc.visible:
        doc.fields.pop("draft", None)
        doc.fields.pop("published", None)
    else:
        doc.fields |= r.choice(({"draft": "true"}, {"published": "false"}))
    return f"{doc.path} {'appears' if doc.visible else 'hides'}"


@edit
def scheduled(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "post")
    if not doc:
        return None
    if doc.scheduled and r.random() < 0.6:
        doc.scheduled, doc.fields["date"] = False, day(r)
    else:
        schedule(doc, r, TODAY)
    return f"{doc.path} {doc.fields['date']}"


@edit
def clock(m: Model, r: Random) -> str | None:
    """The day of the build, past or before what waits."""
    m.epoch = TODAY if m.epoch != TODAY and r.random() < 0.5 else TODAY + r.choice((1, 60, LATER, LATER * 2))
    return str(m.epoch)


@edit
def highlighted(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "post")
    if doc:
        _turn(doc, "highlighted", "true", r)
    return doc and doc.path


@edit
def campaign(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "post", "experience")
    if doc:
        doc.campaign = r.choice([*m.of("campaign"), ""])
    return doc and doc.path


@edit
def share_message(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        _turn(doc, "share_message", r.choice((words(r, 4), {"x": words(r, 3), "email": words(r, 5)})), r)
    return doc and doc.path


@edit
def authors(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        _turn(doc, "authors", r.sample(("Ana", "Rosa Millán", "Elba <S>"), 2), r)
    return doc and doc.path


@edit
def video(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        _turn(doc, "video", {"url": "https://vimeo.com/76979871", "title": words(r, 2)}, r)
    return doc and doc.path


@edit
def single_image(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if doc:
        doc.cover = r.choice([*m.pictures, ""])
    return doc and doc.path


@edit
def experience_field(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "experience")
    if not doc:
        return None
    name, value = r.choice(
        [
            ("entity", words(r, 2)),
            ("country", r.choice(("Chile", "Perú", "Brasil"))),
            ("topics", r.sample(("Salud", "Medios", "Agua", "Participación"), 2)),
            ("city", words(r, 1)),
            ("rating", {"votes": str(r.randrange(90)), "average": "4.5"}),
            ("problem", sentence(r)),
            ("sources", [{"title": words(r, 2), "url": "https://example.net/actas"}]),
        ]
    )
    doc.fields[name] = value
    if r.random() < 0.4:
        doc.gallery, name = r.choice([*m.pictures, ""]), "gallery"
    return f"{doc.path} {name}"


@edit
def campaign_field(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r, "campaign")
    if not doc:
        return None
    name, value = r.choice(
        [
            ("status", r.choice(("active", "won", "lost", "closed"))),
            ("colour", r.choice(COLOURS)),
            ("end", r.choice(("2026-12", "2026-05-03", "2027"))),
            ("start", r.choice(("2025-11-01", "2026-01-10"))),
            ("hashtag", f"#Otra{r.randrange(9)}"),
            ("goal", sentence(r)),
            ("figures", [{"number": str(r.randrange(99)), "unit": words(r, 1), "source": "Recuento"}]),
        ]
    )
    doc.fields[name] = value
    return f"{doc.path} {name}"


@edit
def added(m: Model, r: Random) -> str | None:
    kind = r.choice(("post", "post", "post", "experience", "page", "campaign"))
    key = f"{kind}-new-{m.next()}"
    m.docs[key] = new_doc(m, r, kind, r.choice(m.langs))
    return m.docs[key].path


@edit
def translated(m: Model, r: Random) -> str | None:
    key, doc = _one(m, r)
    free = sorted({*m.langs} - group_langs(m, key)) if key else []
    if not key or not doc or not free:
        return None
    m.docs[f"other-{m.next()}"] = made = translation(m, r, key, r.choice(free))
    return made.path


@edit
def deleted(m: Model, r: Random) -> str | None:
    key, doc = _one(m, r)
    if not key or not doc or (len(m.of(doc.kind)) < 2 and r.random() < 0.7):
        return None
    del m.docs[key]
    return doc.path


@edit
def exchanged_names(m: Model, r: Random) -> str | None:
    """Two documents of a type change names: both files are there as before."""
    _, one = _one(m, r, "post")
    _, other = _one(m, r, "post")
    if not one or not other or one is other or one.lang != other.lang or one.suffixed or other.suffixed:
        return None
    one.folder, one.name, other.folder, other.name = other.folder, other.name, one.folder, one.name
    return f"{one.path} <-> {other.path}"


@edit
def line_ends(m: Model, r: Random) -> str | None:
    _, doc = _one(m, r)
    if not doc:
        return None
    if r.random() < 0.5:
        doc.crlf = not doc.crlf
    else:
        doc.end = r.choice(("", "\n", "\n\n", "  \n"))
    return doc.path


# Files


@edit
def picture_replaced(m: Model, r: Random) -> str | None:
    if not m.pictures:
        return None
    path = r.choice(m.pictures)
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(m.files[path])) as former:
        size = former.size
    m.files[path] = picture(r, path[-3:], size if r.random() < 0.5 else None)
    return path


@edit
def pictures_exchanged(m: Model, r: Random) -> str | None:
    chosen = [path for path in m.pictures if path.endswith("png")]
    if len(chosen) < 2:
        return None
    one, other = r.sample(chosen, 2)
    m.files[one], m.files[other] = m.files[other], m.files[one]
    return f"{one} <-> {other}"


@edit
def picture_added(m: Model, r: Random) -> str | None:
    kind = r.choice(("png", "jpg"))
    path = r.choice((f"images/foto-{m.next()}.{kind}", f"images/más/foto-{m.next()}.{kind}"))
    m.files[path] = picture(r, kind)
    _, doc = _one(m, r)
    if doc and r.random() < 0.7:
        doc.cover = path
    return path


@edit
def picture_deleted(m: Model, r: Random) -> str | None:
    if len(m.pictures) < 2:
        return None
    path = r.choice(m.pictures)
    del m.files[path]
    return path


@edit
def file_replaced(m: Model, r: Random) -> str | None:
    content = m.files["documents/acta.pdf"]
    m.files["documents/acta.pdf"] = content[:-1] + b"x" if r.random() < 0.5 else content + words(r, 4).encode()
    return "documents/acta.pdf"


@edit
def file_added(m: Model, r: Random) -> str | None:
    path = f"{r.choice(('documents', 'otros', 'data'))}/archivo-{m.next()}.{r.choice(('pdf', 'csv', 'zip'))}"
    m.files[path] = words(r, 5).encode()
    return path


@edit
def taxonomy_edited(m: Model, r: Random) -> str | None:
    term = m.categories[r.choice(list(m.categories))].terms[r.choice(list(LANGS))]
    name = r.choice(("name", "slug", "description"))
    term[name] = f"tema-{m.next()}" if name == "slug" else f"{words(r, 2)} {m.next()}"
    return name


@edit
def taxonomy_order(m: Model, r: Random) -> str | None:
    items = list(m.categories.items())
    r.shuffle(items)
    m.categories = dict(items)
    return "order"


@edit
def taxonomy_removed(m: Model, r: Random) -> str | None:
    m.taxonomy = not m.taxonomy
    return "there" if m.taxonomy else "gone"


# Theme


@edit
def template(m: Model, r: Random) -> str | None:
    name = r.choice(
        ["base.html", *(f"layouts/{one}.html" for one in ("list", "post", "home", "page", "index", "campaign"))]
    )
    path = f"templates/{name}"
    text = m.theme[path].decode()
    mark = "</main>" if name == "base.html" else "{% block content %}\n"
    m.theme[path] = text.replace(mark, f"{mark}<!-- {words(r, 2)} -->", 1).encode()
    return path


@edit
def component(m: Model, r: Random) -> str | None:
    """A macro that lists and front pages call, two templates deep."""
    path = f"templates/components/{r.choice(('cards', 'time', 'media'))}.html"
    m.theme[path], count = re.subn(
        rb'class="(\w[\w-]*)"', rb'class="\1 x' + str(m.next()).encode() + b'"', m.theme[path], count=1
    )
    return path if count else None


@edit
def include(m: Model, r: Random) -> str | None:
    """A new template that another one includes; then its text changes; then it goes."""
    made, user = "templates/components/extra.html", "templates/layouts/post.html"
    call = b'{% include "components/extra.html" %}'
    if made not in m.theme:
        m.theme[made] = f"<p>{words(r, 2)}</p>".encode()
        m.theme[user] = m.theme[user].replace(b"{% block content %}\n", b"{% block content %}\n" + call, 1)
        return "added"
    if r.random() < 0.5:
        m.theme[made] = f"<p>{words(r, 2)}</p>".encode()
        return "changed"
    del m.theme[made]
    m.theme[user] = m.theme[user].replace(call, b"")
    return "removed"


@edit
def include_if_there(m: Model, r: Random) -> str | None:
    """A template that is included only where it exists: what was missing matters too."""
    made, user = "templates/components/maybe.html", "templates/layouts/page.html"
    call = b'{% include "components/maybe.html" ignore missing %}'
    if call not in m.theme[user]:
        m.theme[user] = m.theme[user].replace(b"{% block content %}\n", b"{% block content %}\n" + call, 1)
        return "asked for"
    if made in m.theme:
        del m.theme[made]
        return "gone"
    m.theme[made] = f"<p>{words(r, 2)}</p>".encode()
    return "there"


@edit
def override(m: Model, r: Random) -> str | None:
    """A template that is found before the theme's."""
    m.settings["THEME_TEMPLATES_OVERRIDES"] = ["overrides"]
    name = r.choice(("layouts/page.html", "components/time.html", "layouts/not_found.html"))
    if name in m.overrides and r.random() < 0.6:
        del m.overrides[name]
        return f"{name} gone"
    m.overrides[name] = m.theme[f"templates/{name}"] + f"{{# {m.next()} #}}\n".encode()
    if name.startswith("layouts"):
        mark = b"{% block content %}\n"
        m.overrides[name] = m.overrides[name].replace(mark, mark + words(r, 2).encode(), 1)
    return name


@edit
def style(m: Model, r: Random) -> str | None:
    path = r.choice(
        ["static/css/90-print.css", "static/js/pregon.js", "static/css/95-más.css", "static/icons/pregon.svg"]
    )
    m.theme[path] = m.theme.get(path, b"") + f"/* {m.next()} */ a{{}}\n".encode()
    if path.endswith("svg"):
        m.theme[path] = m.theme[path].replace(b"a{}", b"")
    return path


@edit
def static_file(m: Model, r: Random) -> str | None:
    path = "static/extra/leeme.txt"
    if path in m.theme:
        del m.theme[path]
    else:
        m.theme[path] = words(r, 4).encode()
    return path


@edit
def catalogue(m: Model, r: Random) -> str | None:
    lang = r.choice(m.langs)
    path = f"translations/{lang}/LC_MESSAGES/messages.po"
    msgid = r.choice(('msgid "Sections"', 'msgid "Share"', 'msgid "Follow us"', 'msgid "Table"'))
    line = f'{msgid}\nmsgstr "{words(r, 2)}"'
    m.theme[path], count = re.subn(rf'{msgid}\nmsgstr ".*"'.encode(), line.encode(), m.theme[path], count=1)
    return f"{lang} {msgid}" if count else None


@edit
def address_word(m: Model, r: Random) -> str | None:
    """A word of addresses: many documents move."""
    lang = r.choice(m.langs)
    path = f"translations/{lang}/LC_MESSAGES/messages.po"
    name = r.choice(("posts", "tags", "archive", "page", "categories"))
    head = f'msgctxt "address"\nmsgid "{name}"\nmsgstr '
    line = f'{head}"palabra-{m.next()}"'
    m.theme[path], count = re.subn(rf'{head}".*"'.encode(), line.encode(), m.theme[path], count=1)
    return f"{lang} {name}" if count else None


# Settings


@edit
def setting(m: Model, r: Random) -> str | None:
    name, value = r.choice(
        [
            ("SITENAME", f"La Plaza {m.next()}"),
            ("SITENAME", r.choice(("La Plaza", "La Playa"))),
            ("DEFAULT_PAGINATION", r.choice((2, 3, 6, 50))),
            ("FEED_MAX_ITEMS", r.choice((1, 3, 8, 50))),
            ("TAGLINES", {"es": words(r, 3), "en": words(r, 3)}),
            ("SHARE_NETWORKS", r.sample(["x", "facebook", "whatsapp", "telegram", "email"], r.randint(1, 4))),
            ("SITEURL", r.choice(("https://example.org", "https://example.net", "https://example.org/sub"))),
            ("TIMEZONE", r.choice(("America/Santiago", "UTC", "Asia/Tokyo", "Pacific/Auckland"))),
            ("PROFILES", r.choice(({}, {"Bluesky": "https://bsky.example/x"}, {"Mastodon": "https://m.example/@x"}))),
            ("THEME_STATIC_DIR", r.choice(("theme", "tema"))),
            ("IGNORE_FILES", r.choice(([], ["*.csv"], ["*.zip", "aparte"]))),
            ("DEFAULT_ORPHANS", 3),
        ]
    )
    if m.settings.get(name) == value:
        return None
    m.settings[name] = value
    return f"{name} {value}"


@edit
def plugin(m: Model, r: Random) -> str | None:
    """A room is taken away and comes back."""
    name = r.choice(("plugins.sitemap", "plugins.redirects", "plugins.feeds", "plugins.videos"))
    now: list[str] = m.settings["PLUGINS"]
    m.settings["PLUGINS"] = [one for one in now if one != name] if name in now else [*now, name]
    return f"{name} {'gone' if name in now else 'there'}"


@edit
def languages(m: Model, r: Random) -> str | None:
    """A language less, with its documents; or all of them again."""
    if len(m.langs) < len(LANGS):
        m.langs = list(LANGS)
    else:
        m.langs.remove(r.choice(("en", "pt")))
    return " ".join(m.langs)


@edit
def language_order(m: Model, r: Random) -> str | None:
    r.shuffle(m.langs)
    return " ".join(m.langs)


@edit
def filter_code(m: Model, r: Random) -> str | None:
    """The code of a Jinja filter in the settings file, or in a module that it imports."""
    text = f"return f'{{text}} {r.choice('abcdef')}'"
    if r.random() < 0.5:
        m.filter_body = text
        return "in pelicanconf.py"
    m.filter_module = text
    return "in a module of its own"


@edit
def with_drafts(m: Model, r: Random) -> str | None:
    """`--drafts` is given, or no longer."""
    m.drafts = not m.drafts
    return str(m.drafts)


@edit
def for_production(m: Model, r: Random) -> str | None:
    """`--production` is given, or no longer."""
    m.production = not m.production
    return str(m.production)


# Mistakes: the build fails until the next step takes them back.


def _raw(m: Model, r: Random, change: Callable[[bytes], bytes], *kinds: str) -> str | None:
    _, doc = _one(m, r, *kinds)
    if not doc or doc.lang not in m.langs:
        return None
    doc.raw = change(m.text(doc))
    return doc.path


@mistake
def no_title(m: Model, r: Random) -> str | None:
    return _raw(m, r, lambda text: re.sub(rb"title: .*", b"title: ", text, count=1))


@mistake
def bad_date(m: Model, r: Random) -> str | None:
    return _raw(m, r, lambda text: re.sub(rb"date: .*", b"date: 2025-25-03", text, count=1), "post")


@mistake
def not_utf8(m: Model, r: Random) -> str | None:
    return _raw(m, r, lambda text: text + b"\xff\xfe")


@mistake
def no_front_matter(m: Model, r: Random) -> str | None:
    return _raw(m, r, lambda text: text.replace(b"---", b"", 1))


@mistake
def dead_link(m: Model, r: Random) -> str | None:
    return _raw(m, r, lambda text: text + b"\n\n[nada](no-existe.md)\n")


@mistake
def dead_anchor(m: Model, r: Random) -> str | None:
    key, doc = _one(m, r)
    if not doc or not key or not doc.visible or doc.lang not in m.langs:
        return None
    return _raw(m, r, lambda text: text + f"\n\n[nada](/{doc.path}#no-esta)\n".encode())


@mistake
def target_hidden(m: Model, r: Random) -> str | None:
    """What others link to becomes a draft, and they are not touched."""
    linked = {found for doc in m.docs.values() for one in doc.body for found in re.findall(r"\{\{doc:([^|#}]+)", one)}
    shown = [k for k in sorted(linked & set(m.docs)) if m.docs[k].visible and m.docs[k].lang in m.langs]
    if not shown or m.drafts:
        return None
    doc = m.docs[r.choice(shown)]
    texts = {key: m.text(other) for key, other in m.docs.items()}
    doc.raw = texts[next(k for k, one in m.docs.items() if one is doc)].replace(b"---\n", b"---\ndraft: true\n", 1)
    return doc.path if b"\n" in doc.raw and not doc.crlf else None


@mistake
def target_gone(m: Model, r: Random) -> str | None:
    """What others link to is deleted, and they are not touched."""
    linked = {found for doc in m.docs.values() for one in doc.body for found in re.findall(r"\{\{doc:([^|#}]+)", one)}
    shown = [k for k in sorted(linked & set(m.docs)) if m.docs[k].visible and m.docs[k].lang in m.langs]
    if not shown:
        return None
    for doc in m.docs.values():
        doc.raw = m.text(doc) if doc.lang in m.langs else doc.raw
    return m.docs.pop(r.choice(shown)).path


@mistake
def unknown_category(m: Model, r: Random) -> str | None:
    if not m.taxonomy:
        return None
    return _raw(m, r, lambda text: re.sub(rb"categories: .*", b'categories: ["Ninguna"]', text, count=1), "post")


@mistake
def unknown_campaign(m: Model, r: Random) -> str | None:
    return _raw(m, r, lambda text: text.replace(b"---\n", b"---\ncampaign: no-hay\n", 1), "post")


@mistake
def long_message(m: Model, r: Random) -> str | None:
    return _raw(m, r, lambda text: text.replace(b"---\n", b"---\nshare_message: " + b"hola " * 90 + b"\n", 1))


@mistake
def missing_picture(m: Model, r: Random) -> str | None:
    used = [path for path in m.pictures if any(m.docs[k].lang in m.langs for k in m.used(path))]
    if not used:
        return None
    for doc in m.docs.values():
        doc.raw = m.text(doc) if doc.lang in m.langs else doc.raw
    path = r.choice(used)
    del m.files[path]
    return path


@mistake
def damaged_picture(m: Model, r: Random) -> str | None:
    path = r.choice(m.pictures)
    m.files[path] = b"no picture" if r.random() < 0.5 else m.files[path][:20]
    return path


@mistake
def same_address(m: Model, r: Random) -> str | None:
    _, one = _one(m, r, "post")
    _, other = _one(m, r, "page")
    if not one or not other or not (one.visible and other.visible):
        return None
    one.fields["permalink"] = other.fields["permalink"] = "/uno-solo/"
    return f"{one.path} and {other.path}"


@mistake
def damaged_taxonomy(m: Model, r: Random) -> str | None:
    m.taxonomy = False
    m.files["data/taxonomy.yaml"] = b"categories: [\n"
    return "data/taxonomy.yaml"


@mistake
def damaged_baseline(m: Model, r: Random) -> str | None:
    m.baseline = b"{"
    return ".baseline.json"


@mistake
def broken_template(m: Model, r: Random) -> str | None:
    path = f"templates/layouts/{r.choice(('post', 'list', 'home', 'page', 'not_found'))}.html"
    broken = r.choice((b"{% if %}", b"{{ not_there }}", b"{% include 'gone.html' %}"))
    m.theme[path] = m.theme[path].replace(b"{% block content %}\n", b"{% block content %}\n" + broken, 1)
    return f"{path} {broken.decode()}"


@mistake
def damaged_catalogue(m: Model, r: Random) -> str | None:
    m.theme[f"translations/{m.langs[0]}/LC_MESSAGES/messages.po"] = b"msgid"
    return m.langs[0]


@mistake
def no_catalogue(m: Model, r: Random) -> str | None:
    del m.theme[f"translations/{m.langs[0]}/LC_MESSAGES/messages.po"]
    return m.langs[0]


@mistake
def wrong_setting(m: Model, r: Random) -> str | None:
    name, value = r.choice(
        [("TIMEZONE", "America/Nada"), ("DEFAULT_PAGINATION", 0), ("DEFAULT_LANG", "xx"), ("SITEURL", "nada")]
    )
    m.settings[name] = value
    return name


@mistake
def broken_settings_file(m: Model, r: Random) -> str | None:
    m.filter_body = "return ("
    return "pelicanconf.py"


@mistake
def filter_raises(m: Model, r: Random) -> str | None:
    m.filter_body = "raise ValueError('no')"
    return "pelicanconf.py"


# Deeds


def _outputs(walk: "Walk") -> list[str]:
    return sorted(set(files_of(tree_of(walk.project.output))) - walk.foreign)


@deed
def touch(walk: "Walk", r: Random) -> str | None:
    name = walk.project.some_file(r)
    os.utime(walk.project.folder / name)
    return name


@deed
def touch_all(walk: "Walk", r: Random) -> str | None:
    for name in walk.project.written:
        os.utime(walk.project.folder / name, (1600000000, 1600000000))
    return "every file"


@deed
def nothing(walk: "Walk", r: Random) -> str | None:
    return ""


@deed
def output_deleted(walk: "Walk", r: Random) -> str | None:
    outputs = _outputs(walk)
    for name in (chosen := r.sample(outputs, min(len(outputs), r.randint(1, 3)))):
        (walk.project.output / name).unlink()
    return " ".join(chosen)


@deed
def output_folder_deleted(walk: "Walk", r: Random) -> str | None:
    if walk.foreign:
        return None
    folders = sorted(name for name, thing in tree_of(walk.project.output).items() if thing.kind == "folder")
    chosen = r.choice([*folders, ""])
    shutil.rmtree(walk.project.output / chosen)
    return chosen or "all of it"


@deed
def output_altered(walk: "Walk", r: Random) -> str | None:
    name = r.choice(_outputs(walk))
    path = walk.project.output / name
    content = path.read_bytes()
    made = r.choice(("longer", "same size", "emptied", "cut"))
    changed = {"longer": content + b"x", "same size": content[:-1] + b"\0", "emptied": b"", "cut": content[:-5]}[made]
    path.write_bytes(changed)
    if made != "same size" and r.random() < 0.5:
        os.utime(path, (1500000000, 1500000000))
    return f"{name} {made}"


@deed
def outputs_exchanged(walk: "Walk", r: Random) -> str | None:
    one, other = (walk.project.output / name for name in r.sample(_outputs(walk), 2))
    aside = walk.project.folder / ".aside"
    os.rename(one, aside)
    os.rename(other, one)
    os.rename(aside, other)
    return f"{one.name} <-> {other.name}"


@deed
def output_touched(walk: "Walk", r: Random) -> str | None:
    name = r.choice(_outputs(walk))
    os.utime(walk.project.output / name)
    return name


@deed
def output_linked(walk: "Walk", r: Random) -> str | None:
    """A symlink in the place of a file: to the same bytes, to others, to nothing."""
    name = r.choice(_outputs(walk))
    path = walk.project.output / name
    aside = walk.project.folder / "elsewhere"
    made = r.choice(("same", "other", "nothing"))
    if made == "same":
        os.rename(path, aside)
    else:
        path.unlink()
        aside.write_bytes(b"other")
        if made == "nothing":
            aside.unlink()
    path.symlink_to(aside)
    return f"{name} {made}"


@deed
def output_foldered(walk: "Walk", r: Random) -> str | None:
    """An empty folder in the place of a file."""
    name = r.choice(_outputs(walk))
    (walk.project.output / name).unlink()
    (walk.project.output / name).mkdir()
    return name


@deed
def foreign(walk: "Walk", r: Random) -> str | None:
    """A file of somebody else in the output folder."""
    folders = ["", *sorted(name for name, thing in tree_of(walk.project.output).items() if thing.kind == "folder")]
    number = walk.model.next()
    folder = r.choice([*folders, f"ajena-{number}"])
    name = f"{folder}/ajeno-{number}.txt".lstrip("/")
    (walk.project.output / folder).mkdir(exist_ok=True)
    (walk.project.output / name).write_text("mine")
    walk.foreign.add(name)
    walk.foreign.update(parent.as_posix() for parent in Path(name).parents if parent.as_posix() != ".")
    return name


def _caches(walk: "Walk") -> list[Path]:
    return sorted(path for path in walk.project.cache.rglob("*") if path.is_file() and not path.is_symlink())


@deed
def cache_damaged(walk: "Walk", r: Random) -> str | None:
    files = _caches(walk)
    if not files:
        return None
    path = r.choice(files)
    content = path.read_bytes()
    made = r.choice(("cut", "random", "emptied", "deleted", "zeroes", "wrong kind", "one byte"))
    if made == "cut":
        path.write_bytes(content[: r.randrange(len(content) + 1)])
    elif made == "random":
        at = r.randrange(max(1, len(content)))
        path.write_bytes(content[:at] + r.randbytes(min(200, len(content))) + content[at + 200 :])
    elif made == "one byte" and content:
        at = r.randrange(len(content))
        path.write_bytes(content[:at] + bytes([content[at] ^ 255]) + content[at + 1 :])
    elif made == "emptied":
        path.write_bytes(b"")
    elif made == "zeroes":
        path.write_bytes(bytes(len(content)))
    elif made == "wrong kind":
        path.write_bytes(b'{"version": 1}')
    else:
        path.unlink()
    return f"{path.name} {made}"


@deed
def code_changed(walk: "Walk", r: Random) -> str | None:
    """A renderer says one line more: the same inputs make other bytes."""
    path = walk.project.folder / "plugins/sitemap/robots.py"
    text = path.read_text("utf-8")
    mark = 'lines = ["User-agent: *", '
    assert mark in text
    path.write_text(text.replace(mark, f'{mark}"# {words(r, 1)}", '), "utf-8")
    walk.restart()
    return "plugins/sitemap/robots.py"


@deed
def cache_deleted(walk: "Walk", r: Random) -> str | None:
    shutil.rmtree(walk.project.cache)
    return "all of it"


@deed
def cache_older(walk: "Walk", r: Random) -> str | None:
    """The cache, or one file of it, as it was some steps ago."""
    copies = sorted(walk.copies.iterdir()) if walk.copies.exists() else []
    if not copies:
        return None
    copy = r.choice(copies)
    if r.random() < 0.5:
        shutil.rmtree(walk.project.cache, ignore_errors=True)
        shutil.copytree(copy, walk.project.cache)
        return f"all of it, {copy.name}"
    files = sorted(path for path in copy.rglob("*") if path.is_file())
    if not files:
        return None
    path = r.choice(files)
    target = walk.project.cache / path.relative_to(copy)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, target)
    return f"{path.name}, {copy.name}"


@deed
def cache_of_another(walk: "Walk", r: Random) -> str | None:
    """The cache that the clean build of this step made for its own folder."""
    if not walk.clean_cache.exists():
        return None
    own = [path for path in walk.project.cache.iterdir() if path.is_dir()] if walk.project.cache.exists() else []
    others = [path for path in walk.clean_cache.iterdir() if path.is_dir()]
    if len(own) != 1 or len(others) != 1:
        return None
    shutil.rmtree(own[0])
    shutil.copytree(others[0], own[0])
    return "of the clean build"


@deed
def cache_litter(walk: "Walk", r: Random) -> str | None:
    """What a killed database or build leaves beside its files."""
    files = _caches(walk)
    if not files:
        return None
    path = r.choice(files)
    ending = r.choice(("-journal", "-wal", "-shm", ".new", ".lock"))
    beside = path.with_name(path.name + ending)
    if beside.exists():
        return None
    beside.write_bytes(r.randbytes(r.choice((0, 40, 5000))))
    return beside.name


@deed
def strict(walk: "Walk", r: Random) -> str | None:
    """`--strict` for this step: warnings, when there are any, make it fail."""
    walk.strict = True
    return ""


@deed
def former_state(walk: "Walk", r: Random) -> str | None:
    """The whole project as it was some steps ago, with new times or those of then."""
    if len(walk.history) < 2:
        return None
    ago = r.randint(2, min(6, len(walk.history)))
    number = walk.model.number
    walk.model = walk.history[-ago].copy()
    walk.model.number = number
    walk.way = r.choice((*WAYS, "recorded-time", "recorded-time", "recorded-time"))
    return f"{ago - 1} steps back, {walk.way}"


@deed
def baseline(walk: "Walk", r: Random) -> str | None:
    """The debts of today are recorded, and with them a new one; or the list goes, and what was on it is paid."""
    if walk.model.baseline is not None:
        walk.model.baseline = None
        for doc in walk.model.docs.values():
            doc.raw = None
        return "paid"
    chosen = [MISTAKES[name] for name in ("no_title", "unknown_campaign", "dead_link", "long_message")]
    said = r.choice(chosen)(walk.model, r)
    walk.project.sync(walk.model)
    result = builder.build_baseline(walk.project.folder, walk.model.epoch)
    if result.status:
        raise Different(f"check --baseline: {result.said}")
    walk.model.baseline = (walk.project.folder / "content" / ".baseline.json").read_bytes()
    return f"recorded with {said}"


# Edits that today's builds are known to get wrong; a test of their own waits for each. `--all` lets them in.
RARE = {
    "for_production": 0.4,
    "languages": 0.5,
    "plugin": 0.5,
    "language_order": 0.4,
    "touch_all": 0.5,
    "nothing": 0.3,
    "code_changed": 0.4,
}
OFTEN = {"body": 2.0, "title": 2.0, "same_size": 3.0, "deleted": 2.0, "added": 2.0, "draft": 2.0, "former_state": 4.0}


class Different(AssertionError):
    """An incremental build that is not like a clean one; the text says how."""


@dataclass
class Walk:
    """One project on its way through edits. `seed` decides all of them."""

    seed: int
    folder: Path
    posts: int = 16
    real: bool = False
    only: str = ""
    step: int = 0
    kind: str = ""
    way: str = "write"
    strict: bool = False
    foreign: set[str] = field(default_factory=set)
    history: list[Model] = field(default_factory=list)
    spoilt: list[str] = field(default_factory=list)
    seconds: Counter[str] = field(default_factory=Counter)
    done: list[str] = field(default_factory=list)
    repairing: bool = False

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.model = new_model(self.random, TODAY, self.posts)
        self.project = Project(self.folder / "project", self.model.copy())
        self.copies = self.folder / "copies"
        self.clean_cache = self.folder / "clean" / ".pregon-cache"
        self.start()

    def start(self) -> None:
        """Two processes that have the code: the order of sets is another one in each, and must not matter."""
        self.incremental = Builder(self.project.folder, 1 + self.seed % 1000)
        self.clean = Builder(self.project.folder, 2000 + self.seed % 1000)

    def close(self) -> None:
        """End the processes."""
        self.incremental.close()
        self.clean.close()

    def restart(self) -> None:
        """Take in code that changed."""
        self.close()
        self.start()

    def run(self, steps: int) -> None:
        """A first build, then `steps` edits.

        Raises:
            Different: an incremental build is not like a clean one.
        """
        try:
            self.compare()
            self.remember()
            for self.step in range(1, steps + 1):
                self.walk()
        except Different as found:
            tail = "\n".join(f"    {line}" for line in self.done[-8:])
            words = f"seed {self.seed}, step {self.step}, {self.kind}:\n{found}\n  the last edits:\n{tail}"
            raise Different(f"{words}\n  kept in {self.folder}") from None
        finally:
            self.close()

    def walk(self) -> None:
        """One edit, or a mistake and its repair."""
        r = self.random
        self.strict, self.way = False, r.choice(WAYS)
        before = self.model.copy()
        deeds = [name for name in self._names() if name in DEEDS]
        chance = r.random()
        said = None
        while said is None:
            self.model, self.strict = before.copy(), False
            self.kind = self._chosen(chance, deeds)
            said = self._done()
        self.done.append(f"{self.step:>4} {self.kind}: {said} ({self.way})")
        self.project.sync(self.model.copy(), self.way)
        status = self.compare()
        if self.kind in MISTAKES and not status:
            self.spoilt.append(f"{self.kind} was no mistake")
        if status and not self.strict:
            if self.kind not in MISTAKES:
                self.spoilt.append(f"{self.kind}: {said}")
            number = self.model.number
            self.model = before
            self.model.number = number
            way = r.choice((*WAYS, "recorded-time"))
            self.done.append(f"{self.step:>4} repaired ({way})")
            self.project.sync(self.model.copy(), way)
            self.compare()
        self.remember()

    def _names(self) -> list[str]:
        every = (*EDITS, *MISTAKES, *DEEDS)
        if self.only:
            return [name for name in every if name in self.only.split(",")]
        return every

    def _chosen(self, chance: float, deeds: list[str]) -> str:
        names = self._names()
        groups = [[n for n in names if n in EDITS], deeds, [n for n in names if n in MISTAKES]]
        wanted = groups[0 if chance < 0.58 else 1 if chance < 0.87 else 2] or names
        weights = [RARE.get(name, OFTEN.get(name, 1.0)) for name in wanted]
        return self.random.choices(wanted, weights)[0]

    def _done(self) -> str | None:
        if self.kind in DEEDS:
            return DEEDS[self.kind](self, self.random)
        return (EDITS | MISTAKES)[self.kind](self.model, self.random)

    def remember(self) -> None:
        """Keep the state of the project, and at times of the cache, for edits that bring it back."""
        self.history = [*self.history[-8:], self.model.copy()]
        self.project.record_times()
        if self.project.cache.exists() and self.random.random() < 0.25:
            shutil.copytree(self.project.cache, self.copies / f"step-{self.step:04}", dirs_exist_ok=True)

    def compare(self) -> int:
        """Build both ways and hold them against each other; the exit status of both."""
        r, output = self.random, self.project.output
        fresh = self.folder / "clean"
        shutil.rmtree(fresh, ignore_errors=True)
        former = tree_of(output)
        how = r.choice(("build", "build", "run"))
        job = Job(how, None, self.model.drafts, self.strict, self.model.production, self.model.epoch)
        wanted = Job("run", str(fresh / "site"), job.drafts, job.strict, job.production, job.epoch, own_bytecode=True)
        self.clean.begin(wanted)
        found = builder.build(self.project.folder, job) if self.real else self.incremental.build(job)
        clean = self.clean.end()[0]
        self.seconds["incremental"] += found.seconds
        self.seconds["clean"] += clean.seconds
        self.seconds["builds"] += 1
        self._same_words(found, clean)
        if clean.status:
            self._untouched(former, tree_of(output), "a build that fails changes nothing")
            if files_of(tree_of(fresh / "site")):
                raise Different("a clean build that fails published something")
        else:
            self.foreign &= set(former) | self.foreign
            differs = difference(tree_of(output, self._foreign()), tree_of(fresh / "site"))
            if differs:
                raise Different(f"{differs}\n  incremental said:\n{found.said}")
            if r.random() < 0.3:
                self._again(job)
        if not job.drafts and not job.production and not job.strict and r.random() < 0.4:
            self._checked(job, clean)
        return clean.status

    def _foreign(self) -> set[str]:
        """Names in the output that are not ours; a folder is when it holds nothing but what is not ours."""
        names = set(tree_of(self.project.output))
        files = {name for name in self.foreign if (self.project.output / name).is_file()}
        return {n for n in names if n in files or (n in self.foreign and self._only_foreign(n, names, files))}

    def _only_foreign(self, folder: str, names: set[str], files: set[str]) -> bool:
        held = [n for n in names if n.startswith(f"{folder}/") and (self.project.output / n).is_file()]
        return all(name in files for name in held) and bool(held)

    def _same_words(self, found: Result, clean: Result) -> None:
        for name, one in (("incremental", found), ("clean", clean)):
            if "Traceback" in one.stderr or one.status not in (0, 1, 2):
                raise Different(f"the {name} build broke down:\n{one.said}")
        if found.status != clean.status:
            raise Different(f"incremental:\n{found.said}\nclean:\n{clean.said}")
        if found.findings is not None and clean.findings is not None and found.findings != clean.findings:
            lines = "\n".join(sorted({*found.findings} ^ {*clean.findings})) or "another order"
            raise Different(f"the findings differ:\n{lines}")

    def _untouched(self, former: dict, now: dict, sentence: str) -> None:
        differs = difference(now, former, ("after", "before"))
        if differs:
            raise Different(f"{sentence}:\n{differs}")

    def _again(self, job: Job) -> None:
        before = touches(self.project.output)
        again = builder.build(self.project.folder, job) if self.real else self.incremental.build(job)
        count = len(files_of(tree_of(self.project.output, self._foreign())))
        if again.status or again.counts != (0, count, 0):
            raise Different(f"the same again should keep {count} and write nothing:\n{again.said}")
        after = touches(self.project.output)
        if after != before:
            raise Different(f"the same again touched {sorted(n for n in after if after[n] != before.get(n))}")

    def _checked(self, job: Job, clean: Result) -> None:
        checked = self.incremental.build(Job("check", epoch=job.epoch))
        if clean.findings is not None and checked.findings != clean.findings:
            raise Different(f"check finds {checked.findings}, a clean build {clean.findings}\n{checked.said}")


def one_walk(seed: int, steps: int, folder: Path, posts: int, real: bool, only: str) -> tuple[str, list[str], str]:
    """Run a seed; what differed, which edits were spoilt, how long it took."""
    walk = Walk(seed, folder / f"seed-{seed}", posts, real, only)
    began = time.perf_counter()
    error = ""
    try:
        walk.run(steps)
        shutil.rmtree(walk.folder)
    except Different as found:
        error = str(found)
    mean = {name: walk.seconds[name] / max(1, walk.seconds["builds"]) for name in ("incremental", "clean")}
    times = f"{time.perf_counter() - began:.1f} s, mean " + ", ".join(f"{n} {s:.2f} s" for n, s in mean.items())
    return error, walk.spoilt, f"seed {seed}: {walk.step} steps, {len(walk.spoilt)} spoilt, {times}"


def main(arguments: list[str]) -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="1..4", help="A..B")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--posts", type=int, default=16)
    parser.add_argument("--real", action="store_true", help="incremental builds by `tasks.py build`")
    parser.add_argument("--only", default="", help="kinds of edits, by comma")
    parser.add_argument("--keep", default="", help="the folder of the projects")
    chosen = parser.parse_args(arguments)
    first, _, last = chosen.seeds.partition("..")
    seeds = range(int(first), int(last or first) + 1)
    folder = Path(chosen.keep or mkdtemp(prefix="pregon-edits-")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with ProcessPoolExecutor(chosen.processes) as pool:
        jobs = [
            pool.submit(one_walk, seed, chosen.steps, folder, chosen.posts, chosen.real, chosen.only) for seed in seeds
        ]
        for job in jobs:
            error, spoilt, said = job.result()
            print(said, flush=True)
            for line in spoilt:
                print(f"    spoilt: {line}")
            if error:
                failed += 1
                print(error, flush=True)
    print(f"{len(seeds)} seeds, {failed} with differences{f'; {folder}' if failed else ''}")
    if not failed:
        folder.rmdir()
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
