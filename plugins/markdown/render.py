"""Markdown to finished HTML: Python-Markdown, the allow-list, then one tree for everything else."""

import gc
from collections.abc import Callable

from lxml.html import HtmlElement
from markdown import Extension
from msgspec import Struct

from plugins.core.diagnostic import Diagnostic
from plugins.core.entry import BodyFacts, BodyMarkup
from plugins.core.prose import Body, outline, word_count
from plugins.core.slug import slugify
from plugins.core.source import UNPRINTABLE, Source, has_unprintable
from plugins.markdown.depth import left_open, nested_too_deep, too_deep, too_much
from plugins.markdown.direct import direct
from plugins.markdown.effort import TooMuch
from plugins.markdown.extensions import engine
from plugins.markdown.locate import Locator
from plugins.markdown.media import Media
from plugins.markdown.miswritten import broken_links
from plugins.markdown.paragraphs import may_name_addresses
from plugins.markdown.quotes import curl, has_quotes
from plugins.markdown.references import References
from plugins.markdown.sanitise import clean, is_untouched, refused
from plugins.markdown.seen import LEVELS, Seen
from plugins.markdown.storing import Stored, in_sections, nothing, whole
from plugins.markdown.structure import drop_ways_back, headings, note, tables
from plugins.markdown.tree import tree
from plugins.markdown.words import Words

HEADS = (*LEVELS, "strong")


class Rendered(Struct, frozen=True):
    """A body, its HTML by digest (whole, and in sections), what rules want to know of it, and why it is empty."""

    body: Body
    html: dict[str, str]
    facts: BodyFacts
    diagnostics: tuple[Diagnostic, ...] = ()


Storing = Callable[[HtmlElement], Stored]


class Clean(Struct, frozen=True):
    """The tree of a body's clean HTML, the tags and the text in it, and what was taken out of it."""

    root: HtmlElement
    tags: set[object]
    text: str
    markup: tuple[BodyMarkup, ...] = ()


class Renderer:
    """One Markdown instance for many bodies."""

    def __init__(self, extensions: tuple[Extension, ...] = (), *, bodies: bool = True) -> None:
        """With the rooms' `extensions`. Without `bodies` there is no HTML, only what is known of it: for checks."""
        self.extensions = extensions
        self.bodies = bodies
        self.markdown = engine(extensions)

    def render(self, source: Source, words: Words, *, tabs: bool = True) -> Rendered:
        """The body of `source`, with `words` and quotes of its language; empty, with the reason, when too deep.

        With `tabs`, each of its parts below a `##` heading is kept by itself as well.
        """
        locator = Locator(source)
        refusal = left_open(source, locator)
        if refusal is not None:
            return _empty(refusal)
        try:
            made = self._clean(source, locator)
        except (RecursionError, TooMuch) as error:
            why = too_much(source) if isinstance(error, TooMuch) else nested_too_deep(source)
            self._begin_anew(error)
            return _empty(why)
        if made is None:
            return _empty(nested_too_deep(source))
        return _finished(source, words, locator, made, (in_sections if tabs else whole) if self.bodies else nothing)

    def _begin_anew(self, error: Exception) -> None:
        """Let go of an engine that is left in the middle of a list, and of the half of a tree that it has made."""
        error.__traceback__ = None
        self.markdown = engine(self.extensions)
        # Where many files are read the collector is switched off, and an engine knows itself.
        gc.collect()

    def _clean(self, source: Source, locator: Locator) -> Clean | None:
        """What is let through of the body; None when it is too deep."""
        finished = self.markdown.reset().finished(source.body)
        made = direct(finished, self.markdown) if finished is not None else None
        if made is not None:
            return Clean(*made)
        raw = self.markdown.convert(source.body) if finished is None else self.markdown.written(finished)
        cleaned = clean(raw)
        root = tree(UNPRINTABLE.sub("\ufffd", cleaned) if has_unprintable(cleaned) else cleaned)
        if too_deep(root):
            return None
        markup = () if is_untouched(raw, cleaned) else refused(raw, source.body, locator)
        return Clean(root, {element.tag for element in root.iter()}, root.text_content(), markup)


def _empty(why: Diagnostic) -> Rendered:
    body, html = whole(tree(""))
    return Rendered(body, html, BodyFacts(), (why,))


def _finished(source: Source, words: Words, locator: Locator, made: Clean, stored: Storing) -> Rendered:
    root, tags, text = made.root, made.tags, made.text
    references = References(source.path, locator)
    media = Media(words, locator, references, _title(source))
    # Before anything is changed: the tree is still what the writer wrote.
    seen = Seen(source, locator.body)
    links = tuple(seen.links(root)) if "a" in tags else ()
    heads = tuple(seen.headings(root, tags)) if not tags.isdisjoint(HEADS) else ()
    if not tags.isdisjoint(("iframe", "img")) or may_name_addresses(root, text):
        media.players(root)
        media.figures(root)
        tags, text = tags | {"a"}, root.text_content()
    if "a" in tags:
        if "[^" in source.body:
            drop_ways_back(root)
        for link in root.iter("a"):
            references.link(link)
            note(link, words)
    _drop_empty(root)
    found, ids = headings(root, slugify)
    if "table" in tags:
        tables(root, words)
    # Other quotes make no other number of words.
    if has_quotes(text) and stored is not nothing:
        curl(root, words.quotes)
    body, html = stored(root)
    broken = broken_links(source, locator.body)
    markup = (*made.markup, *media.frames)
    facts = BodyFacts(tuple(media.pictures), tuple(media.videos), markup, broken, links, heads, locator.body)
    known = Body(body.digest, word_count(text), outline(found, ids), tuple(references.made), body.sections)
    return Rendered(known, html, facts)


def _title(source: Source) -> str:
    title = (source.front or {}).get("title")
    return title.strip() if isinstance(title, str) else ""


def _drop_empty(root: HtmlElement) -> None:
    """Take away the paragraphs that nothing is left of."""
    for paragraph in list(root.iter("p")):
        if not len(paragraph) and not (paragraph.text or "").strip():
            paragraph.drop_tree()
