"""download-doubled: a download that lies in two places.

What it finds: an item of `downloads` that has both `file` and `url`.
Why it matters: readers get the `file`; the address in `url` is published nowhere, and nobody notices.
What to do: delete one of them; two documents are two items, each with its `title`.
"""

from collections.abc import Iterator

from plugins.checks.items import items, text_in
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "download-doubled"
EXAMPLE = Example(
    """downloads:
  - title: Acta de la reunión
    file: /documents/acta.pdf
    url: https://example.org/acta.pdf""",
    """downloads:
  - title: Acta de la reunión
    file: /documents/acta.pdf""",
    path="experiences/2026-03-agua-limpia.md",
)
MESSAGE = translatable("“{title}” has a `file` already: the address in `url` is not published.")
HINT = translatable("Delete `url`, or `file`; if they are two documents, write an item for each.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every download of `entry` whose address elsewhere is not shown."""
    if entry.kind != "experience":
        return
    for number, item in items(entry.source, "downloads"):
        if text_in(item, "file") and text_in(item, "url"):
            at, written = entry.source.at("downloads", number, "url"), text_in(item, "url")
            message = Text(MESSAGE, {"title": text_in(item, "title")})
            yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), written)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find)
