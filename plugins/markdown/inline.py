"""Inline patterns, asked only about a text that holds the sign without which they find nothing."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor as Pattern
from markdown.inlinepatterns import ReferenceInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString, Registry
from msgspec import Struct

from plugins.markdown.effort import SHORT, Effort
from plugins.markdown.signs import rare
from plugins.markdown.simple import elements, knows, parts
from plugins.markdown.stash import MARK, Stash, put_away, put_back

# Of two signs one is enough. A pattern that is not named here is always asked.
SIGNS: dict[str, tuple[str, str]] = {
    "backtick": ("`", "`"),
    "escape": ("\\", "\\"),
    "footnote": ("[^", "[^"),
    "reference": ("[", "["),
    "link": ("[", "["),
    "image_link": ("![", "!["),
    "image_reference": ("![", "!["),
    "short_reference": ("[", "["),
    "short_image_ref": ("![", "!["),
    "autolink": ("<", "<"),
    "automail": ("<", "<"),
    "linebreak": ("  \n", "  \n"),
    "html": ("<", "<"),
    "entity": ("&", "&"),
    "em_strong": ("*", "_"),
}


class Asked(Struct, frozen=True):
    """A pattern, its place among all, the signs of which a text must have one, and the tags inside which it is not."""

    number: int
    pattern: Any
    sign: str
    other: str
    excluded: frozenset[str]
    matches: Callable[[str, int], Iterator[re.Match[str]]]


class Inline(InlineProcessor):
    """Python-Markdown's inline processor. What it finds takes signs out of a text and never puts one in."""

    stashed_nodes: Stash
    _asked: tuple[Asked, ...] = ()
    _signs: tuple[str, ...] = ()
    _simple = False
    _plans: dict[tuple[frozenset[str], bool], tuple[tuple[Asked, ...], tuple[str, ...], bool]]
    _InlineProcessor__applyPattern: Any

    def __init__(self, md: Markdown, effort: Effort) -> None:
        super().__init__(md)
        self.effort = effort
        # By the signs in a text, of which there are few combinations, and whether it has addresses apart.
        self._plans = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Called by Python-Markdown."""
        text = "\n".join(tree.itertext())
        there = frozenset(sign for first, sign in self._all_signs if first in text and sign in text)
        key = there, bool(self.md.references)
        if key not in self._plans:
            self._plans[key] = self._plan(*key)
        self._asked, self._signs, simple = self._plans[key]
        patterns: Registry[Any] = self.inlinePatterns
        self._simple = simple and not patterns["em_strong"].regions
        self.stashed_nodes = Stash()
        stack = deque([(tree, [*(ancestors or ()), tree.tag.lower()])])
        while stack:
            element, self.ancestors = stack.popleft()
            if element is not tree:
                self.ancestors.append(element.tag.lower())
            self._children(element, stack)
        return tree

    def _children(self, element: Element, stack: deque[tuple[Element, list[str]]]) -> None:
        """What is found in the texts of the children; what is to be looked at in its turn goes on the stack."""
        made: list[tuple[Element, list[Element]]] = []
        for child in element:
            text, tail = child.text, child.tail
            if text and self._may_find(text):
                made.append((child, self._in_text(child, text, stack)))
            if tail and self._may_find(tail):
                self._in_tail(element, child, tail)
            if len(child):
                stack.append((child, self.ancestors[:]))
        for child, found in made:
            child[:0] = found

    def _in_text(self, child: Element, text: str, stack: deque[tuple[Element, list[str]]]) -> list[Element]:
        cut = parts(text) if self._simple else None
        if cut:
            child.text, found = cut[0] or None, list(elements(cut))
            self.stashed_nodes.unmarked += len(found)
            return found
        self.ancestors.append(child.tag.lower())
        data = self._handled(text)
        found = []
        if MARK in data:
            child.text = None
            found = put_back(self.stashed_nodes, data, child)
            # In one without children nothing would be looked at.
            stack += [(inner, self.ancestors[:]) for inner in found if len(inner)]
        else:
            child.text = data or None
        self.ancestors.pop()
        return found

    def _in_tail(self, parent: Element, child: Element, tail: str) -> None:
        holder = Element("d")
        found = put_back(self.stashed_nodes, self._handled(tail), holder, True)
        child.tail = holder.tail or None
        place = list(parent).index(child) + 1
        parent[place:place] = found

    def _may_find(self, text: str) -> bool:
        if isinstance(text, AtomicString):
            return False
        for sign in self._signs:  # noqa: SIM110 (a third of the time)
            if sign in text:
                return True
        return False

    def _plan(self, there: frozenset[str], names: bool) -> tuple[tuple[Asked, ...], tuple[str, ...], bool]:
        """Which patterns are asked, by which signs, and whether `parts` is about them."""
        asked = tuple(
            one
            for one in self._all
            if (one.sign in there or one.other in there)
            and (names or not isinstance(one.pattern, ReferenceInlineProcessor))
        )
        signs = {sign for one in asked for sign in (one.sign, one.other)}
        return asked, (STX, *signs), knows(self.inlinePatterns, signs)

    @cached_property
    def _all_signs(self) -> tuple[tuple[str, str], ...]:
        signs = {sign for asked in self._all for sign in (asked.sign, asked.other)}
        return tuple((rare(sign), sign) for sign in signs)

    @cached_property
    def _all(self) -> tuple[Asked, ...]:
        # Extensions are all there at the first use.
        signs = {id(self.inlinePatterns[name]): signs for name, signs in SIGNS.items() if name in self.inlinePatterns}
        patterns: Iterable[Any] = self.inlinePatterns
        return tuple(
            Asked(
                number,
                pattern,
                *signs.get(id(pattern), ("", "")),
                frozenset(tag.lower() for tag in pattern.ANCESTOR_EXCLUDES),
                pattern.getCompiledRegExp().finditer,
            )
            for number, pattern in enumerate(patterns)
        )

    def _handled(self, data: str, first: int = 0) -> str:
        """`data` with marks in the place of what is found in it by the patterns from number `first`."""
        if isinstance(data, AtomicString):
            return data
        for asked in self._asked:
            if (asked.sign in data or asked.other in data) and asked.number >= first:
                data = self._taken_out(asked, data)
        return data

    def _taken_out(self, asked: Asked, data: str) -> str:
        if asked.excluded and not asked.excluded.isdisjoint(self.ancestors):
            return data
        if not isinstance(asked.pattern, Pattern):
            return self._taken_out_plainly(asked, data)
        place, handle = 0, asked.pattern.handleMatch
        while True:
            for match in asked.matches(data, place):
                node, start, end = handle(match, data)
                if start is not None and end is not None:
                    break
            else:
                return data
            if node is None:
                place = end
                continue
            if not isinstance(node, str):
                self._inside(node, asked.number)
            mark = put_away(self.stashed_nodes, node)
            if len(data) > SHORT:
                self.effort.spend(len(data))
            data = f"{data[:start]}{mark}{data[end:]}"
            place = start + len(mark)

    def _taken_out_plainly(self, asked: Asked, data: str) -> str:
        """For a pattern of the old kind."""
        matched, place = True, 0
        while matched:
            data, matched, place = self._InlineProcessor__applyPattern(asked.pattern, data, asked.number, place)
        return data

    def _inside(self, node: Element, number: int) -> None:
        """Take out of the texts of `node` and its children what the patterns behind `number` find."""
        if isinstance(node.text, AtomicString):
            return
        for child in (node, *node):
            if child.text:
                self.ancestors.append(child.tag.lower())
                child.text = self._handled(child.text, number + 1)
                self.ancestors.pop()
            if child.tail:
                child.tail = self._handled(child.tail, number)
