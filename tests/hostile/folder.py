"""One content folder with every kind of thing that should not be in one; each is named by what `check` says of it."""

import io
import os
import socket
from pathlib import Path

from PIL import Image

SOUND = """---
title: {title}
date: 2026-03-02
intro: Un barrio entero cuenta lo que pasó con su agua y lo que falta por hacer.
categories: Agua
---
{body}
"""
FRONT_MATTER = 50_000_000
SPARSE = 10_000_000_000
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def sound(title: str, body: str = "El agua llegó al barrio el lunes por la mañana.") -> bytes:
    """A post with nothing wrong in it."""
    return SOUND.format(title=title, body=body).encode()


def with_front(fields: str) -> bytes:
    """A post with more fields."""
    return sound("Agua").replace(b"categories: Agua\n", b"categories: Agua\n" + fields.encode())


# Path, content, and where `check` says what: line, column, rule; nothing where nothing is wrong.
FILES: dict[str, tuple[bytes, tuple[int, int, str] | None]] = {
    "posts/2026-03-01-sano.md": (sound("Uno"), None),
    "posts/2026-03-02-larga.md": (with_front(f"tags: {'a' * 300_000}\n"), (1, 1, "front-matter-large")),
    "posts/2026-03-03-alias.md": (with_front(BOMB), (1, 1, "front-matter-unreadable")),
    "posts/2026-03-04-nombre.md": (
        with_front(f"? {'k' * 100_000}\n: [{'1, ' * 15_000}1]\n"),
        (1, 1, "front-matter-unreadable"),
    ),
    "posts/2026-03-05-objeto.md": (with_front("tags: !!python/object/apply:os.system [ls]\n"), None),
    "posts/2026-03-06-circulo.md": (with_front("tags: &a [*a]\n"), (1, 1, "front-matter-unreadable")),
    "posts/2026-03-07-hondo.md": (with_front(f"tags: {'[' * 5000}{']' * 5000}\n"), (1, 1, "front-matter-unreadable")),
    "posts/2026-03-08-listas.md": (
        sound("Listas", "".join("  " * level + "- a\n" for level in range(200))),
        (206, 1, "text-too-deep"),
    ),
    "posts/2026-03-09-corchetes.md": (sound("Corchetes", "[" * 100_000), (7, 201, "text-too-deep")),
    "posts/2026-03-10-titulos.md": (sound("Títulos", "## a #\n" * 30_000), (7, 1, "text-too-deep")),
    "posts/2026-03-11-nulo.md": (sound("Nulo", "a\x00b"), (7, 2, "character-unprintable")),
    "posts/2026-03-12-latin.md": (sound("Año").decode().encode("latin-1"), (2, 9, "front-matter-unreadable")),
    "posts/2026-03-13-ruido.md": (bytes(range(256)) * 300, (1, 1, "character-unprintable")),
    "posts/2026-03-14-terminal.md": (sound("Fin\x1b[2J\x9b31m"), (2, 11, "character-unprintable")),
    "posts/2026-03-15-carpeta.md/2026-03-16-dentro.md": (sound("Dentro"), None),
    "posts/2026-03-17-Igual.md": (sound("Igual", "a"), None),
    "posts/2026-03-17-igual.md": (sound("Igual", "b"), (1, 1, "address-taken")),
    "images/Foto.jpg": (b"", (1, 1, "picture-unreadable")),
    "posts/li\nnea.md": (sound("Línea"), (1, 1, "file-unreadable")),
    "posts/es\x1b[31mcape.md": (sound("Escape"), (1, 1, "file-unreadable")),
    "posts/\u009bc1.md": (sound("C1"), (1, 1, "file-unreadable")),
}
# Path and rule of what is no file with content of its own.
OTHERS = {
    "posts/2026-04-01-enorme.md": "file-large",
    "posts/2026-04-02-cincuenta.md": "file-large",
    "images/enorme.jpg": "file-large",
    "documents/enorme.pdf": "file-large",
    "images/bomba.png": "picture-unreadable",
    "posts/2026-04-03-tubo.md": "file-unreadable",
    "posts/2026-04-04-enchufe.md": "file-unreadable",
    "posts/2026-04-05-fuera.md": "file-unreadable",
    "posts/2026-04-06-nada.md": "file-unreadable",
    "posts/2026-04-07-uno.md": "file-unreadable",
    "posts/2026-04-08-otro.md": "file-unreadable",
    "posts/vuelta": "file-unreadable",
    "posts/caf\\udce9.md": "file-unreadable",
    "data/taxonomy.yaml": "taxonomy-unreadable",
}


def make(folder: Path) -> Path:
    """The content folder, in `folder`."""
    content = folder / "content"
    for path, (held, _) in FILES.items():
        put(content / path, held)
    for path in ("posts/2026-04-01-enorme.md", "images/enorme.jpg", "documents/enorme.pdf", "data/taxonomy.yaml"):
        sparse(content / path, SPARSE)
    with open(content / "posts/2026-04-02-cincuenta.md", "wb") as file:
        file.write(b"---\ntitle: a\ntags:\n")
        file.writelines(b"  - " + b"a" * 995 + b"\n" for _ in range(FRONT_MATTER // 1000))
        file.write(b"---\ntexto\n")
    put(content / "images/bomba.png", bomb())
    posts = content / "posts"
    os.mkfifo(posts / "2026-04-03-tubo.md")
    # The path of a socket may not be long.
    here = os.open(posts, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{here}/2026-04-04-enchufe.md")
    os.close(here)
    put(folder / "secreto.md", sound("Secreto"))
    (posts / "2026-04-05-fuera.md").symlink_to(folder / "secreto.md")
    (posts / "2026-04-06-nada.md").symlink_to(folder / "nada.md")
    (posts / "2026-04-07-uno.md").symlink_to("2026-04-08-otro.md")
    (posts / "2026-04-08-otro.md").symlink_to("2026-04-07-uno.md")
    (posts / "vuelta").symlink_to(content)
    Path(os.fsdecode(os.fsencode(posts) + b"/caf\xe9.md")).write_bytes(sound("Café"))
    return content


def put(path: Path, held: bytes) -> None:
    """A file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(held)


def sparse(path: Path, size: int) -> None:
    """A file of `size` bytes that takes none of the disk."""
    put(path, b"---\n")
    os.truncate(path, size)


def bomb() -> bytes:
    """A small file that is a picture of 225 million pixels."""
    stream = io.BytesIO()
    Image.new("1", (15_000, 15_000)).save(stream, "PNG")
    return stream.getvalue()
