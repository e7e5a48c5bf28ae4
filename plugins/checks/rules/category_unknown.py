"""category-unknown: a category that the team has not agreed on.

What it finds: a post's category that is not in `data/taxonomy.yaml`, or has no name in the post's language.
Why it matters: no page lists the post under it, so readers who look by topic never find it.
Example: `categories: Proyecto` where the category is called `Proyectos`.
What to do: write one of the names on the list, or add the category to `data/taxonomy.yaml`.
"""

from collections.abc import Iterator

from plugins.checks.nearest import Names
from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import Post
from plugins.core.rule import Rule
from plugins.core.site import Site

NAME = "category-unknown"
UNKNOWN = translatable("There is no category «{name}».")
UNTRANSLATED = translatable("The category «{name}» has no name in this language ({language}).")
NEAR = translatable("Did you mean «{name}»?")
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
    known = site.taxonomy.names(post.lang)
    names = Text(LIST, {"names": ", ".join(known)})
    for number, written in enumerate(post.categories):
        category = site.taxonomy.find(written)
        if category is not None and post.lang in category.terms:
            continue
        message, hint = Text(UNKNOWN, {"name": written}), names
        if category is not None:
            message = Text(UNTRANSLATED, {"name": written, "language": site.language(post).name})
            hint = Text(ADD, names.values)
        elif near := Names(known).nearest(written):
            hint = Text(NEAR, {"name": near})
        at = place(post, "categories", number)
        yield Diagnostic(at, NAME, Severity.ERROR, message, hint, written)


RULE = Rule(name=NAME, severity=Severity.ERROR, site=find)
