"""Projections of documents: what a list, a neighbour or a page's own head shows of them."""

from urllib.parse import urlsplit

from plugins.core.document import AnyDocument, Campaign, Experience, Picture, Post
from plugins.core.resolve import picture_media
from plugins.core.site import Media, Site
from plugins.core.slug import slugify
from plugins.core.target import is_external
from plugins.core.url import list_path
from plugins.core.video import video_of
from plugins.pages.views import AnyImage, Card, Film, Image, Link, RemoteImage


def card(site: Site, document: AnyDocument) -> Card:
    """What a list shows of `document`."""
    campaign = document if isinstance(document, Campaign) else site.campaign_of(document)
    place = ""
    if isinstance(document, Experience):
        place = ", ".join(part for part in (document.city, document.country) if part)
    return Card(
        kind=document.kind,
        title=document.title,
        url=site.config.address.path(site.paths[document.path]),
        lang=document.lang,
        intro=document.intro,
        date=document.start if isinstance(document, Campaign) else document.date,
        image=cover(site, document),
        labels=category_links(site, document) if isinstance(document, Post) else (),
        colour=campaign.colour if campaign else "",
        place=place,
        entity=document.entity if isinstance(document, Experience) else "",
    )


def link(site: Site, document: AnyDocument) -> Link:
    """A document as a link."""
    return Link(title=document.title, url=site.config.address.path(site.paths[document.path]), lang=document.lang)


def category_links(site: Site, post: Post) -> tuple[Link, ...]:
    """The categories of a post, under their own names, to their pages."""
    language = site.language(post)
    found = []
    for group in site.shelves[post.lang].categories:
        if any(_is_in(site, post, name, group.key, group.term.slug) for name in post.categories):
            url = site.config.address.path(list_path(language, "categories", group.term.slug))
            found.append(Link(title=group.term.name, url=url, lang=post.lang))
    return tuple(found)


def _is_in(site: Site, post: Post, name: str, key: str, slug: str) -> bool:
    if site.taxonomy.categories:
        category = site.taxonomy.find(name)
        return category is not None and category.key == key
    return slugify(name) == slug


def tag_links(site: Site, post: Post) -> tuple[Link, ...]:
    """The tags of a post, as it spells them, to their pages."""
    language = site.language(post)
    return tuple(
        Link(title=tag, url=site.config.address.path(list_path(language, "tags", slugify(tag))), lang=post.lang)
        for tag in dict.fromkeys(post.tags)
    )


def cover(site: Site, document: AnyDocument) -> Image | None:
    """The first picture of a document that is ours."""
    for picture in document.single_image:
        media = picture_media(site, document.path, picture)
        if media is not None:
            return image(site, picture, media)
    return None


def image(site: Site, picture: Picture, media: Media) -> Image:
    """A picture of this site."""
    return Image(
        url=site.config.address.path(f"/{media.path}"),
        absolute_url=site.config.address.absolute(f"/{media.path}"),
        width=media.width,
        height=media.height,
        alt="" if picture.decorative else picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        licence=picture.licence,
        focus=picture.focus,
    )


def images(site: Site, document: AnyDocument, pictures: tuple[Picture, ...]) -> tuple[AnyImage, ...]:
    """The pictures of a document, ours and those on other hosts; one that is missing is left out (and an error)."""
    found: list[AnyImage] = []
    for picture in pictures:
        media = picture_media(site, document.path, picture)
        if media is not None:
            found.append(image(site, picture, media))
        elif is_external(picture.img):
            found.append(
                RemoteImage(
                    url=picture.img,
                    host=urlsplit(picture.img).netloc,
                    alt=picture.alt,
                    caption=picture.caption,
                    credit=picture.credit,
                    licence=picture.licence,
                )
            )
    return tuple(found)


def film(site: Site, document: AnyDocument) -> Film | None:
    """The video of a document, behind a click, with its cover as poster."""
    known = video_of(document.video.url) if document.video else None
    if document.video is None or known is None:
        return None
    return Film(
        title=document.video.title or document.title,
        url=known.watch_url,
        embed=known.embed_url,
        service=known.service,
        poster=cover(site, document),
    )
