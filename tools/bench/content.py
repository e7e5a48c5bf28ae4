"""Puts the corpus into a content folder, and old output out of the way."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from tools.bench.document import Document
from tools.bench.picture import PICTURES, picture
from tools.bench.words import ABOUT, CATEGORIES, LANGUAGES
from tools.bench.writing import plain


def write_content(folder: Path, documents: Iterable[Document]) -> None:
    """Write what Pregón reads: texts, pictures and the list of categories."""
    for document in documents:
        put(folder / document.path, document.text())
    put(folder / "data" / "taxonomy.yaml", taxonomy())
    write_pictures(folder / "images")


def write_pictures(folder: Path) -> None:
    """Write every picture that the texts show."""
    folder.mkdir(parents=True)
    for number, name in enumerate(PICTURES):
        (folder / name).write_bytes(picture(number))


def taxonomy() -> str:
    """The list of categories as Pregón reads it."""
    lines = ["categories:\n"]
    for _, names in CATEGORIES:
        for place, (lang, name) in enumerate(zip(LANGUAGES, names, strict=True)):
            lines.append(f"  {'- ' if place == 0 else '  '}{lang}:\n")
            lines.append(f"      name: {name}\n      slug: {plain(name)}\n")
            lines.append(f'      description: "{ABOUT[lang].format(name=name)}"\n')
    return "".join(lines)


def put(path: Path, text: str) -> None:
    """Write a file, and its folder where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_aside(path: Path, trash: Path) -> None:
    """Move a file or folder, if it is there, out of the way instead of deleting it.

    For some seconds after many files were deleted, ext4 makes new ones dearer; builds must not pay for that.
    """
    if path.exists():
        trash.mkdir(exist_ok=True)
        path.rename(Path(tempfile.mkdtemp(dir=trash)) / path.name)
