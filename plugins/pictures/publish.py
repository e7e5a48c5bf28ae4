"""Each file of the content folder that is no document, under its own path."""

from collections.abc import Iterator

from plugins.core.diagnostic import Location
from plugins.core.output import Inputs, Output, RenderContext, given
from plugins.core.site import Site


class MediaFile(Inputs, frozen=True):
    """A file of the content folder and the digest of its bytes."""

    path: str
    digest: str


def outputs(site: Site) -> Iterator[Output]:
    """One output for each file."""
    for media in site.media.values():
        if not site.wants(media.path):
            continue
        inputs = MediaFile(path=media.path, digest=media.digest)
        yield Output(media.path, given(inputs), render_media, wave=1, origin=Location(media.path))


def render_media(inputs: MediaFile, context: RenderContext) -> bytes:
    """The bytes of the file, a picture's metadata taken out."""
    # Few builds have a picture to look at, and Pillow is slow to import.
    from plugins.pictures.privacy import without_metadata

    return without_metadata(context.file(f"content:{inputs.path}", inputs.digest), inputs.path)
