"""Inline patterns, asked only about a text that holds the sign without which they find nothing."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import ReferenceInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
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
    _InlineProcessor__applyPattern: Any

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Called by Python-Markdown."""
        self._asked = tuple(self._needed("\n".join(tree.itertext())))
        return super().run(tree, ancestors)

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

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Called by Python-Markdown, which knows it under a private name."""
        if isinstance(data, AtomicString):
            return data
        for asked in self._asked:
            if asked.number < patternIndex or not (asked.sign in data or asked.other in data):
                continue
            matched, place = True, 0
            while matched:
                data, matched, place = self._InlineProcessor__applyPattern(asked.pattern, data, asked.number, place)
        return data
