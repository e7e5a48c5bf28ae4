"""Projections of documents: what a list, a neighbour or a page's own head shows of them, each made once."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from plugins.core.document import AnyDocument, Campaign, Experience, Picture, Post
from plugins.core.resolve import picture_media
from plugins.core.site import Media, Site
from plugins.core.slug import slugify
from plugins.core.target import is_external
from plugins.core.url import list_path
from plugins.core.video import video_of
from plugins.pages.views import AnyImage, Card, Film, Image, Link, RemoteImage


class Cards:
    """The projections of one site's documents."""

    def __init__(self, site: Site) -> None:
        """Nothing is projected before it is asked for."""
        self.site = site
        self.address = site.config.address
        self._cards: dict[str, Card] = {}
        self._urls: dict[str, str] = {}
        self._covers: dict[str, Image | None] = {}
        self._tags: dict[tuple[str, str], Link] = {}
        self._chosen: dict[tuple[str, tuple[str, ...]], tuple[Link, ...]] = {}
        self._categories = {language.code: self._category_links(language.code) for language in site.config.languages}

    def card(self, document: AnyDocument) -> Card:
        """What a list shows of `document`."""
        made = self._cards.get(document.path)
        if made is None:
            made = self._cards[document.path] = self._card(document)
        return made

    def cards(self, documents: Sequence[AnyDocument]) -> tuple[Card, ...]:
        """The cards of several documents, in their order."""
        return tuple(self.card(document) for document in documents)

    def _card(self, document: AnyDocument) -> Card:
        campaign = document if isinstance(document, Campaign) else self.site.campaign_of(document)
        place = ""
        if isinstance(document, Experience):
            place = ", ".join(part for part in (document.city, document.country) if part)
        return Card(
            kind=document.kind,
            title=document.title,
            url=self.url(document),
            lang=document.lang,
            intro=document.intro,
            date=document.start if isinstance(document, Campaign) else document.date,
            image=self.cover(document),
            labels=self._labels(document),
            colour=campaign.colour if campaign else "",
            place=place,
            entity=document.entity if isinstance(document, Experience) else "",
        )

    def _labels(self, document: AnyDocument) -> tuple[Link, ...]:
        if isinstance(document, Post):
            return self.category_links(document)
        # Topics have no pages of their own.
        topics = document.topics if isinstance(document, Experience) else ()
        return tuple(Link(title=topic, url="", lang=document.lang) for topic in topics)

    def url(self, document: AnyDocument) -> str:
        """The url path of a document."""
        made = self._urls.get(document.path)
        if made is None:
            made = self._urls[document.path] = self.address.path(self.site.paths[document.path])
        return made

    def link(self, document: AnyDocument) -> Link:
        """A document as a link."""
        return Link(title=document.title, url=self.url(document), lang=document.lang)

    def term_url(self, lang: str, segment: str, slug: str = "") -> str:
        """The url path of a list, or of one term of it."""
        return self.address.path(list_path(self.site.config.language(lang), segment, slug))

    def _category_links(self, lang: str) -> dict[str, Link]:
        return {
            group.key or group.term.slug: Link(
                title=group.term.name, url=self.term_url(lang, "categories", group.term.slug), lang=lang
            )
            for group in self.site.shelves[lang].categories
        }

    def category_links(self, post: Post) -> tuple[Link, ...]:
        """The categories of a post, under their own names, to their pages."""
        asked = (post.lang, post.categories)
        if asked not in self._chosen:
            self._chosen[asked] = self._chosen_links(*asked)
        return self._chosen[asked]

    def _chosen_links(self, lang: str, names: tuple[str, ...]) -> tuple[Link, ...]:
        known, taxonomy = self._categories[lang], self.site.taxonomy
        keys: list[str] = []
        for name in names:
            category = taxonomy.find(name) if taxonomy.categories else None
            keys.append(category.key if category else slugify(name))
        return tuple(known[key] for key in dict.fromkeys(keys) if key in known)

    def tag_links(self, post: Post) -> tuple[Link, ...]:
        """The tags of a post, as it spells them, to their pages."""
        return tuple(self._tag_link(post.lang, tag) for tag in dict.fromkeys(post.tags))

    def _tag_link(self, lang: str, tag: str) -> Link:
        made = self._tags.get((lang, tag))
        if made is None:
            made = Link(title=tag, url=self.term_url(lang, "tags", slugify(tag)), lang=lang)
            self._tags[(lang, tag)] = made
        return made

    def cover(self, document: AnyDocument) -> Image | None:
        """The first picture of a document that is ours."""
        if document.path not in self._covers:
            self._covers[document.path] = self._cover(document)
        return self._covers[document.path]

    def _cover(self, document: AnyDocument) -> Image | None:
        for picture in document.single_image:
            media = picture_media(self.site, document.path, picture)
            if media is not None:
                return self.image(picture, media)
        return None

    def image(self, picture: Picture, media: Media) -> Image:
        """A picture of this site."""
        return Image(
            url=self.address.path(f"/{media.path}"),
            absolute_url=self.address.absolute(f"/{media.path}"),
            width=media.width,
            height=media.height,
            alt="" if picture.decorative else picture.alt,
            caption=picture.caption,
            credit=picture.credit,
            licence=picture.licence,
            focus=picture.focus,
        )

    def images(self, document: AnyDocument, pictures: tuple[Picture, ...]) -> tuple[AnyImage, ...]:
        """The pictures of a document, ours and those on other hosts; one that is missing is left out (and an error)."""
        found: list[AnyImage] = []
        for picture in pictures:
            media = picture_media(self.site, document.path, picture)
            if media is not None:
                found.append(self.image(picture, media))
            elif is_external(picture.img):
                found.append(_remote(picture))
        return tuple(found)

    def film(self, document: AnyDocument) -> Film | None:
        """The video of a document, behind a click, with its cover as poster."""
        known = video_of(document.video.url) if document.video else None
        if document.video is None or known is None:
            return None
        return Film(
            title=document.video.title or document.title,
            url=known.watch_url,
            embed=known.embed_url,
            service=known.service,
            poster=self.cover(document),
        )


def _remote(picture: Picture) -> RemoteImage:
    return RemoteImage(
        url=picture.img,
        host=urlsplit(picture.img).netloc,
        alt=picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        licence=picture.licence,
    )
