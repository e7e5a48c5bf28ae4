"""category-spelling: one category written in two ways.

What it finds: where there is no list of categories, two names that differ by capitals, accent or plural.
Why it matters: readers get two topics for one, each with half of the posts.
What to do: write the more frequent one everywhere; a list in `data/taxonomy.yaml` keeps it so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from plugins.checks.place import place
from plugins.checks.spelling import is_same, trunk
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import Post
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

POST = """---
title: {0} para todos
intro: Un barrio cuenta cómo le va con su energía.
categories: Proyecto
---
Los vecinos del barrio se reunieron el lunes por la tarde en la plaza.
"""
NAME = "category-spelling"
EXAMPLE = Example(
    "categories: Proyectos",
    "categories: Proyecto",
    beside={"posts/2026-03-03-luz.md": POST.format("Luz"), "posts/2026-03-04-sol.md": POST.format("Sol")},
)
MESSAGE = translatable("The category “{name}” is called “{other}” in other posts.")
HINT = translatable("Write “{other}” here too, so that readers find all posts in one place.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every category of a post that is a rarer spelling of another one in its language."""
    if site.taxonomy.categories:
        return
    for shelf in site.shelves.values():
        yield from _of_language(shelf.posts)


def _of_language(posts: Sequence[Post]) -> Iterator[Diagnostic]:
    usual = usual_spellings(Counter(name for post in posts for name in post.categories))
    for post in posts:
        for number, name in enumerate(post.categories):
            if usual[name] != name:
                values: dict[str, str | int] = {"name": name, "other": usual[name]}
                at = place(post, "categories", number)
                yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT, values), name)


def usual_spellings(counts: Counter[str]) -> dict[str, str]:
    """For each name the spelling of it that is used most; equally frequent ones go by the alphabet."""
    usual: dict[str, str] = {}
    leaders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        alike = leaders[trunk(name)]
        near = next((leader for leader in alike if is_same(leader, name)), None)
        usual[name] = near or name
        if near is None:
            alike.append(name)
    return usual


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find)
