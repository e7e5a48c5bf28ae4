"""What a file's own name says: type, date, language, slug, translation group."""

import re
from collections.abc import Container, Mapping, Sequence

from msgspec import Struct

KINDS = {"posts": "post", "campaigns": "campaign", "experiences": "experience", "pages": "page"}
DATED = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})-(?P<rest>.+)")
MONTHLY = re.compile(r"(?P<date>\d{4}(?:-\d{2})?)-(?P<rest>\D.*)")


class FileName(Struct, frozen=True):
    """`stem` is the name without ending and language: what translations have in common."""

    kind: str
    stem: str
    date: str
    rest: str
    lang: str


def parse_name(path: str, languages: Sequence[str], siblings: Container[str]) -> FileName:
    """What `path` (from the content folder) says; `siblings` are the paths of all sources.

    A suffix `-en` is a language only when the same name stands beside it without it or with another one.
    """
    folder, _, name = path.rpartition("/")
    stem = re.sub(r"\.(md|markdown)$", "", name, flags=re.IGNORECASE)
    lang = ""
    head, dot, tail = stem.rpartition(".")
    if dot and head and tail in languages:
        stem, lang = head, tail
    else:
        head, dash, tail = stem.rpartition("-")
        if dash and tail in languages and _has_sibling(folder, head, tail, languages, siblings):
            stem, lang = head, tail
    kind = KINDS.get(path.partition("/")[0], "page")
    match = DATED.fullmatch(stem) or (MONTHLY.fullmatch(stem) if kind in ("experience", "campaign") else None)
    return FileName(kind, stem, match["date"] if match else "", match["rest"] if match else stem, lang)


def kind_of(front: Mapping[str, object] | None, name: FileName) -> str:
    """The type that `layout` says; where it says none of ours, that of the folder."""
    written = str((front or {}).get("layout") or name.kind)
    return written if written in KINDS.values() else name.kind


def _has_sibling(folder: str, head: str, lang: str, languages: Sequence[str], siblings: Container[str]) -> bool:
    endings = ["", *(f"{sign}{other}" for other in languages if other != lang for sign in "-.")]
    base = f"{folder}/{head}" if folder else head
    return any(f"{base}{ending}{kind}" in siblings for ending in endings for kind in (".md", ".markdown"))
