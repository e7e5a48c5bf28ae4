"""The tree of a body straight from Python-Markdown's, where it is certain that the long way would make the same.

The long way writes HTML, lets nh3 clean it as HTML 5 parses it, and parses it again. It changes nothing of a tree that
holds only what is listed here: known tags inside each other as HTML's own rules have them, known attributes, addresses
that are plainly harmless, and text that no parser reads as anything else. Whatever is not listed goes the long way.
"""

import re
from html import unescape
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement

from lxml import etree
from lxml.html import HtmlElement
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER, FootnotePostprocessor
from markdown.extensions.md_in_html import MarkdownInHTMLPostprocessor
from markdown.postprocessors import AndSubstitutePostprocessor
from markdown.util import HTML_PLACEHOLDER, STX

from plugins.core.source import has_unprintable
from plugins.markdown.engine import Engine
from plugins.markdown.tree import PARSER

# What these do to HTML is done here, or there is nothing for them to do.
POSTPROCESSORS = {MarkdownInHTMLPostprocessor, FootnotePostprocessor, AndSubstitutePostprocessor}
# What Python-Markdown's serialiser leaves as it is, so that it becomes another sign.
ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
# Hosts as nobody parses them in two ways, and addresses without a scheme.
ADDRESS = re.compile(
    r"https?://(?:(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][^\s\\]*)?"
    r"|mailto:[A-Za-z0-9.+_-]+@[A-Za-z0-9.-]+"
    r"|(?:\.{0,2}/(?!/)|[#\w])[^\s\\:]*"
)
# What Python-Markdown makes of a fence, and puts away until all of the HTML is written.
FENCE = re.compile(
    r"""<pre><code(?: class="(language-[\w.+#-]+)")?>((?:[^<&\x02\x03]|&(?:amp|lt|gt|quot);)*)</code></pre>"""
)
Fences: TypeAlias = dict[str, tuple[str | None, str]]
EVERYWHERE = frozenset({"class", "id", "lang", "dir", "title"})
ATTRIBUTES = {
    "a": EVERYWHERE | {"href"},
    "img": EVERYWHERE | {"src", "alt"},
    "ol": EVERYWHERE | {"start"},
    "td": EVERYWHERE | {"align"},
    "th": EVERYWHERE | {"align"},
}
ADDRESSES = frozenset({"href", "src"})
# Far less than what is refused, and than where libxml2 ends.
MAX_DEPTH = 40


class Inside(dict[str, "Inside"]):
    """What may stand inside an element, and inside that in turn; `texts` are the only texts there, None is any."""

    def __init__(self, texts: tuple[str, ...] | None) -> None:
        super().__init__()
        self.texts = texts


NOTHING, TEXT, LINKED, PHRASES, FLOW = Inside(()), Inside(None), Inside(None), Inside(None), Inside(None)
ITEMS, CODE, TERMS = Inside(("\n",)), Inside(()), Inside(("\n",))
TABLE, ROWS, CELLS = Inside(("\n",)), Inside(("\n",)), Inside(("\n",))
# A link ends where another begins, at any depth.
LINKED |= dict.fromkeys(("em", "strong", "sup", "abbr"), LINKED) | {"code": TEXT, "br": NOTHING, "img": NOTHING}
PHRASES |= LINKED | dict.fromkeys(("em", "strong", "sup", "abbr"), PHRASES) | {"a": LINKED}
FLOW |= PHRASES | dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6"), PHRASES)
FLOW |= {"ul": ITEMS, "ol": ITEMS, "dl": TERMS, "pre": CODE, "table": TABLE, "hr": NOTHING}
FLOW |= dict.fromkeys(("blockquote", "div"), FLOW)
ITEMS["li"] = TERMS["dd"] = FLOW
TERMS["dt"] = CELLS["td"] = CELLS["th"] = PHRASES
# HTML drops a line end that begins `pre`; in `code` it stays.
CODE["code"] = TEXT
TABLE |= dict.fromkeys(("thead", "tbody"), ROWS)
ROWS["tr"] = CELLS


