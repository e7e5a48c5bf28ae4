"""html-dropped: HTML in the text that is not published.

What it finds: tags and attributes that this site does not use, such as `<font>` or `style="…"`.
Why it matters: the words stay, but they will not look as they were meant to.
What to do: say it in Markdown: `**bold**`, `*stress*`, `## heading`.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "html-dropped"
EXAMPLE = Example('El agua llega <font color="red">ya</font>.', "El agua llega **ya**.", "body")
TAG = translatable("`<{what}>` is not published; only the text inside it is.")
ATTRIBUTE = translatable("`{what}` is not published: pages keep the look of the site.")
OTHER = translatable("`{what}` is not published.")
HINT = translatable("Delete it, or say it in Markdown: `**bold**`, `*stress*`, `## heading`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every tag and attribute in the body that is harmless and dropped."""
    for markup in entry.facts.markup:
        if markup.unsafe:
            continue
        template = {"tag": TAG, "attribute": ATTRIBUTE}.get(markup.kind, OTHER)
        yield Diagnostic(
            Location(entry.source.path, markup.span),
            NAME,
            Severity.WARNING,
            Text(template, {"what": markup.what}),
            Text(HINT),
            markup.what,
        )


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
