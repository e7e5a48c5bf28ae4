"""A rule's own example as the content of a small site."""

import io
import re
from collections.abc import Mapping

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from plugins.core.rule import Example
from tests.checks.corpus import SHARED

FIELDS = {
    "posts": ("date", "intro", "categories"),
    "campaigns": ("start", "intro"),
    "experiences": ("date", "intro", "entity", "country", "topics", "results"),
    "pages": (),
}
TEXTS = {
    "es": {
        "title": "Agua limpia para todos",
        "date": "2026-03-02 09:00:00 -0300",
        "start": "2026-03-02",
        "intro": "Un barrio entero cuenta lo que pasó con su agua y lo que falta por hacer.",
        "categories": "Proyectos",
        "entity": "Unidad de Gobierno Digital",
        "country": "Chile",
        "topics": "Agua",
        "results": '\n  - number: "12"\n    unit: barrios\n    source: Ministerio de Obras',
        "": "El agua llegó al barrio el lunes por la mañana, y los vecinos salieron a la calle a celebrarlo.",
    },
    "en": {
        "title": "Clean water for everybody",
        "date": "2026-03-02 09:00:00 -0300",
        "start": "2026-03-02",
        "intro": "A whole neighbourhood tells what happened to its water and what is still to be done.",
        "categories": "Projects",
        "entity": "Digital Government Unit",
        "country": "Chile",
        "topics": "Water",
        "results": '\n  - number: "12"\n    unit: districts\n    source: Ministry of Works',
        "": "The water came to the neighbourhood on Monday, and the people went out on the street to celebrate.",
    },
    "pt": {
        "title": "Água limpa para todos",
        "date": "2026-03-02 09:00:00 -0300",
        "start": "2026-03-02",
        "intro": "Um bairro inteiro conta o que aconteceu com a sua água e o que ainda falta fazer.",
        "categories": "Projetos",
        "entity": "Unidade de Governo Digital",
        "country": "Chile",
        "topics": "Água",
        "results": '\n  - number: "12"\n    unit: bairros\n    source: Ministério das Obras',
        "": "A água chegou ao bairro na segunda-feira, e os vizinhos foram para a rua comemorar a chegada dela.",
    },
}


def content_of(example: Example, *, right: bool) -> dict[str, bytes]:
    """The files, by path, in which the rule of `example` finds something, or put `right`, nothing."""
    piece = example.right if right else example.wrong
    path = (example.right_path if right else "") or example.path
    files = {one.relative_to(SHARED).as_posix(): one.read_bytes() for one in SHARED.rglob("*") if one.is_file()}
    gone = example.replaced if right else ()
    files |= {name: made(held) for name, held in example.beside.items() if name not in gone}
    files[path] = whole(piece, path, example.part).encode()
    return files


def whole(piece: str, path: str, part: str) -> str:
    """The file at `path` with `piece` in its place."""
    if part == "file":
        return piece
    lang = re.findall(r"\.(en|pt)\.md$", path)
    texts = TEXTS[lang[0] if lang else "es"]
    written = set(re.findall(r"^([\w-]+):", piece, re.MULTILINE)) if part == "front" else set()
    names = ["title", *FIELDS.get(path.partition("/")[0], ())]
    fields = [f"{name}: {texts[name]}" for name in names if name not in written]
    front = [*fields, *([piece.strip("\n")] if part == "front" and piece.strip() else [])]
    body = piece.strip("\n") if part == "body" else texts[""]
    return "\n".join(["---", *front, "---", body, ""])


def made(held: str) -> bytes:
    """A file beside: its text; or `drawn: 300x200 jpeg gps by=Ana bytes=5000000`, a picture of that kind."""
    if not held.startswith("drawn: "):
        return held.encode()
    size, kind, *odd = held.removeprefix("drawn: ").split()
    width, height = map(int, size.split("x"))
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (190, 80, 50)).save(stream, kind.upper(), **_told(odd))
    wanted = next((int(one.removeprefix("bytes=")) for one in odd if one.startswith("bytes=")), 0)
    # Behind its end a picture may carry anything.
    return stream.getvalue().ljust(wanted, b"\0")


def _told(odd: list[str]) -> Mapping[str, Image.Exif]:
    exif = Image.Exif()
    if "gps" in odd:
        exif.get_ifd(IFD.GPSInfo).update(
            {
                GPS.GPSLatitudeRef: "S",
                GPS.GPSLatitude: (33.0, 26.0, 15.0),
                GPS.GPSLongitudeRef: "W",
                GPS.GPSLongitude: (70.0, 39.0, 1.0),
            }
        )
    for one in odd:
        if one.startswith("by="):
            exif[Base.Artist] = one.removeprefix("by=").replace("_", " ")
    return {"exif": exif} if len(exif) or "gps" in odd else {}
