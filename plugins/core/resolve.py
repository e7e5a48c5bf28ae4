"""What a reference leads to in this site: a document, a published file, or a site path that the plan must answer."""

from urllib.parse import quote

from msgspec import Struct

from plugins.core.document import AnyDocument, Picture
from plugins.core.prose import Prose, Target
from plugins.core.site import Media, Site
from plugins.core.target import content_target, is_external


class Resolved(Struct, frozen=True):
    """`site_path` is where it leads; with neither document nor media it is only a path that the plan must answer."""

    site_path: str
    document: AnyDocument | None = None
    media: Media | None = None


def resolve_target(site: Site, target: str) -> Resolved:
    """What the content target `target` (from `/`) is: a document by its file, a file, else a site path."""
    name = target.lstrip("/")
    document = site.documents.get(name)
    if document is not None:
        return Resolved(site.paths[document.path], document=document)
    media = site.media.get(name)
    if media is not None:
        return Resolved(f"/{media.path}", media=media)
    return Resolved(target)


def resolve_written(site: Site, path: str, written: str) -> Resolved | None:
    """What `written` in the front matter of `path` leads to; None when it is another host's.

    An address without `/` at its front is read beside the file, then from the content root.
    """
    if is_external(written):
        return None
    target, _ = content_target(path, written)
    found = resolve_target(site, target)
    if found.document is None and found.media is None and not written.startswith("/"):
        root = resolve_target(site, content_target("", written)[0])
        return root if root.document is not None or root.media is not None else found
    return found


def address_written(site: Site, path: str, written: str) -> str:
    """The address that `written` in the front matter of `path` stands for, as a link on a page."""
    found = resolve_written(site, path, written) if written else None
    if found is None:
        return written
    fragment = content_target(path, written)[1]
    return site.config.address.path(found.site_path) + (f"#{quote(fragment)}" if fragment else "")


def picture_media(site: Site, path: str, picture: Picture) -> Media | None:
    """The file of a front-matter picture, when it is ours."""
    found = resolve_written(site, path, picture.img)
    return found.media if found else None


def prose(site: Site, document: AnyDocument, digest: str = "", *, absolute: bool = False) -> Prose:
    """The body of `document` (or the section `digest` of it) with its references resolved."""
    address = site.config.address
    targets = []
    for reference in document.body.references:
        found = resolve_target(site, reference.target)
        url = address.absolute(found.site_path) if absolute else address.path(found.site_path)
        fragment = f"#{quote(reference.fragment)}" if reference.fragment else ""
        media = found.media
        targets.append(Target(url + fragment, media.width if media else 0, media.height if media else 0))
    return Prose(digest or document.body.digest, tuple(targets))
