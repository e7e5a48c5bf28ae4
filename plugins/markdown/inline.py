"""Inline patterns, asked only about a text that holds the sign without which they find nothing."""

from collections import deque
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import ReferenceInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString
from msgspec import Struct

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
    """A pattern, its place among all, and the signs of which a text must have one."""

    number: int
    pattern: object
    sign: str
    other: str


class Inline(InlineProcessor):
    """Python-Markdown's inline processor. What it finds takes signs out of a text and never puts one in."""

    _asked: tuple[Asked, ...] = ()
    _signs: tuple[str, ...] = ()
    _InlineProcessor__applyPattern: Any
    _InlineProcessor__processPlaceholders: Any

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Called by Python-Markdown."""
        self._asked = tuple(self._needed("\n".join(tree.itertext())))
        self._signs = tuple({STX, *(sign for asked in self._asked for sign in (asked.sign, asked.other))})
        self.stashed_nodes = {}
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
            if self._may_find(child.text):
                made.append((child, self._in_text(child, stack)))
            if self._may_find(child.tail):
                self._in_tail(element, child)
            if len(child):
                stack.append((child, self.ancestors[:]))
        for child, found in made:
            child[:0] = found

    def _in_text(self, child: Element, stack: deque[tuple[Element, list[str]]]) -> list[Element]:
        self.ancestors.append(child.tag.lower())
        text, child.text = child.text, None
        found = self._InlineProcessor__processPlaceholders(self._InlineProcessor__handleInline(text), child)
        stack += found
        self.ancestors.pop()
        return [inner for inner, _ in found]

    def _in_tail(self, parent: Element, child: Element) -> None:
        holder = Element("d")
        tail, child.tail = child.tail, None
        found = self._InlineProcessor__processPlaceholders(self._InlineProcessor__handleInline(tail), holder, False)
        child.tail = holder.tail or None
        place = list(parent).index(child) + 1
        parent[place:place] = [inner for inner, _ in found]

    def _may_find(self, text: str | None) -> bool:
        if not text or isinstance(text, AtomicString):
            return False
        for sign in self._signs:  # noqa: SIM110 (a third of the time)
            if sign in text:
                return True
        return False

    def _needed(self, text: str) -> Iterator[Asked]:
        for asked in self._all:
            names_none = not self.md.references and isinstance(asked.pattern, ReferenceInlineProcessor)
            if (asked.sign in text or asked.other in text) and not names_none:
                yield asked

    @cached_property
    def _all(self) -> tuple[Asked, ...]:
        # Extensions are all there at the first use.
        signs = {id(self.inlinePatterns[name]): signs for name, signs in SIGNS.items() if name in self.inlinePatterns}
        return tuple(
            Asked(number, pattern, *signs.get(id(pattern), ("", "")))
            for number, pattern in enumerate(self.inlinePatterns)
        )

    def _InlineProcessor__handleInline(self, data: str | None, patternIndex: int = 0) -> str | None:
        """Called by Python-Markdown, which knows it under a private name."""
        if data is None or isinstance(data, AtomicString):
            return data
        for asked in self._asked:
            if asked.number < patternIndex or not (asked.sign in data or asked.other in data):
                continue
            matched, place = True, 0
            while matched:
                data, matched, place = self._InlineProcessor__applyPattern(asked.pattern, data, asked.number, place)
        return data
