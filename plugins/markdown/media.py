"""Pictures and videos in a body: a figure with its caption, a link that plays nothing before a click."""

from urllib.parse import urlsplit

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from plugins.core.diagnostic import Span
from plugins.core.entry import BodyMarkup, BodyPicture, BodyVideo
from plugins.core.target import is_external
from plugins.core.video import own_title, video_of
from plugins.markdown.locate import Locator
from plugins.markdown.paragraphs import (
    address_lines,
    alone_in,
    carve,
    separate_pictures,
    swap,
    with_addresses,
    with_pictures,
)
from plugins.markdown.references import References
from plugins.markdown.tree import text_of
from plugins.markdown.words import Words


class Media:
    """One pass over the pictures and one over the videos of a body."""

    def __init__(self, words: Words, locator: Locator, references: References, title: str) -> None:
        """`title` is the document's: a video that says nothing of itself is called like it."""
        self.title = title or words.video
        self.words, self.locator, self.references = words, locator, references
        self.pictures: list[BodyPicture] = []
        self.captioned: set[HtmlElement] = set()
        self.videos: list[BodyVideo] = []
        self.frames: list[BodyMarkup] = []

    def figures(self, root: HtmlElement) -> None:
        """Each picture that stands alone becomes a figure; one on another host becomes a link that names it."""
        if root.find(".//img") is None:
            return
        for paragraph in with_pictures(root):
            separate_pictures(paragraph)
        captions = [one for one in root.iter("figcaption") if text_of(one).strip()]
        self.captioned = {figure for one in captions for figure in one.iterancestors("figure")}
        for image in list(root.iter("img")):
            picture = self._seen(image)
            alone = alone_in(image)
            if not picture.src:
                self._lost(image, picture)
                continue
            if picture.decorative:
                image.set("alt", "")
            if is_external(picture.src):
                swap(alone if alone is not None else image, self._remote(picture, image, alone is not None))
                continue
            image.set("loading", "lazy")
            image.set("decoding", "async")
            self.references.picture(image, picture.span)
            if alone is not None:
                image.attrib.pop("title", None)
                inner: HtmlElement = alone[0]
                inner.tail = None
                swap(alone, _figure(inner, picture.title))

    def _seen(self, image: HtmlElement) -> BodyPicture:
        src = image.get("src") or ""
        classes = (image.get("class") or "").split()
        if "src" not in image.attrib:
            # What was written there was taken out, and is not looked for in the place of another.
            return BodyPicture("", image.get("alt") or "", "", "decorative" in classes, Span(1, 1, 1, 1))
        # With its text: a link to the same file may stand before it.
        span = self.locator.find(f"![{image.get('alt')}]({src}", f"]({src}", src)
        size = len(src)
        if span.end_column - size > 0 and (span.line != span.end_line or span.end_column - span.column > size):
            span = Span(span.end_line, span.end_column - size, span.end_line, span.end_column)
        alt, title = image.get("alt") or "", image.get("title") or ""
        captioned = bool(self.captioned) and not self.captioned.isdisjoint(image.iterancestors("figure"))
        picture = BodyPicture(src, alt, title, "decorative" in classes, span, captioned)
        self.pictures.append(picture)
        return picture

    def _lost(self, image: HtmlElement, picture: BodyPicture) -> None:
        """A picture without an address: an unsafe one is reported already; its text stays."""
        if "src" in image.attrib:
            self.frames.append(BodyMarkup("img", "tag", False, picture.span))
        text = E.span(picture.alt)
        swap(image, text)
        text.drop_tag()

    def _remote(self, picture: BodyPicture, image: HtmlElement, alone: bool) -> HtmlElement:
        text = self.words.remote.format(host=_host(picture.src))
        label = f"{picture.alt} — {text}" if picture.alt else text
        link = E.a(label, href=picture.src, rel="noreferrer")
        around = image.getparent()
        linked = around is not None and around.tag == "a"
        if not alone:
            # A link cannot stand in a link: the writer's own stays.
            return E.span(label) if linked else link
        figure = E.figure(E.p(link), CLASS("figure figure-remote"))
        if linked and around.get("href") and around.get("href") != picture.src:
            figure.append(E.p(E.a(around.get("href"), href=around.get("href"))))
        if picture.title:
            figure.append(E.figcaption(picture.title))
        return figure

    def players(self, root: HtmlElement) -> None:
        """Each pasted player, and each video address on a line of its own, becomes a link to the video."""
        for frame in list(root.iter("iframe")):
            self._frame(frame)
        for paragraph in with_addresses(root):
            self._lines(paragraph)

    def _frame(self, frame: HtmlElement) -> None:
        src = frame.get("src") or ""
        tag = self.locator.find("<iframe")
        span = self.locator.find(src, src.replace("&", "&amp;")) if src else tag
        title = own_title(frame.get("title") or "")
        video = video_of(src if not src.startswith("//") else f"https:{src}")
        if video is None:
            self.frames.append(BodyMarkup(src, "iframe", True, span))
            self.videos.append(BodyVideo(src, span, "iframe", title))
            frame.drop_tree()
            return
        self.videos.append(BodyVideo(src, span, "iframe", title))
        paragraph = self._video(src, title)
        parent = frame.getparent()
        if parent is not None and parent.tag == "p":
            carve(frame, paragraph)
        else:
            swap(frame, paragraph)

    def _lines(self, paragraph: HtmlElement) -> None:
        for line, url in [*address_lines(paragraph, _is_video)]:
            self.videos.append(BodyVideo(url, self.locator.find_line(url), "line"))
            if line is not None and _is_video(url):
                carve(line, self._video(url, ""))

    def _video(self, url: str, title: str) -> HtmlElement:
        video = video_of(url if not url.startswith("//") else f"https:{url}")
        if video is None:
            raise ValueError(url)
        label = self.words.watch.format(service=video.service)
        link = E.a(
            E.span(title or self.title, CLASS("video-title")),
            " ",
            E.span(label, CLASS("video-service")),
            CLASS("video-link"),
            href=video.watch_url,
            rel="noreferrer",
        )
        link.set("data-embed", video.embed_url)
        return E.p(link, CLASS("video"))


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc or url
    except ValueError:
        return url


def _figure(inner: HtmlElement, caption: str) -> HtmlElement:
    figure = E.figure(inner, CLASS("figure"))
    if caption:
        figure.append(E.figcaption(caption))
    return figure


def _is_video(url: str) -> bool:
    return video_of(url) is not None
