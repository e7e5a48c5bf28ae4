"""tag-spelling: a tag that looks like a slip of another one.

What it finds: a tag used once that differs from one used more often, in the same language, by capitals, an accent, the
plural, or one letter of a long word.
Why it matters: readers who follow the usual tag do not find this post, and the odd one leads to a list of one.
What to do: write the usual tag; if it really is another one, say so in a comment that allows it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plugins.checks.place import place, replacing, words_at
from plugins.checks.spelling import Spellings
from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
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
MESSAGE = translatable("The tag «{name}» is used only here; other posts say «{other}».")
HINT = translatable("Write «{other}» here too, so that readers find all posts in one place.")
TWICE = translatable("Delete it: «{other}» stands here as well.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every tag of a post that is a rare spelling of a usual one in its language."""
    for shelf in site.shelves.values():
        usual = usual_tags(Counter(tag for post in shelf.posts for tag in dict.fromkeys(post.tags)))
        if usual:
            for post in shelf.posts:
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
        at, span = _where(post, number)
        is_there = usual[tag] in post.tags
        hint = Text(TWICE if is_there else HINT, values)
        fix = None if is_there else replacing(span, usual[tag])
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), hint, tag, fix)


def _where(post: Post, number: int) -> tuple[Location, Span | None]:
    """The place of a tag, and of its words without quotes where that can be told."""
    span = words_at(post, post.tags[number], "tags", number)
    if span is not None or f"tags.{number}" in post.marks:
        return place(post, "tags", number), span
    return _in_line(post, number, post.tags)


def _in_line(post: Post, number: int, tags: Sequence[str]) -> tuple[Location, Span | None]:
    """The same where all tags are one text with commas."""
    for comma in (", ", ","):
        whole = words_at(post, comma.join(tags), "tags")
        if whole is not None:
            start = whole.column + len(comma.join([*tags[:number], ""]))
            span = Span(whole.line, start, whole.line, start + len(tags[number]))
            return Location(post.path, span), span
    return place(post, "tags"), None


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find, fix="unsafe")
