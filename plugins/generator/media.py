"""The media of the content folder: digests, sizes, and which pictures cannot be read."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.site import Media
from plugins.generator.scan import unreadable
from plugins.pictures.privacy import measure


def load_media(content: Path, paths: Sequence[str]) -> tuple[dict[str, Media], list[Diagnostic]]:
    """The media at `paths`, as they will be published."""
    found: dict[str, Media] = {}
    faults: list[Diagnostic] = []
    for path in paths:
        try:
            data = (content / path).read_bytes()
        except OSError as error:
            faults.append(unreadable(path, error))
            continue
        measured = measure(data, path)
        if measured.fault:
            faults.append(_fault(path, measured.fault))
            continue
        digest = hashlib.sha256(data).hexdigest()
        found[path] = Media(path, digest, measured.size, measured.width, measured.height)
    return found, faults


SAID = {
    "phone": translatable("This kind of picture tells where it was taken, and few browsers can show it."),
    "active": translatable("This drawing holds a program that would run in the reader's browser."),
}
DAMAGED = translatable("This file has the name of a picture, but it is damaged or another kind of file.")


def _fault(path: str, fault: str) -> Diagnostic:
    return Diagnostic(
        Location(path),
        "picture-unreadable",
        Severity.ERROR,
        Text(SAID.get(fault, DAMAGED)),
        Text(translatable("Open it in a picture program and save it again as JPEG or PNG.")),
        path,
    )
