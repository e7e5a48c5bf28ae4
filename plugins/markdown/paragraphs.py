"""Paragraphs taken apart: what stands alone in one, and what stands on a line of its own."""

import re
from collections.abc import Callable, Iterator
from typing import cast

from lxml import etree
from lxml.html import HtmlElement
from lxml.html.builder import E

WITH_ADDRESSES = etree.XPath('.//p[text()[contains(., "http")] or a[string(@href) = string(.)]]')
WITH_PICTURES = etree.XPath(".//p[count(.//img) > 1]")
ADDRESS_LINE = re.compile(r"^[ \t]*(https?://[^\s<>]+)[ \t]*$", re.MULTILINE)


def alone_in(image: HtmlElement) -> HtmlElement | None:
    """The paragraph that holds nothing but this picture (in a link or not)."""
    inner = _with_link(image)
    parent = inner.getparent()
    if parent is None or parent.tag != "p" or not _has_no_siblings(inner):
        return None
    return parent if not _says(parent.text) and not _says(inner.tail) else None


def _has_no_siblings(element: HtmlElement) -> bool:
    # A parent counts all its children to say how many they are.
    return element.getprevious() is None and element.getnext() is None


def _with_link(image: HtmlElement) -> HtmlElement:
    """The picture, or the link in which it is all there is."""
    parent = image.getparent()
    if parent is not None and parent.tag == "a" and _has_no_siblings(image) and not _says(parent.text):
        return image if _says(image.tail) else parent
    return image


def _says(text: str | None) -> bool:
    return bool(text and text.strip())


def with_pictures(root: HtmlElement) -> list[HtmlElement]:
    """The paragraphs of more pictures than one."""
    return cast(list[HtmlElement], WITH_PICTURES(root))


def separate_pictures(paragraph: HtmlElement) -> None:
    """A paragraph of several pictures and nothing else becomes one for each, so that each keeps its caption."""
    pictures = [_with_link(image) for image in paragraph.iter("img")]
    known = set(pictures)
    others = [child for child in paragraph if child not in known]
    if len(pictures) < 2 or len(pictures) + len(others) != len(paragraph):
        return
    if any(other.tag != "br" for other in others):
        return
    if _says(paragraph.text) or any(_says(child.tail) for child in paragraph):
        return
    made = [E.p(picture) for picture in pictures]
    for one in made:
        one[0].tail = "\n"
    swap(paragraph, *made)


def with_addresses(root: HtmlElement) -> list[HtmlElement]:
    """The paragraphs in which `address_lines` may find any."""
    return cast(list[HtmlElement], WITH_ADDRESSES(root))


def may_name_addresses(root: HtmlElement, text: str) -> bool:
    """Whether `with_addresses`, which looks at every text, may find any; `text` is all of them."""
    return "http" in text or any((link.get("href") or "").startswith(link.text or "") for link in root.iter("a"))


def address_lines(paragraph: HtmlElement, is_wanted: Callable[[str], bool]) -> Iterator[tuple[HtmlElement | None, str]]:
    """Each web address on a line of its own, with its link, else with a `span` made for it where it is wanted."""
    texts = [(None, paragraph.text), *((child, child.tail) for child in paragraph)]
    for before, text in texts:
        if before is not None and _is_line(before):
            yield before, before.text_content().strip()
        if text and "http" in text:
            yield from reversed(_wrapped(paragraph, before, text, is_wanted))


def _is_line(child: HtmlElement) -> bool:
    """Whether it is a link that shows its address, alone on its line."""
    if child.tag != "a" or not child.get("href") or child.text_content() != child.get("href"):
        return False
    return _begins_line(child) and _ends_line(child)


def _wrapped(
    paragraph: HtmlElement, before: HtmlElement | None, text: str, is_wanted: Callable[[str], bool]
) -> list[tuple[HtmlElement | None, str]]:
    """The addresses in the text behind `before` (at the paragraph's start without one), the last one first."""
    found: list[tuple[HtmlElement | None, str]] = []
    after = before.getnext() if before is not None else paragraph[0] if len(paragraph) else None
    size = len(text)
    for match in reversed(list(ADDRESS_LINE.finditer(text))):
        in_line = match.start() == 0 and not _breaks(before)
        if in_line or (match.end() == size and not _breaks(after)):
            continue
        span = None
        if is_wanted(match[1]):
            span = E.span(match[1])
            # An element takes its tail along, so the text is cut first.
            span.tail, text = text[match.end() :], text[: match.start()]
            paragraph.insert(0 if before is None else paragraph.index(before) + 1, span)
            if before is None:
                paragraph.text = text
            else:
                before.tail = text
        found.append((span, match[1]))
    return found


def _breaks(element: HtmlElement | None) -> bool:
    return element is None or element.tag == "br"


def _begins_line(child: HtmlElement) -> bool:
    before = child.getprevious()
    text = ((child.getparent().text if before is None else before.tail) or "").rstrip(" \t")
    return text.endswith("\n") or (not text and _breaks(before))


def _ends_line(child: HtmlElement) -> bool:
    text = (child.tail or "").lstrip(" \t")
    return text.startswith("\n") or (not text and _breaks(child.getnext()))


def carve(inner: HtmlElement, block: HtmlElement) -> None:
    """Put `block` in the place of `inner`, between the paragraph that held it and one for what followed."""
    paragraph: HtmlElement = inner.getparent()
    after = E.p((inner.tail or "").lstrip())
    for sibling in list(inner.itersiblings()):
        after.append(sibling)
    inner.tail = None
    paragraph.remove(inner)
    _trim(paragraph, after)
    pieces = [piece for piece in (paragraph, block, after) if piece is block or _says(piece.text) or len(piece)]
    swap(paragraph, *pieces)


def _trim(paragraph: HtmlElement, after: HtmlElement) -> None:
    """Take away the line breaks around what was carved out."""
    if len(paragraph) and paragraph[-1].tag == "br" and not _says(paragraph[-1].tail):
        paragraph.remove(paragraph[-1])
    if len(after) and after[0].tag == "br" and not _says(after.text):
        after.text = (after[0].tail or "").lstrip()
        after[0].tail = None
        after.remove(after[0])
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip() or None
    else:
        paragraph.text = (paragraph.text or "").rstrip() or None


def swap(old: HtmlElement, *new: HtmlElement) -> None:
    """Put `new`, of which `old` may be one, in the place of `old`; the text behind stays behind."""
    tail, last = old.tail, old
    old.tail = None
    # To count places takes longer the more there are.
    for element in new:
        if element is not old:
            last.addnext(element)
            last = element
    if old not in new:
        old.getparent().remove(old)
    new[-1].tail = tail
