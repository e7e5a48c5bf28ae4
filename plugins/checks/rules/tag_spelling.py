"""tag-spelling: a tag that looks like a slip of another one.

What it finds: a tag used once that differs from one used more often, in the same language, by capitals, an accent, the
plural, or one letter of a long word.
Why it matters: readers who follow the usual tag do not find this post, and the odd one leads to a list of one.
What to do: write the usual tag; if it really is another one, say so in a comment that allows it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from plugins.checks.place import place, replacing, words_at
from plugins.checks.spelling import Spellings
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import Post
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

POST = """---
title: {0} para todos
intro: Un barrio cuenta cómo le va con su energía.
categories: Proyectos
tags: [barrio, transparencia]
---
Los vecinos del barrio se reunieron el lunes por la tarde en la plaza.
"""
NAME = "tag-spelling"
EXAMPLE = Example(
    "tags: [barrio, trasparencia]",
    "tags: [barrio, transparencia]",
    beside={"posts/2026-03-03-luz.md": POST.format("Luz"), "posts/2026-03-04-sol.md": POST.format("Sol")},
)
MESSAGE = translatable("The tag “{name}” is used only here; other posts say “{other}”.")
HINT = translatable("Write “{other}” here too, so that readers find all posts in one place.")
TWICE = translatable("Delete it: “{other}” stands here as well.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every tag of a post that is a rare spelling of a usual one in its language."""
    for lang, shelf in site.shelves.items():
        if (NAME, lang) not in site.kept:
            counts = Counter(tag for post in shelf.posts for tag in dict.fromkeys(post.tags))
            site.kept[(NAME, lang)] = usual_tags(counts)
        usual: dict[str, str] = site.kept[(NAME, lang)]
        for post in shelf.posts if usual else ():
            yield from _of_post(post, usual)


def usual_tags(counts: Counter[str]) -> dict[str, str]:
    """For each tag that is used once and is a spelling of one used more often, that one."""
    rare = [tag for tag, count in counts.items() if count == 1]
    often = [tag for tag, count in counts.most_common() if count > 1]
    if not rare or not often:
        return {}
    spellings = Spellings(often)
    return {tag: near[0] for tag in rare if (near := spellings.near(tag))}


def _of_post(post: Post, usual: Mapping[str, str]) -> Iterator[Diagnostic]:
    for number, tag in enumerate(post.tags):
        if tag not in usual:
            continue
        values: dict[str, str | int] = {"name": tag, "other": usual[tag]}
        is_there = usual[tag] in post.tags
        hint = Text(TWICE if is_there else HINT, values)
        fix = None if is_there else replacing(words_at(post, tag, "tags", number), usual[tag])
        at = place(post, "tags", number)
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), hint, tag, fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find, fix="unsafe")