class Unsure(Exception):
    """Something that is not listed."""


def direct(root: Element, md: Engine) -> tuple[HtmlElement, set[object], str] | None:
    """What `tree` makes of the clean HTML of `root`, which `md` made; None where that is not certain.

    With it its tags and its text, of which the blanks at both ends may be more.
    """
    fences = _fences(md.htmlStash.rawHtmlBlocks) if md.htmlStash.html_counter else {}
    if fences is None or not POSTPROCESSORS.issuperset(map(type, md.postprocessors)):
        return None
    text = "".join(root.itertext())
    marked = STX in text
    if marked:
        text = _with_notes(text)
        for place, (_, code) in fences.items():
            text = text.replace(place, code)
    if has_unprintable(text) or "\r" in text or ("&" in text and ENTITY.search(text)):
        return None
    if root.tag != "div" or root.attrib or (root.text and root.text.strip()):
        return None
    made, tags = PARSER.makeelement("div"), set[object]()
    try:
        _fill(made, root, FLOW, MAX_DEPTH, tags, fences if marked else None)
    except Unsure:
        return None
    if len(made):
        # As the long way, which strips the HTML.
        made[-1].tail = (made[-1].tail or "").rstrip() or None
    return made, tags, text


def _with_notes(text: str) -> str:
    """`text` with the signs for which the footnotes' marks stand."""
    return text.replace(NBSP_PLACEHOLDER, "\u00a0").replace(FN_BACKLINK_TEXT, "\u21a9")


def _sure(text: str) -> str:
    """`text` with signs for marks.

    Raises:
        Unsure: one is left.
    """
    if STX in text:
        text = _with_notes(text)
        if STX in text:
            raise Unsure
    return text


def _fences(stored: list[str | Element]) -> Fences | None:
    """The code of each fence by its mark, if nothing else was put away."""
    found: Fences = {}
    for number, html in enumerate(stored):
        match = FENCE.fullmatch(html) if isinstance(html, str) else None
        if match is None:
            return None
        found[HTML_PLACEHOLDER % number] = match[1], unescape(match[2])
    return found


def _with_code(element: Element, fences: Fences) -> Element:
    """`element`, or the code for which it stands."""
    mark = element.text
    if mark not in fences or element.tag != "p" or len(element) or element.attrib:
        return element
    made, (name, text) = Element("pre"), fences[mark]
    made.tail = element.tail
    SubElement(made, "code", {"class": name} if name else {}).text = text
    return made


def _fill(
    made: HtmlElement, element: Element, inside: Inside, depth: int, tags: set[object], fences: Fences | None
) -> None:
    """Copy into `made` what stands in `element`, and add its tags to `tags`; without `fences` there are no marks.

    Raises:
        Unsure: not all of it is listed.
    """
    texts = inside.texts
    for written in element:
        child = _with_code(written, fences) if fences else written
        tag = child.tag
        within = inside.get(tag)
        if within is None or not depth:
            raise Unsure
        tags.add(tag)
        copy = etree.SubElement(made, tag, _attributes(tag, child.attrib) if child.attrib else None)
        text, tail = child.text, child.tail
        if text:
            if within.texts is not None and text not in within.texts:
                raise Unsure
            copy.text = text if fences is None else _sure(text)
        if tail:
            if texts is not None and tail not in texts:
                raise Unsure
            copy.tail = tail if fences is None else _sure(tail)
        if len(child):
            _fill(copy, child, within, depth - 1, tags, fences)


def _attributes(tag: str, attributes: dict[str, str]) -> dict[str, str]:
    """The attributes in the order in which they are written.

    Raises:
        Unsure: one is not listed, or its value may become another.
    """
    known = ATTRIBUTES.get(tag, EVERYWHERE)
    for name, value in attributes.items():
        if name not in known or value.__class__ is not str or "&" in value or not value.isprintable():
            raise Unsure
        if name in ADDRESSES and not ADDRESS.fullmatch(value):
            raise Unsure
    return dict(sorted(attributes.items())) if len(attributes) > 1 else attributes
