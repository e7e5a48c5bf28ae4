"""A post as an item of a feed."""

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.core.document import Picture, Post, Video
from plugins.core.resolve import picture_media, prose
from plugins.core.site import Site
from plugins.core.target import is_external
from plugins.feeds.feed import AnyPhoto, Enclosure, Film, Item, Photo, RemotePhoto
from plugins.feeds.identity import item_id
from plugins.feeds.xml_text import to_line

# The standard library's table also reads the machine's own, so two machines could differ.
MIME_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def to_item(site: Site, post: Post, categories: tuple[str, ...]) -> Item:
    """The item of `post`, whose categories are called `categories`."""
    return Item(
        id=to_line(item_id(post)),
        url=site.config.address.absolute(site.paths[post.path]),
        title=to_line(post.title),
        intro=to_line(post.intro),
        date=post.date,
        authors=tuple(to_line(author) for author in post.authors),
        categories=tuple(to_line(name) for name in categories),
        photos=tuple(_photos(site, post)),
        film=_film(post.video) if post.video else None,
        enclosure=_enclosure(site, post),
        body=prose(site, post, absolute=True),
    )


def _photos(site: Site, post: Post) -> Iterator[AnyPhoto]:
    for picture in post.single_image:
        alt = "" if picture.decorative else to_line(picture.alt)
        media = picture_media(site, post.path, picture)
        if media:
            url = site.config.address.absolute(f"/{media.path}")
            yield Photo(url=url, alt=alt, caption=_caption(picture), width=media.width, height=media.height)
        elif is_external(picture.img):
            url, host = _public(picture.img)
            yield RemotePhoto(url=url, host=host, alt=alt, caption=_caption(picture))


def _caption(picture: Picture) -> str:
    # Mail and reader apps strip styles: whose picture it is must be text.
    texts = (to_line(text) for text in (picture.caption, picture.credit, picture.licence))
    return " · ".join(text for text in texts if text)


def _film(video: Video) -> Film:
    url, host = _public(video.url)
    return Film(url=url, host=host, title=to_line(video.title))


def _public(written: str) -> tuple[str, str]:
    """An address on another host, with its scheme, and that host's name."""
    url = to_line(f"https:{written}" if written.startswith("//") else written)
    return url, urlsplit(url).netloc.rpartition("@")[2].removeprefix("www.")


def _enclosure(site: Site, post: Post) -> Enclosure | None:
    """RSS readers take one enclosure: the first picture that is ours."""
    for picture in post.single_image:
        media = picture_media(site, post.path, picture)
        kind = MIME_TYPES.get(posixpath.splitext(media.path)[1].lower()) if media else None
        if media and kind:
            return Enclosure(url=site.config.address.absolute(f"/{media.path}"), size=media.size, mime=kind)
    return None
