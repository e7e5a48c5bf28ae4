"""Pictures without metadata: no place, person, device or history leaves with them.

A picture that carries none keeps its bytes. Otherwise it is turned upright, brought to sRGB and
written again; a JPEG that was upright keeps its own quantisation, so that it loses nothing visible.
"""

import io
import re
import warnings
from typing import Any

from msgspec import Struct
from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

from plugins.core.norms import Limits
from plugins.pictures.told import Told, format_of, told

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".bmp"}
PRIVATE = (
    "exif",
    "xmp",
    "photoshop",
    "comment",
    "XML:com.adobe.xmp",
    "Raw profile type exif",
    "Raw profile type iptc",
)
ORIENTATION = 0x0112
# What phones write: it tells where it was taken, few browsers show it, and Pillow does not read it.
PHONE_ENDINGS = {".heic", ".heif"}
DRAWING = ".svg"
MOST = Limits().picture_pixels
ACTIVE = re.compile(rb"<\s*(?:script|foreignObject|iframe|object|embed)\b|\son\w+\s*=|javascript:", re.IGNORECASE)


class Measured(Struct, frozen=True):
    """What is published: pixels (0 when it is no picture) and bytes. `fault` says why it cannot be published.

    `told` is what the original tells; with `tells_place` what is published tells where it was taken too.
    """

    width: int
    height: int
    size: int
    fault: str = ""
    told: Told = Told()
    tells_place: bool = False


def is_picture(path: str) -> bool:
    """Whether the ending of `path` is a picture's that we measure."""
    return "." + path.rpartition(".")[2].lower() in ENDINGS


def is_looked_into(path: str) -> bool:
    """Whether the content of the file at `path` decides if it can be published."""
    return is_picture(path) or "." + path.rpartition(".")[2].lower() in (*PHONE_ENDINGS, DRAWING)


def measure(content: bytes, path: str, most: int = MOST) -> Measured:
    """The measures of the file at `path`, as it will be published; it may have `most` pixels."""
    if not is_picture(path):
        return Measured(0, 0, len(content), _odd(content, path), Told(_drawn(content, path)))
    try:
        with warnings.catch_warnings():
            # It looks at the size before we can.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            # What is odd about a picture and does not keep it from being shown is nobody's concern.
            warnings.simplefilter("ignore", UserWarning)
            with Image.open(io.BytesIO(content)) as image:
                if image.width * image.height > most:
                    return Measured(0, 0, len(content), "large")
            own = told(content)
            published = without_metadata(content, path)
            with Image.open(io.BytesIO(published)) as image:
                # Opening reads the first lines alone: a picture that was cut off on its way looks whole until then.
                image.load()
                return Measured(*image.size, len(published), "", own, own.located and published is content)
    except Image.DecompressionBombError:
        return Measured(0, 0, len(content), "large")
    except Exception as error:  # Pillow raises whatever its decoders raise on damaged files.
        return Measured(0, 0, len(content), type(error).__name__)


def _odd(content: bytes, path: str) -> str:
    ending = "." + path.rpartition(".")[2].lower()
    if ending in PHONE_ENDINGS:
        return "phone"
    return "active" if ending == DRAWING and ACTIVE.search(content) else ""


def _drawn(content: bytes, path: str) -> str:
    """What a file is that is called a drawing; empty for any other."""
    return format_of(content) if path.lower().endswith(".svg") else ""


def without_metadata(content: bytes, path: str) -> bytes:
    """The bytes of a picture without metadata; anything else, and a picture without any, as it is."""
    if not is_picture(path):
        return content
    with Image.open(io.BytesIO(content)) as image:
        if image.format == "MPO":
            # A phone's photograph with others behind it: browsers show the first, and each may tell something.
            return _written_again(JpegImagePlugin.JpegImageFile(io.BytesIO(content)))
        if not _tells(image) or getattr(image, "n_frames", 1) > 1:
            return content
        return _written_again(image)


def _tells(image: Image.Image) -> bool:
    texts = getattr(image, "text", {}) or {}
    return any(image.info.get(key) for key in PRIVATE) or bool(texts) or bool(image.getexif())


def _written_again(image: Image.Image) -> bytes:
    kind = image.format or "PNG"
    turned = image.getexif().get(ORIENTATION, 1) != 1
    options: dict[str, Any] = {"exif": b"", "comment": b""}
    if kind == "JPEG":
        options |= {"quality": 90, "optimize": True} if turned else {"quality": "keep"}
    if kind in ("WEBP", "AVIF"):
        options |= {"quality": 90, "xmp": b""}
    if kind == "PNG":
        options = {"optimize": True}
    plain = ImageOps.exif_transpose(image) if turned else image
    plain = _to_srgb(plain) if kind != "JPEG" or turned else plain
    if kind == "JPEG" and not turned and image.info.get("icc_profile"):
        options["icc_profile"] = image.info["icc_profile"]
    stream = io.BytesIO()
    if kind == "PNG":
        plain.info = {}
    plain.save(stream, kind, **options)
    return stream.getvalue()


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "L"):
        return image
    try:
        converted = ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        )
    except ImageCms.PyCMSError:
        return image
    return converted or image
