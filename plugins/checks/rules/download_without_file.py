"""download-without-file: a title under which there is nothing to download.

What it finds: an item of `downloads` that has neither `file` nor `url`.
Why it matters: readers see the name of a document among the downloads, and cannot get it.
What to do: write in `file` where the file lies in this site, or in `url` its address elsewhere; or delete the item.
"""

from collections.abc import Iterator

from plugins.checks.items import items, text_in
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "download-without-file"
EXAMPLE = Example(
    """downloads:
  - title: Acta de la reunión""",
    """downloads:
  - title: Acta de la reunión
    file: /documents/acta.pdf""",
    path="experiences/2026-03-agua-limpia.md",
)
MESSAGE = translatable("“{title}” is a download without a file.")
HINT = translatable("Write below it `file:` and where the file lies in this site, or `url:` and its address elsewhere.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every download of `entry` that says neither where its file lies nor where it is found."""
    if entry.kind != "experience":
        return
    for number, item in items(entry.source, "downloads"):
        title = text_in(item, "title")
        if title and not item.get("file") and not item.get("url"):
            at = entry.source.at("downloads", number, "title")
            yield Diagnostic(at, NAME, Severity.ERROR, Text(MESSAGE, {"title": title}), Text(HINT), title)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", entry=find)
