"""Headings, tables, notes and sections: the parts of a body that readers and pages navigate by."""

from collections.abc import Callable, Sequence
from typing import cast
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from plugins.core.prose import Heading
from plugins.markdown.tree import text_of
from plugins.markdown.words import Words

WRITTEN_IDS = etree.XPath(".//@id", smart_strings=False)
WAYS_BACK = etree.XPath('.//a[contains(@class, "footnote-backref")]')
LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def headings(root: HtmlElement, slugify: Callable[[str], str]) -> tuple[tuple[Heading, ...], tuple[str, ...]]:
    """The headings, and every id in the tree, in order.

    Each heading gets an id of its own; `h1` becomes `h2`, because the page's title is the `h1`.
    """
    written = ids(root)
    taken: set[str | None] = set(written)
    numbers: dict[str, int] = {}
    found: list[Heading] = []
    for element in root.iter(*LEVELS):
        if element.tag == "h1":
            element.tag = "h2"
        title = " ".join(text_of(element).split())
        if not element.get("id"):
            element.set("id", _free(slugify(title), taken, numbers))
        found.append(Heading(int(element.tag[1]), element.get("id") or "", title))
    return tuple(found), ids(root) if written else tuple(heading.id for heading in found)


def ids(root: HtmlElement) -> tuple[str, ...]:
    """Every id in the tree, in order."""
    return tuple(id_ for id_ in cast(list[str], WRITTEN_IDS(root)) if id_)


def _free(wanted: str, taken: set[str | None], numbers: dict[str, int]) -> str:
    """`wanted`, or `wanted-2` and so on; `numbers` remembers how far each has come."""
    name, number = wanted, numbers.get(wanted, 1)
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    numbers[wanted] = number
    taken.add(name)
    return name


def tables(root: HtmlElement, words: Words) -> None:
    """Each table can be scrolled sideways, by keyboard too; alignment becomes a class."""
    for number, table in enumerate(list(root.iter("table")), 1):
        caption = table.find("caption")
        label = caption.text_content().strip() if caption is not None else f"{words.table} {number}"
        box = E.section(CLASS("table"), tabindex="0")
        box.set("aria-label", label)
        box.tail, table.tail = table.tail, None
        table.getparent().replace(table, box)
        box.append(table)
    for cell in root.iter("td", "th"):
        align = cell.attrib.pop("align", "")
        if align in ("left", "center", "right"):
            cell.set("class", f"{cell.get('class') or ''} align-{align}".strip())


def note(link: HtmlElement, words: Words) -> None:
    """Name `link` in the body's language if it is the way back from a footnote."""
    if "footnote-backref" in (link.get("class") or ""):
        link.attrib.pop("title", None)
        link.set("aria-label", words.back)


def drop_ways_back(root: HtmlElement) -> None:
    """Take away the way back from each footnote that no mark in the text names."""
    there = set(cast(list[str], WRITTEN_IDS(root)))
    for link in cast(list[HtmlElement], WAYS_BACK(root)):
        if unquote((link.get("href") or "").removeprefix("#")) not in there:
            link.drop_tree()


def sections(root: HtmlElement, lead: str, pieces: Sequence[str]) -> list[tuple[str, str, list[str]]]:
    """The body cut at each top-level `h2`: id and title of the heading (empty before the first), and what follows.

    `pieces` are the HTML of its children, `lead` is that of the text before them.
    """
    parts: list[tuple[str, str, list[str]]] = [("", "", [lead])]
    for child, piece in zip(root, pieces, strict=True):
        if child.tag == "h2":
            parts.append((child.get("id") or "", " ".join(child.text_content().split()), []))
        else:
            parts[-1][2].append(piece)
    return parts if lead.strip() or len(parts[0][2]) > 1 else parts[1:]


def serialise(element: HtmlElement) -> str:
    """The HTML of `element` and of the text behind it."""
    return etree.tostring(element, encoding="unicode", method="html")
