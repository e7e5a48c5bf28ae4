"""document-misnamed: a text in a folder of texts whose name keeps it from becoming a page.

What it finds: in `posts/`, `campaigns/`, `experiences/` and `pages/`, a file such as `agua.md.txt` or `agua.docx`.
Why it matters: it becomes no page and stands in no list; a draft could be downloaded by anybody who guesses its name.
What to do: let its name end in `.md`; what a word processor wrote is copied into such a file.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "document-misnamed"
TEXT = """---
title: Agua limpia para todos
date: 2026-03-02 09:00:00 -0300
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
---
El agua llegó al barrio el lunes por la mañana, y los vecinos salieron a la calle a celebrarlo.
"""
EXAMPLE = Example(TEXT, TEXT, "file", "posts/2026-03-02-agua-limpia.md.txt", "posts/2026-03-02-agua-limpia.md")
MESSAGE = translatable(
    "`{name}` becomes no page, only a file that anybody can download: a page has a name that ends in `.md`."
)
RENAME = translatable("Rename it to `{name}`.")
COPY = translatable("Copy its text into a file `{name}`, and delete this one or put it into `documents/`.")
FOLDERS = ("posts/", "campaigns/", "experiences/", "pages/")
PLAIN = (".txt", ".mdown", ".mkd", ".mkdn", ".mdx", ".md~")
WRITTEN = (".doc", ".docx", ".odt", ".rtf", ".pages")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every file of `site` that lies among texts and is called like a text of other programs."""
    for path in site.media:
        if path.lower().endswith((*PLAIN, *WRITTEN)) and path.startswith(FOLDERS):
            name = path.rpartition("/")[2]
            stem = name.rpartition(".")[0]
            wanted = stem if stem.endswith(".md") else f"{stem}.md"
            hint = Text(RENAME if path.lower().endswith(PLAIN) else COPY, {"name": wanted})
            yield Diagnostic(Location(path), NAME, Severity.ERROR, Text(MESSAGE, {"name": name}), hint, path)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", site=find)
