"""Markdown to finished HTML: Python-Markdown, the allow-list, then one tree for everything else."""

import hashlib
import re
from html import escape

from lxml.html import HtmlElement
from markdown import Extension
from msgspec import Struct

from plugins.core.diagnostic import Diagnostic
from plugins.core.entry import BodyFacts, BodyMarkup, BrokenLink
from plugins.core.prose import OPEN, Body, outline
from plugins.core.slug import slugify
from plugins.core.source import UNPRINTABLE, Source, has_unprintable
from plugins.markdown.depth import left_open, nested_too_deep, too_deep
from plugins.markdown.extensions import engine
from plugins.markdown.locate import Locator
from plugins.markdown.media import Media
from plugins.markdown.quotes import curl, has_quotes
from plugins.markdown.references import HELD, References
from plugins.markdown.sanitise import clean, is_untouched, refused
from plugins.markdown.structure import headings, ids, notes, sections, serialise, tables
from plugins.markdown.tree import tree
from plugins.markdown.words import Words

# The mark makes sure that no text of a writer is taken for it.
HELD_MARK = re.compile(f' {HELD}(?=[a-z]+="{OPEN})')
TRAILING_BLANKS = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
SPACED = re.compile(r"\][ \t]{1,9}\(")
PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
# Text in brackets, a blank, an address in parentheses: what Markdown does not take for a link.
SPACED_LINK = re.compile(
    r"(?<!\\)\[(?P<text>[^\[\]\n]{1,500})\][ \t]{1,9}\((?P<address>(?:https?://|mailto:|www\.|\.{0,2}/|\{(?:filename|static|attach)\}|[^\s()]{1,200}\.md)[^()\n]{0,2000})\)"
)


class Rendered(Struct, frozen=True):
    """A body, its HTML by digest (whole, and in sections), what rules want to know of it, and why it is empty."""

    body: Body
    html: dict[str, str]
    facts: BodyFacts
    diagnostics: tuple[Diagnostic, ...] = ()


class Renderer:
    """One Markdown instance for many bodies."""

    def __init__(self, extensions: tuple[Extension, ...] = ()) -> None:
        self.extensions = extensions
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
            raw = self.markdown.reset().convert(source.body)
            cleaned = clean(raw)
            root = tree(UNPRINTABLE.sub("\ufffd", cleaned) if has_unprintable(cleaned) else cleaned)
            markup = () if is_untouched(raw, cleaned) else refused(raw, source.body, locator)
        except RecursionError:
            # Its block parser is left in the middle of a list.
            self.markdown = engine(self.extensions)
            return _empty(nested_too_deep(source))
        if too_deep(root):
            return _empty(nested_too_deep(source))
        return _finished(source, words, locator, root, markup, tabs)


def _empty(why: Diagnostic) -> Rendered:
    body, html = _stored(tree(""), tabs=False)
    return Rendered(body, html, BodyFacts(), (why,))


def _finished(
    source: Source, words: Words, locator: Locator, root: HtmlElement, markup: tuple[BodyMarkup, ...], tabs: bool
) -> Rendered:
    references = References(source.path, locator)
    media = Media(words, locator, references, _title(source))
    media.players(root)
    media.figures(root)
    for link in root.iter("a"):
        references.link(link)
    _drop_empty(root)
    found = headings(root, slugify)
    tables(root, words)
    notes(root, words)
    # Other quotes make no other number of words.
    text = root.text_content()
    if has_quotes(text):
        curl(root, words.quotes)
    body, html = _stored(root, tabs=tabs)
    broken = tuple(_broken_links(source, locator))
    facts = BodyFacts(tuple(media.pictures), tuple(media.videos), (*markup, *media.frames), broken)
    made = Body(body.digest, len(text.split()), outline(found, ids(root)), tuple(references.made), body.sections)
    return Rendered(made, html, facts)


def _title(source: Source) -> str:
    title = (source.front or {}).get("title")
    return title.strip() if isinstance(title, str) else ""


def _drop_empty(root: HtmlElement) -> None:
    """Take away the paragraphs that nothing is left of."""
    for paragraph in list(root.iter("p")):
        if not len(paragraph) and not (paragraph.text or "").strip():
            paragraph.drop_tree()


def _stored(root: HtmlElement, *, tabs: bool) -> tuple[Body, dict[str, str]]:
    html: dict[str, str] = {}
    lead = escape(root.text or "", quote=False)
    pieces = [HELD_MARK.sub(" ", piece) if HELD in piece else piece for piece in map(serialise, root)]
    complete = lead + "".join(pieces)

    def store(text: str) -> str:
        text = _without_trailing_blanks(text).strip()
        digest = hashlib.sha256(text.encode()).hexdigest()
        html[digest] = text
        return digest

    whole = store(complete)
    parts = sections(root, lead, pieces) if tabs and root.find("h2") is not None else []
    stored = tuple((id_, title, store("".join(own))) for id_, title, own in parts)
    return Body(whole, sections=stored), html


def _without_trailing_blanks(html: str) -> str:
    """`html` with no blank at the end of a line, or before code, save where blanks are shown."""
    pieces = PRE.split(html) if "<pre" in html else [html]
    for place in range(0, len(pieces), 2):
        piece = pieces[place]
        if " \n" in piece or "\t\n" in piece or piece.endswith((" ", "\t")):
            pieces[place] = TRAILING_BLANKS.sub("", piece)
    return "".join(pieces)


def _broken_links(source: Source, locator: Locator) -> list[BrokenLink]:
    found: list[BrokenLink] = []
    if "] " not in source.body and "]\t" not in source.body:
        return found
    for match in SPACED_LINK.finditer(locator.body) if SPACED.search(locator.body) else ():
        if match["text"].startswith("^") or f"[{match['text']}]:" in source.body:
            continue
        span = source.body_span(*match.span())
        found.append(BrokenLink(match["text"], match["address"], span))
    return found
