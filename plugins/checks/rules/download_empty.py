"""download-empty: a file of the site that has nothing in it.

What it finds: a link, in `downloads` or in the text, to a file of this site of 0 bytes.
Why it matters: readers download it, cannot open it, and think that the fault is theirs.
What to do: put the file into the content folder again; a copy that was cut short leaves an empty one behind.
"""

from collections.abc import Iterator

from plugins.checks.links import links
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "download-empty"
EXAMPLE = Example(
    """downloads:
  - title: Acta de la reunión
    file: /documents/vacia.pdf""",
    """downloads:
  - title: Acta de la reunión
    file: /documents/acta.pdf""",
    path="experiences/2026-03-agua-limpia.md",
    beside={"documents/vacia.pdf": ""},
)
MESSAGE = translatable("The file `{file}` is empty: readers would download nothing.")
HINT = translatable("Put the whole file there, under the same name, or delete the link.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every link to an empty file of the content folder."""
    if all(media.size for media in site.media.values()):
        return
    for document in site.examinees():
        for link in links(site, document):
            media = link.found.media
            if media is not None and not media.size:
                message = Text(MESSAGE, {"file": media.path})
                yield Diagnostic(link.at, NAME, Severity.ERROR, message, Text(HINT), link.written)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "documents", site=find, scope="alone")
