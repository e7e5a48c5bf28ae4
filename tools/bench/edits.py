"""What people do to a site, as values: a text before and after, and where the change must be seen."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tools.bench.addresses import address, file_of
from tools.bench.corpus import CYCLE, FREE, TRANSLATED_OF
from tools.bench.document import Document
from tools.bench.words import TAGS

BLOCK = "{% block content %}"


class NotSeen(Exception):
    """A build ended well, but the site does not show what was changed; the text names the file."""


def free_posts(posts: int) -> Iterator[int]:
    """Numbers of posts that may be changed and deleted alone: from the middle on, then from the first."""
    found = [number for number in range(posts) if number % 7 == FREE and number % CYCLE >= TRANSLATED_OF]
    middle = sum(number < posts // 2 for number in found)
    yield from [*found[middle:], *found[:middle]]


def changed_body(document: Document, mark: str) -> Document:
    """With one paragraph more."""
    return document._replace(body=f"{document.body}\n{mark}.\n")


def changed_title(document: Document, mark: str) -> Document:
    """With one word more in its title."""
    return document._replace(front={**document.front, "title": f"{document.front['title']} {mark}"})


def changed_tag(document: Document, mark: str) -> Document:
    """With another tag in the place of one of its own; `mark` decides which."""
    tags = document.front["tags"]
    assert isinstance(tags, list)
    other = Random(mark).choice([tag for tag in TAGS[document.lang] if tag not in tags])
    return document._replace(front={**document.front, "tags": sorted([*(str(tag) for tag in tags[1:]), other])})


def change_template(path: Path, mark: str) -> None:
    """Write one comment more into the content of a template."""
    text = path.read_text("utf-8")
    path.write_text(text.replace(BLOCK, f"{BLOCK}\n<!-- {mark} -->", 1), encoding="utf-8")


def must_show(output: Path, path: str, mark: str) -> None:
    """Complain when the page at `path` does not hold `mark`."""
    file = file_of(output, path)
    if mark not in file.read_text("utf-8"):
        raise NotSeen(str(file))


def must_be_gone(output: Path, document: Document) -> None:
    """Complain when a deleted text still has its page."""
    file = file_of(output, address(document))
    if file.exists():
        raise NotSeen(str(file))
