"""A post's text read whole, and its findings in one line each."""

from zoneinfo import ZoneInfo

from plugins.core.document import AnyDocument
from plugins.front_matter.rules import Rules
from plugins.generator.entries import Desk, Read, read_entry
from plugins.markdown.render import Renderer
from plugins.markdown.words import Words

LANGUAGES = ("es", "en", "pt")
PATH = "posts/2026-03-02-agua.md"
RULES = Rules(LANGUAGES, "es", ZoneInfo("America/Santiago"))


def read(front: str, body: str = "Texto.\n", path: str = PATH, siblings: tuple[str, ...] = ()) -> Read:
    """The file whose front matter is `front`."""
    return read_raw(f"---\n{front}---\n{body}", path, siblings)


def read_raw(text: str, path: str = PATH, siblings: tuple[str, ...] = ()) -> Read:
    """The file that holds `text`."""
    words = dict.fromkeys(LANGUAGES, Words())
    desk = Desk(RULES, Renderer(), words, (), {path, *siblings})
    return read_entry(path, text.encode(), desk)


def post(front: str = "", path: str = PATH, siblings: tuple[str, ...] = ()) -> Read:
    """A sound post with the fields `front` besides, which begin on line 5."""
    return read(f"title: Agua\nintro: Lo esencial\ncategories: Agua\n{front}", path=path, siblings=siblings)


def document(front: str = "", path: str = PATH, siblings: tuple[str, ...] = ()) -> AnyDocument:
    """The document of such a post."""
    made = post(front, path, siblings).entry.document
    assert made is not None
    return made


def findings(read: Read) -> list[str]:
    """`line:column-end rule offence` of each finding; the end only where it is on the same line."""
    shown = []
    for found in read.diagnostics:
        span = found.location.span
        assert span.line == span.end_line
        shown.append(f"{span.line}:{span.column}-{span.end_column} {found.rule} {found.offence}".rstrip())
    return shown
