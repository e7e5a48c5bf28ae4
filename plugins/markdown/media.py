"""Pictures and videos in a body: a figure with its caption, a link that plays nothing before a click."""

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from plugins.core.diagnostic import Span
from plugins.core.entry import BodyMarkup, BodyPicture, BodyVideo
from plugins.core.target import is_external
from plugins.core.video import video_of
from plugins.markdown.locate import Locator
from plugins.markdown.references import References
from plugins.markdown.words import Words

ADDRESS_LINE = re.compile(r"^[ \t]*<?(https?://[^\s<>]+)>?[ \t]*$", re.MULTILINE)


class Media:
    """One pass over the pictures and one over the videos of a body."""

    def __init__(self, words: Words, locator: Locator, references: References) -> None:
        self.words, self.locator, self.references = words, locator, references
        self.pictures: list[BodyPicture] = []
        self.videos: list[BodyVideo] = []
        self.frames: list[BodyMarkup] = []

    def figures(self, root: HtmlElement) -> None:
        """Each picture that stands alone becomes a figure; one on another host becomes a link that names it."""
        for image in list(root.iter("img")):
            picture = self._seen(image)
            alone = _alone(image)
            image.attrib.pop("title", None)
            if picture.decorative:
                image.set("alt", "")
            if is_external(picture.src):
                _swap(alone if alone is not None else image, self._remote(picture, alone is not None))
                continue
            image.set("loading", "lazy")
            image.set("decoding", "async")
            self.references.picture(image, picture.span)
            if alone is not None:
                _swap(alone, _figure(_unwrapped(alone, image), picture.title))

    def _seen(self, image: HtmlElement) -> BodyPicture:
        src = image.get("src") or ""
        classes = (image.get("class") or "").split()
        span = self.locator.find(f"]({src}", src)
        size = len(src)
        if span.end_column - span.column > size:
            span = Span(span.line, span.end_column - size, span.end_line, span.end_column)
        picture = BodyPicture(src, image.get("alt") or "", image.get("title") or "", "decorative" in classes, span)
        self.pictures.append(picture)
        return picture

    def _remote(self, picture: BodyPicture, alone: bool) -> HtmlElement:
        host = urlsplit(picture.src).netloc
        text = self.words.remote.format(host=host)
        link = E.a(f"{picture.alt} — {text}" if picture.alt else text, href=picture.src, rel="noreferrer")
        if not alone:
            return link
        figure = E.figure(E.p(link), CLASS("figure figure-remote"))
        if picture.title:
            figure.append(E.figcaption(picture.title))
        return figure

    def players(self, root: HtmlElement) -> None:
        """Each pasted player, and each video address on a line of its own, becomes a link to the video."""
        for frame in list(root.iter("iframe")):
            self._frame(frame)
        for paragraph in list(root.iter("p")):
            self._lines(paragraph)

    def _frame(self, frame: HtmlElement) -> None:
        src = frame.get("src") or ""
        span = self.locator.find(src, src.replace("&", "&amp;"), "<iframe")
        video = video_of(src if not src.startswith("//") else f"https:{src}")
        if video is None:
            self.frames.append(BodyMarkup(src, "iframe", True, span))
            self.videos.append(BodyVideo(src, span, "iframe"))
            frame.drop_tree()
            return
        self.videos.append(BodyVideo(src, span, "iframe"))
        paragraph = self._video(src, frame.get("title") or "")
        parent = frame.getparent()
        if parent is not None and parent.tag == "p":
            _split_paragraph(parent, frame, paragraph)
        else:
            _swap(frame, paragraph)

    def _lines(self, paragraph: HtmlElement) -> None:
        link = paragraph[0] if len(paragraph) == 1 and paragraph[0].tag == "a" else None
        if link is not None and not (paragraph.text or "").strip() and not (link.tail or "").strip():
            # `<https://…>` on its own line.
            if link.text_content() == link.get("href"):
                self._replace_line(paragraph, link.get("href") or "")
            return
        if len(paragraph) or not paragraph.text or not ADDRESS_LINE.search(paragraph.text):
            return
        self._split_lines(paragraph, paragraph.text)

    def _split_lines(self, paragraph: HtmlElement, text: str) -> None:
        pieces: list[HtmlElement] = []
        kept: list[str] = []
        for line in text.split("\n"):
            match = ADDRESS_LINE.match(line)
            made = self._played(match[1]) if match else None
            if made is None:
                kept.append(line)
                continue
            pieces += [_text_paragraph(kept)] if kept else []
            pieces.append(made)
            kept = []
        if pieces:
            _swap(paragraph, *pieces, *([_text_paragraph(kept)] if kept else []))

    def _replace_line(self, paragraph: HtmlElement, url: str) -> None:
        made = self._played(url)
        if made is not None:
            _swap(paragraph, made)

    def _played(self, url: str) -> HtmlElement | None:
        self.videos.append(BodyVideo(url, self.locator.find(url), "line"))
        return self._video(url, "") if video_of(url) else None

    def _video(self, url: str, title: str) -> HtmlElement:
        video = video_of(url if not url.startswith("//") else f"https:{url}")
        if video is None:
            raise ValueError(url)
        label = self.words.watch.format(service=video.service)
        link = E.a(
            E.span(title or self.words.video, CLASS("video-title")),
            " ",
            E.span(label, CLASS("video-service")),
            CLASS("video-link"),
            href=video.watch_url,
            rel="noreferrer",
        )
        link.set("data-embed", video.embed_url)
        return E.p(link, CLASS("video"))


def _alone(image: HtmlElement) -> HtmlElement | None:
    """The paragraph that holds nothing but this picture (in a link or not)."""
    inner = image
    parent = image.getparent()
    if parent is not None and parent.tag == "a" and not parent.text_content().strip() and len(parent) == 1:
        inner, parent = parent, parent.getparent()
    if parent is None or parent.tag != "p" or len(parent) != 1:
        return None
    return parent if not (parent.text or "").strip() and not (inner.tail or "").strip() else None


def _unwrapped(paragraph: HtmlElement, image: HtmlElement) -> HtmlElement:
    """What stands in the paragraph: the picture, or the link around it."""
    inner: HtmlElement = paragraph[0]
    inner.tail = None
    return inner


def _figure(inner: HtmlElement, caption: str) -> HtmlElement:
    figure = E.figure(inner, CLASS("figure"))
    if caption:
        figure.append(E.figcaption(caption))
    return figure


def _text_paragraph(lines: list[str]) -> HtmlElement:
    return E.p("\n".join(lines))


def _split_paragraph(paragraph: HtmlElement, inner: HtmlElement, block: HtmlElement) -> None:
    """Put `block` in the place of `inner`, between what stood before it in the paragraph and after."""
    after = E.p(inner.tail or "")
    for sibling in list(inner.itersiblings()):
        after.append(sibling)
    inner.tail = None
    paragraph.remove(inner)
    parts = [part for part in (block, after) if part is block or part.text_content().strip() or len(part)]
    parent, tail = paragraph.getparent(), paragraph.tail
    place = parent.index(paragraph) + 1
    paragraph.tail = None
    for offset, part in enumerate(parts):
        parent.insert(place + offset, part)
    parts[-1].tail = tail
    if not paragraph.text_content().strip() and not len(paragraph):
        parent.remove(paragraph)


def _swap(old: HtmlElement, *new: HtmlElement) -> None:
    parent, tail = old.getparent(), old.tail
    place = parent.index(old)
    old.tail = None
    parent.remove(old)
    for offset, element in enumerate(new):
        parent.insert(place + offset, element)
    new[-1].tail = tail
