"""The finished tree of a body as HTML, by digest."""

import hashlib
import re
from html import escape

from lxml.html import HtmlElement

from plugins.core.prose import OPEN, Body
from plugins.markdown.references import HELD
from plugins.markdown.structure import sections, serialise

Stored = tuple[Body, dict[str, str]]

# The mark makes sure that no text of a writer is taken for it.
HELD_MARK = re.compile(f' {HELD}(?=[a-z]+="{OPEN})')
TRAILING_BLANKS = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def nothing(root: HtmlElement) -> Stored:
    """No HTML, for who only checks."""
    return Body(""), {}


def whole(root: HtmlElement) -> Stored:
    """The body in one piece."""
    return _stored(root, tabs=False)


def in_sections(root: HtmlElement) -> Stored:
    """The body, and each of its parts below a `##` heading by itself as well."""
    return _stored(root, tabs=True)


def _stored(root: HtmlElement, *, tabs: bool) -> Stored:
    html: dict[str, str] = {}

    def store(text: str) -> str:
        text = _without_trailing_blanks(text).strip()
        digest = hashlib.sha256(text.encode()).hexdigest()
        html[digest] = text
        return digest

    in_parts = tabs and root.find("h2") is not None
    if not in_parts and not root.text:
        # Most bodies: all of it at once.
        return Body(store(_with_own_names(serialise(root)[len("<div>") : -len("</div>")]))), html
    lead = escape(root.text or "", quote=False)
    pieces = [_with_own_names(piece) for piece in map(serialise, root)]
    every = store(lead + "".join(pieces))
    parts = sections(root, lead, pieces) if in_parts else []
    stored = tuple((id_, title, store("".join(own))) for id_, title, own in parts)
    return Body(every, sections=stored), html


def _with_own_names(html: str) -> str:
    """`html` with the attributes that `References` held under their own names."""
    return HELD_MARK.sub(" ", html) if HELD in html else html


def _without_trailing_blanks(html: str) -> str:
    """`html` with no blank at the end of a line, or before code, save where blanks are shown."""
    pieces = PRE.split(html) if "<pre" in html else [html]
    for place in range(0, len(pieces), 2):
        piece = pieces[place]
        if " \n" in piece or ("\t" in piece and "\t\n" in piece) or piece.endswith((" ", "\t")):
            pieces[place] = TRAILING_BLANKS.sub("", piece)
    return "".join(pieces)
