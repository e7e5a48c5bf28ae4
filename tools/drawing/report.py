"""The sample report of the Chilean sheet: one page of PDF, written by hand, the same bytes always."""

import textwrap
from dataclasses import dataclass
from pathlib import Path

NAME = "informe-gobierno-abierto-chile.pdf"
TITLE = "Estrategia de Gobierno Abierto de Chile: informe completo de la experiencia"

# (font, size, space above, text); a text longer than a line is broken into lines
Block = tuple[str, float, float, str]

HEAD: list[Block] = [
    ("F2", 9, 0, "PLAZA ABIERTA  ·  ARCHIVO DE EXPERIENCIAS  ·  CHILE, ENERO DE 2012"),
    ("F2", 25, 34, "Estrategia de Gobierno Abierto"),
    ("F2", 25, 29, "de Chile"),
    ("F3", 12, 24, "Unidad de Modernización y Gobierno Digital,"),
    ("F3", 12, 16, "Ministerio Secretaría General de la Presidencia (MINSEGPRES)"),
    ("F2", 12, 40, "El problema"),
    (
        "F1",
        10.5,
        17,
        "Más de trescientas instituciones cumplían, cada una por su lado, las obligaciones de "
        "transparencia y participación. Faltaba un punto único de acceso y faltaban datos que otra "
        "persona pudiera reutilizar.",
    ),
    ("F2", 12, 26, "La respuesta"),
    (
        "F1",
        10.5,
        17,
        "Un plan de acción sometido a consulta pública y presentado en 2012, tras la adhesión de Chile, en "
        "2011, a la Alianza para el Gobierno Abierto: portal de datos, portal de transparencia, programas "
        "libres de participación para las instituciones y concursos de aplicaciones hechas con datos "
        "públicos.",
    ),
    ("F2", 12, 28, "Lo que se alcanzó, en instituciones"),
]
BARS: list[tuple[str, int]] = [
    ("Integradas en el portal unificado de transparencia", 340),
    ("Presentes en el portal de datos abiertos", 225),
    ("Integradas en el portal de Gobierno Abierto", 117),
    ("Con la plataforma de participación instalada", 12),
]
TAIL: list[Block] = [
    ("F2", 12, 34, "Otras cifras"),
    (
        "F1",
        10.5,
        17,
        "Más de 1.100 conjuntos de datos publicados y más de 182.000 descargas. Más de 60 programadores en "
        "«Codeando x Chile», con más de 10 aplicaciones. Más de 100.000 descargas de dos aplicaciones "
        "móviles hechas con datos del portal. 88 % de cumplimiento medio entre las 117 instituciones "
        "del portal de Gobierno Abierto.",
    ),
    ("F2", 12, 26, "Fuente"),
    (
        "F1",
        10.5,
        17,
        "Centro de Innovación Pública Digital de Colombia, ficha «Estrategia de Gobierno Abierto "
        "de Chile», actualizada el 6 de agosto de 2020. Resumen redactado por Plaza Abierta. "
        "Licencia CC BY 4.0.",
    ),
]
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Italic"}
LEFT, TOP, CHARACTERS = 56.0, 772.0, 94
RED = "0.86 0.24 0.17 rg"


@dataclass
class Page:
    """The drawing commands of one page and how far down it is filled."""

    commands: list[str]
    y: float = TOP

    def text(self, font: str, size: float, x: float, y: float, words: str) -> None:
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.commands.append(f"BT /{font} {size:g} Tf {x:g} {y:g} Td ({escaped}) Tj ET")

    def blocks(self, blocks: list[Block]) -> None:
        for font, size, above, words in blocks:
            for number, line in enumerate(textwrap.wrap(words, CHARACTERS)):
                self.y -= 15 if number else above
                self.text(font, size, LEFT, self.y, line)

    def bars(self, bars: list[tuple[str, int]]) -> None:
        widest = max(number for _, number in bars)
        for label, number in bars:
            self.y -= 18
            self.text("F1", 9.5, LEFT, self.y, label)
            self.y -= 20
            width = 400 * number / widest
            self.commands += [RED, f"{LEFT:g} {self.y:g} {width:g} 13 re f", "0.13 0.12 0.14 rg"]
            self.text("F2", 12, LEFT + width + 8, self.y + 2, str(number))


def _content() -> bytes:
    page = Page(["0.96 0.93 0.87 rg 0 0 595 842 re f", "0.13 0.12 0.14 rg", f"{LEFT:g} 792 483 3 re f"])
    page.blocks(HEAD)
    page.bars(BARS)
    page.blocks(TAIL)
    return "\n".join(page.commands).encode("cp1252")


def _objects() -> list[bytes]:
    content = _content()
    title = "<FEFF" + TITLE.encode("utf-16-be").hex().upper() + ">"
    fonts = " ".join(f"/{key} {number} 0 R" for number, key in enumerate(FONTS, start=6))
    return [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (es) /ViewerPreferences << /DisplayDocTitle true >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << {fonts} >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        f"<< /Title {title} /Author (Plaza Abierta) >>".encode(),
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
            for name in FONTS.values()
        ),
    ]


def write(folder: Path) -> None:
    """Write the report into the folder."""
    objects = _objects()
    written = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        written += b"%010d 00000 n \n" % offset
    written += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    (folder / NAME).write_bytes(bytes(written))
