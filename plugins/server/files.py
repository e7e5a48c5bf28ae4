"""From the path of a request to a file of the site, and to nothing outside of it."""

from pathlib import Path
from urllib.parse import quote, unquote

from msgspec import Struct

HTML = "text/html; charset=utf-8"
# Our own table: what the system knows differs from machine to machine.
TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".webm": "video/webm",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OTHER = "application/octet-stream"
INDEX = "index.html"


class Redirect(Struct, frozen=True):
    """Another path: that of the folder, with its last `/`."""

    location: str


def find(output: Path, path: str) -> Path | Redirect | None:
    """What answers the path of a request, which is still encoded; None: nothing does."""
    names = _names(path)
    if names is None:
        return None
    try:
        root = output.resolve()
        # Links are followed first: what counts is where a file really lies.
        target = root.joinpath(*names).resolve()
        if target != root and root not in target.parents:
            return None
        if target.is_dir():
            return _of_folder(root, target / INDEX, names, path)
        return target if target.is_file() and not path.endswith("/") else None
    except (OSError, ValueError):  # A name that the system cannot have.
        return None


def media_type(file: Path) -> str:
    """What a browser is told that `file` is."""
    return TYPES.get(file.suffix.lower(), OTHER)


def _names(path: str) -> list[str] | None:
    """The names between the slashes; None where one of them is a way out, or no name."""
    names = [unquote(name, errors="surrogateescape") for name in path.split("/") if name]
    if any(name in (".", "..") or "/" in name or "\0" in name for name in names):
        return None
    return names


def _of_folder(root: Path, index: Path, names: list[str], path: str) -> Path | Redirect | None:
    found = index.resolve()
    if root not in found.parents or not found.is_file():
        return None
    if path.endswith("/"):
        return found
    # Made of names alone, so that `//elsewhere` leads to no other host.
    return Redirect("/" + "".join(quote(name, errors="surrogateescape") + "/" for name in names))
