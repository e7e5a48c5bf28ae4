"""link-empty: a link without a text.

What it finds: `[](https://…)`, `<a href="…"></a>`, and a link with nothing in it but a picture that says nothing.
Why it matters: nobody sees it, and screen readers read out the address, sign by sign.
What to do: write between the brackets what it leads to, or delete it.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "link-empty"
EXAMPLE = Example(
    "La ley está publicada. [](https://ley.example/20500)",
    "La ley está publicada: [ley 20.500](https://ley.example/20500).",
    "body",
)
MESSAGE = translatable("The link to `{address}` has no text: nobody can see it.")
PICTURE = translatable("The link to `{address}` holds a picture that says nothing, and no text.")
HINT = translatable("Write between the brackets what it leads to, or delete it: `[…]({address})`.")
PICTURE_HINT = translatable("Say in the text of the picture where the link leads: `[![…](…)]({address})`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every link without a text; of a picture that should say something, `alt-missing` speaks."""
    for link in entry.facts.links:
        if link.text:
            continue
        held = entry.source.written(link.label)
        shows = "![" in held or "<img" in held
        if shows and "decorative" not in held:
            continue
        message, hint = (PICTURE, PICTURE_HINT) if shows else (MESSAGE, HINT)
        values: dict[str, str | int] = {"address": link.href}
        at = Location(entry.source.path, link.span)
        yield Diagnostic(at, NAME, Severity.ERROR, Text(message, values), Text(hint, values), link.href)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "links", entry=find)
