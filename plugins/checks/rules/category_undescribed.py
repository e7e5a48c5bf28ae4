"""category-undescribed: a category that does not say what it is about.

What it finds: in `data/taxonomy.yaml`, a category without `description` in a language in which posts use it.
Why it matters: its page is a bare list; readers, and who finds it by a search, are not told what it gathers.
What to do: write one sentence after `description:`, in each language.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.taxonomy import PATH

NAME = "category-undescribed"
WRONG = """categories:
  - es:
      name: Proyectos
      slug: proyectos
"""
POST = """---
title: Agua limpia para todos
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
---
El agua llegó al barrio el lunes por la mañana, y la gente salió a la calle.
"""
EXAMPLE = Example(
    WRONG,
    f"{WRONG}      description: Lo que hacemos, con quién y cuánto cuesta.\n",
    "file",
    PATH,
    beside={"posts/2026-03-02-agua-limpia.md": POST},
)
MESSAGE = translatable("The category “{name}” does not say what it is about ({language}).")
HINT = translatable("Write one sentence below its name: `description: …`.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every category of the list, in every language that uses it, without a description."""
    listed = {category.key: category for category in site.taxonomy.categories}
    for lang, shelf in site.shelves.items():
        for group in shelf.categories:
            category = listed.get(group.key)
            if category is not None and not group.term.description.strip() and lang in category.places:
                values: dict[str, str | int] = {"name": group.term.name, "language": site.config.language(lang).name}
                at = Location(PATH, category.places[lang])
                yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT), group.term.name)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find)
