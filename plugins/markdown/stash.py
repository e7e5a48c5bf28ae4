"""What inline patterns have taken out of a text: marks stand there for it until the whole text has been looked at."""

from xml.etree.ElementTree import Element

from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, AtomicString

MARK = INLINE_PLACEHOLDER_PREFIX


class Stash(dict[str, Element | str]):
    """What was taken out, by its number."""

    unmarked = 0
    """How many were found without a mark; what is left of a broken mark shows its number, so they count."""


def put_away(stash: Stash, node: Element | str) -> str:
    """The mark for `node`."""
    name = f"{len(stash) + stash.unmarked:04d}"
    stash[name] = node
    return f"{MARK}{name}{ETX}"


def put_back(stash: Stash, data: str, parent: Element, in_tail: bool = False) -> list[Element]:
    """The elements for which marks stand in `data`, with the texts between; what comes before them is the parent's."""
    found: list[Element] = []
    start = 0
    while (place := data.find(MARK, start)) >= 0:
        match = INLINE_PLACEHOLDER_RE.search(data, place)
        node = stash.get(match[1]) if match else None
        if match is None or node is None:
            place += len(MARK)
            _join(data[start:place], found, parent, in_tail)
            start = place
            continue
        _join(data[start:place], found, parent, in_tail)
        start = match.end()
        if isinstance(node, str):
            _join(node, found, parent, in_tail)
        else:
            _inside(stash, node)
            found.append(node)
    rest = data[start:]
    _join(AtomicString(rest) if isinstance(data, AtomicString) else rest, found, parent, in_tail)
    return found


def _join(text: str, found: list[Element], parent: Element, in_tail: bool) -> None:
    if not text:
        return
    if found or in_tail:
        before = found[-1] if found else parent
        before.tail = before.tail + text if before.tail else text
    else:
        parent.text = parent.text + text if parent.text else text


def _inside(stash: Stash, node: Element) -> None:
    """Put back what stands in the texts of `node` and its children."""
    for child in (node, *node):
        tail, text = child.tail, child.text
        if tail and MARK in tail:
            child.tail = None
            inner = put_back(stash, tail, child, True)
            place = 0 if child is node else list(node).index(child) + 1
            node[place:place] = inner
            text = child.text
        if text and MARK in text:
            child.text = None
            child[:0] = put_back(stash, text, child)
