"""category-unknown: a category that the team has not agreed on.

What it finds: a post's category that is not in `data/taxonomy.yaml`, or has no name in the post's language.
Why it matters: no page lists the post under it, so readers who look by topic never find it.
What to do: write one of the names on the list, or add the category to `data/taxonomy.yaml`.
"""

import re
from collections.abc import Iterator

from plugins.checks.nearest import Names
from plugins.checks.place import place, replacing, words_at
from plugins.checks.rules.list_as_text import as_list
from plugins.checks.spelling import is_same
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import Post
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "category-unknown"
LISTED = """categories:
  - es: {name: Proyectos, slug: proyectos, description: "Lo que hacemos, con quién y cuánto cuesta."}
"""
EXAMPLE = Example("categories: Proyecto", "categories: Proyectos", beside={"data/taxonomy.yaml": LISTED})
UNKNOWN = translatable("There is no category “{name}”.")
UNTRANSLATED = translatable("The category “{name}” has no name in this language ({language}).")
NEAR = translatable("Did you mean “{name}”?")
LISTED_SO = translatable("Write them as a list: `categories: {meant}`.")
SEVERAL = re.compile(r"[,;/|]")
LIST = translatable("Write one of these: {names}.")
ADD = translatable("Add its name in this language to `data/taxonomy.yaml`, or write one of these: {names}.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every category of every post that the taxonomy does not have; without a taxonomy, none."""
    if not site.taxonomy.categories:
        return
    for document in site.documents.values():
        if isinstance(document, Post):
            yield from _of_post(site, document)


def _of_post(site: Site, post: Post) -> Iterator[Diagnostic]:
    for number, written in enumerate(post.categories):
        category = site.taxonomy.find(written)
        if category is None:
            yield _unknown(site, post, number)
        elif post.lang not in category.terms:
            values: dict[str, str | int] = {"name": written, "language": site.language(post).name}
            hint = Text(ADD, {"names": ", ".join(site.taxonomy.names(post.lang))})
            at = place(post, "categories", number)
            yield Diagnostic(at, NAME, Severity.ERROR, Text(UNTRANSLATED, values), hint, written)


def _unknown(site: Site, post: Post, number: int) -> Diagnostic:
    written, known = post.categories[number], site.taxonomy.names(post.lang)
    at, message = place(post, "categories", number), Text(UNKNOWN, {"name": written})
    parts = [_near(part.strip(), known) for part in SEVERAL.split(written)]
    if len(parts) > 1 and all(parts):
        hint = Text(LISTED_SO, {"meant": as_list(list(dict.fromkeys(parts)))})
        return Diagnostic(at, NAME, Severity.ERROR, message, hint, written)
    near = _near(written, known)
    if not near:
        return Diagnostic(at, NAME, Severity.ERROR, message, Text(LIST, {"names": ", ".join(known)}), written)
    span = words_at(post, written, "categories", number)
    fix = replacing(span, near, is_safe=is_same(near, written))
    return Diagnostic(at, NAME, Severity.ERROR, message, Text(NEAR, {"name": near}), written, fix)


def _near(written: str, known: list[str]) -> str:
    return next((name for name in known if is_same(name, written)), "") or Names(known).nearest(written)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "documents", site=find, fix="safe")
