"""What a picture tells of itself: what it is, who made it, whether it says where it was taken."""

import io
import re

from msgspec import Struct
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

PACKETS = ("xmp", "XML:com.adobe.xmp")
# What cameras and programs write where nobody has written a name.
NOBODY = re.compile(
    r"(?:unknown|user|owner|admin\w*|author|artist|photographer|camera|picasa\w*|samsung\w*|canon\w*|nikon\w*|"
    r"windows user|all rights reserved|todos los derechos reservados|todos os direitos reservados)\.?",
    re.IGNORECASE,
)
BEFORE_NAME = re.compile(
    r"^(?:(?:copyright\b|\(c\)|[©?]|[12]\d{3}(?:\s*[-–]\s*[12]\d{3})?|by\b|[,.:;])\s*)+", re.IGNORECASE
)


class Told(Struct, frozen=True):
    """`format` by its contents, as Pillow calls it; `maker` as the picture names who made it."""

    format: str = ""
    maker: str = ""
    located: bool = False


def told(content: bytes) -> Told:
    """What a picture tells.

    Raises:
        OSError: it is none that can be read.
    """
    with Image.open(io.BytesIO(content)) as image:
        exif = image.getexif()
        kind = "JPEG" if image.format == "MPO" else image.format or ""
        names = (_name(exif.get(tag)) for tag in (Base.Artist, Base.Copyright))
        return Told(kind, next(filter(None, names), ""), _is_located(image, exif))


def format_of(content: bytes) -> str:
    """What a file that is called a drawing is by its contents; empty when that cannot be told."""
    if content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        return "SVG"
    try:
        return told(content).format
    except Exception:  # Pillow raises whatever its decoders raise.
        return ""


def _name(written: object) -> str:
    text = _unmixed(written.replace("\0", " ")) if isinstance(written, str) else ""
    name = BEFORE_NAME.sub("", " ".join(text.split())).strip(" .,;:")[:200]
    return "" if NOBODY.fullmatch(name) or not any(map(str.isalpha, name)) else name


def _unmixed(text: str) -> str:
    """`text` as it was meant: programs write UTF-8 where the standard wants ASCII, and Pillow reads Latin-1."""
    try:
        return text if text.isascii() else text.encode("latin-1").decode()
    except ValueError:
        return text


def _is_located(image: Image.Image, exif: Image.Exif) -> bool:
    # Without satellites in sight, phones write a place without degrees.
    if GPS.GPSLatitude in exif.get_ifd(IFD.GPSInfo):
        return True
    packets = (image.info.get(name) for name in PACKETS)
    return any("GPSLatitude" in (one if isinstance(one, str) else str(one)) for one in packets if one)
