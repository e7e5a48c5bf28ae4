"""download-repeated: one file twice among the downloads of a sheet.

What it finds: in the `downloads` of an experience, the same `file` or `url` under two titles.
Why it matters: readers download it twice and get the same; most likely the file that the other title names is missing.
What to do: write the address of the right file; or delete one of the two.
"""

from collections.abc import Iterator

from plugins.checks.place import place
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import Experience
from plugins.core.resolve import resolve_written
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.target import content_target

NAME = "download-repeated"
EXAMPLE = Example(
    """downloads:
  - title: Acta de la reunión
    file: /documents/acta.pdf
  - title: Presupuesto de la obra
    file: /documents/acta.pdf""",
    """downloads:
  - title: Acta de la reunión
    file: /documents/acta.pdf
  - title: Presupuesto de la obra
    file: /documents/presupuesto.pdf""",
    path="experiences/2026-03-agua-limpia.md",
    beside={"documents/presupuesto.pdf": "%PDF-1.4"},
)
MESSAGE = translatable("“{title}” is the same file as “{other}”.")
HINT = translatable("Write the address of the file that is meant, or delete one of the two.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every download of a sheet that an earlier one of the same sheet is already."""
    for document in site.examinees():
        if isinstance(document, Experience) and len(document.downloads) > 1:
            yield from _of_sheet(site, document)


def _of_sheet(site: Site, sheet: Experience) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for number, download in enumerate(sheet.downloads):
        for key, written in (("file", download.file), ("url", download.url)):
            other = first.setdefault(_address(site, sheet, written), number) if written else number
            if other != number:
                values: dict[str, str | int] = {"title": download.title, "other": sheet.downloads[other].title}
                at = place(sheet, "downloads", number, key)
                yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT), written)


def _address(site: Site, sheet: Experience, written: str) -> str:
    """Where `written` leads, the same however it is written; another page of one file is another place."""
    found = resolve_written(site, sheet.path, written)
    if found is None:
        return written.rstrip("/")
    return f"{found.site_path}#{content_target(sheet.path, written)[1]}"


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find, scope="alone")
