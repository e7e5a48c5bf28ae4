"""Markdown to finished HTML: Python-Markdown, the allow-list, then one tree for everything else."""

import hashlib
import re

import lxml.html
from lxml.html import HtmlElement
from markdown import Extension, Markdown
from msgspec import Struct

from plugins.core.entry import BodyFacts, BrokenLink
from plugins.core.prose import Body
from plugins.core.slug import slugify
from plugins.core.source import Source
from plugins.markdown.kramdown import BlockAttributesExtension
from plugins.markdown.locate import Locator
from plugins.markdown.media import Media
from plugins.markdown.quotes import curl
from plugins.markdown.references import HELD, References
from plugins.markdown.sanitise import clean, refused
from plugins.markdown.structure import headings, notes, sections, serialise, tables
from plugins.markdown.words import Words

EXTENSIONS = ("extra", "sane_lists")
# Text in brackets, a blank, an address in parentheses: what Markdown does not take for a link.
SPACED_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]+)\][ \t]+\((?P<address>(?:https?://|mailto:|www\.|\.{0,2}/|\{(?:filename|static|attach)\}|[^\s()]+\.md)[^()\n]*)\)"
)


class Rendered(Struct, frozen=True):
    """A body, its HTML by digest (whole, and in sections), and what rules want to know of it."""

    body: Body
    html: dict[str, str]
    facts: BodyFacts


class Renderer:
    """One Markdown instance for many bodies."""

    def __init__(self, extensions: tuple[Extension, ...] = ()) -> None:
        self.markdown = Markdown(
            extensions=[*EXTENSIONS, BlockAttributesExtension(), *extensions],
            extension_configs={
                # Validators take no colon in an id.
                "extra": {"tables": {"use_align_attribute": True}, "footnotes": {"SEPARATOR": "-"}}
            },
            output_format="html",
        )

    def render(self, source: Source, words: Words) -> Rendered:
        """The body of `source`, with `words` and quotes of its language."""
        locator = Locator(source)
        raw = self.markdown.reset().convert(source.body)
        markup = refused(raw, source.body, locator)
        root = _tree(clean(raw))
        references = References(source.path, locator)
        media = Media(words, locator, references)
        media.players(root)
        media.figures(root)
        for link in root.iter("a"):
            references.link(link)
        _drop_empty(root)
        found = headings(root, slugify)
        tables(root, words)
        notes(root, words)
        curl(root, words.quotes)
        text = root.text_content()
        body, html = _stored(root)
        facts = BodyFacts(
            tuple(media.pictures),
            tuple(media.videos),
            (*markup, *media.frames),
            tuple(_broken_links(source, locator)),
        )
        ids = tuple(element.get("id") for element in root.iter() if element.get("id"))
        return Rendered(
            Body(body.digest, len(text.split()), found, ids, tuple(references.made), body.sections),
            html,
            facts,
        )


def _tree(html: str) -> HtmlElement:
    # The <div> makes a single root; libxml2 wants one.
    return lxml.html.fragment_fromstring(html, create_parent="div")


def _drop_empty(root: HtmlElement) -> None:
    """Take away the paragraphs that nothing is left of."""
    for paragraph in list(root.iter("p")):
        if not len(paragraph) and not (paragraph.text or "").strip():
            paragraph.drop_tree()


def _stored(root: HtmlElement) -> tuple[Body, dict[str, str]]:
    html: dict[str, str] = {}

    def store(elements: list[HtmlElement], lead: str) -> str:
        text = (lead + serialise(elements)).replace(f" {HELD}", " ").strip()
        digest = hashlib.sha256(text.encode()).hexdigest()
        html[digest] = text
        return digest

    whole = store(list(root), root.text or "")
    parts = sections(root) if root.find("h2") is not None else []
    stored = tuple((id_, title, store(elements, "")) for id_, title, elements in parts if id_ or elements)
    return Body(whole, sections=stored), html


def _broken_links(source: Source, locator: Locator) -> list[BrokenLink]:
    found = []
    for match in SPACED_LINK.finditer(locator.body):
        if match["text"].startswith("^") or f"[{match['text']}]:" in source.body:
            continue
        span = source.body_span(*match.span())
        found.append(BrokenLink(match["text"], match["address"], span))
    return found
