"""The HTML of Python-Markdown's finished tree, sign by sign what its own serialiser writes."""

from collections.abc import Callable
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import BOOLEAN_ATTRIBUTES, RE_AMP, to_html_string  # type: ignore[attr-defined]

BOOLEAN = BOOLEAN_ATTRIBUTES["html"]
RAW = frozenset({"script", "style"})


def to_html(root: Element) -> str:
    """The HTML of `root`."""
    pieces: list[str] = []
    try:
        _write(root, pieces.append)
    except RecursionError:
        # Theirs does not recurse.
        return to_html_string(root)
    return "".join(pieces)


def _write(element: Element, write: Callable[[str], object]) -> None:
    tag, attributes = element.tag, _attributes(element) if element.attrib else ""
    if tag.__class__ is not str or attributes is None:
        write(to_html_string(element))
        return
    write(f"<{tag}{attributes}>")
    text = element.text
    if text:
        if ("&" in text or "<" in text or ">" in text) and tag.lower() not in RAW:
            text = _escaped(text)
        write(text)
    for child in element:
        _write(child, write)
    if tag.lower() not in HTML_EMPTY:
        write(f"</{tag}>")
    tail = element.tail
    if tail:
        write(_escaped(tail) if "&" in tail or "<" in tail or ">" in tail else tail)


def _attributes(element: Element) -> str | None:
    """The attributes as text, or None when one is no text."""
    written = ""
    for name, value in sorted(element.items()) if len(element.attrib) > 1 else element.items():
        if name.__class__ is not str or value.__class__ is not str:
            return None
        escaped = _escaped(value).replace('"', "&quot;")
        written += f" {escaped}" if name == escaped and name in BOOLEAN else f' {name}="{escaped}"'
    return written


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")
