"""The tree of a body's clean HTML."""

import lxml.html
from lxml import etree
from lxml.html import HtmlElement


def _parser() -> lxml.html.HTMLParser:
    # Without `huge_tree` libxml2 drops what goes on after ten million signs, and says nothing.
    parser = lxml.html.HTMLParser(huge_tree=True)
    # lxml.html asks a Python function for the class of each element; those that differ are forms, which are not let in.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


PARSER = _parser()


def tree(html: str) -> HtmlElement:
    """A `div` with `html` in it."""
    document = etree.fromstring(f"<html><body>{html}</body></html>", PARSER)
    root: HtmlElement = document.find("body")
    # Nothing is around it.
    document.remove(root)
    root.tag = "div"
    if root.text and not root.text.strip():
        root.text = None
    return root


def text_of(element: HtmlElement) -> str:
    """All text in `element`; most hold nothing else, and need not be walked through."""
    text: str = element.text_content() if len(element) else element.text or ""
    return text
