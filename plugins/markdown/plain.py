"""Blocks that can be nothing but a paragraph or a heading, which are most, without asking each block processor."""

import re
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor, HRProcessor, ParagraphProcessor
from markdown.util import STX

from plugins.markdown.effort import BLOCK, BLOCKS, SHORT, Effort

# Of two signs a block must have one to be taken. `is_plain` is about these alone; one not named here is always asked.
SIGNS: dict[str, tuple[str, str]] = {
    "abbr": ("*[", "*["),
    "code": ("    ", "    "),
    "defindent": ("    ", "    "),
    "deflist": (":", ":"),
    "empty": ("", ""),
    "footnote": ("[^", "[^"),
    "hashheader": ("#", "#"),
    "hr": ("", ""),
    "indent": ("    ", "    "),
    "markdown_block": (STX, STX),
    "olist": (".", "."),
    "paragraph": ("", ""),
    "quote": (">", ">"),
    "reference": ("]:", "]:"),
    "setextheader": ("\n=", "\n-"),
    "table": ("|", "|"),
    "ulist": ("", ""),
}
# The front of a block that may be code, a list, raw HTML or nothing, and the front of a line that may be anything else.
FIRST = re.compile(r"[ ]{0,3}(?:[-_*+#>:\[=\x02\d]|\s|\Z)")
# A heading that is a block of its own; whatever is asked before the processor for headings wants another front.
HEADING = re.compile(r"(#{1,6})([^#\\\n]+)")
# One with more of its block behind it, in either form; where a bar is, it may be the head of a table.
HASHED = re.compile(r"(#{1,6})([^#\\\n|]+)\n")
UNDERLINED = re.compile(r"(?!    |\n|\x02)([^\n|]*)\n(?:(=)=*|-+) *(?:\n|\Z)")
RULE = re.compile(rf"{HRProcessor.RE}\n*", re.MULTILINE)
NEXT = re.compile(r"\n[ ]{0,3}[-_*#>:\[=]")


def is_plain(block: str) -> bool:
    """Whether no block processor but that for paragraphs would take `block`."""
    if FIRST.match(block):
        return False
    return "\n" not in block or not ("|" in block or NEXT.search(block))


class Blocks(BlockParser):
    """Python-Markdown's block parser, which gives plain blocks to the last of its processors at once."""

    def __init__(self, md: Markdown, effort: Effort) -> None:
        super().__init__(md)
        self.effort = effort

    @cached_property
    def _order(self) -> tuple[tuple[str, str, int, BlockProcessor], ...]:
        # Extensions are all there at the first use.
        known = {id(self.blockprocessors[name]): name for name in SIGNS if name in self.blockprocessors}
        names = [(known.get(id(one), ""), one) for one in self.blockprocessors]
        return tuple((*SIGNS.get(name, ("", "")), BLOCKS.get(name, BLOCK), one) for name, one in names)

    @cached_property
    def _paragraph(self) -> BlockProcessor | None:
        known = all(name in self.blockprocessors for name in SIGNS) and len(self._order) == len(SIGNS)
        return self.blockprocessors["paragraph"] if known else None

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Called by Python-Markdown."""
        # Each level keeps its text, and parts of it, until those below are read.
        size = len(blocks[0]) if blocks and len(self.state) else 0
        self.effort.hold(size)
        self._parse(parent, blocks)
        self.effort.hold(-size)

    def _parse(self, parent: Element, blocks: list[str]) -> None:
        paragraph = self._paragraph
        while blocks:
            block = blocks[0]
            if paragraph and is_plain(block):
                if type(paragraph) is ParagraphProcessor and not self.state.isstate("list"):
                    # As it does, but it asks again what is known here.
                    SubElement(parent, "p").text = block.lstrip()
                    del blocks[0]
                else:
                    paragraph.run(parent, blocks)
                continue
            heading = HEADING.fullmatch(block) if paragraph else None
            if heading is not None:
                SubElement(parent, f"h{len(heading[1])}").text = heading[2].strip()
                del blocks[0]
                continue
            if paragraph and self._took_headings(parent, blocks):
                continue
            for sign, other, cost, processor in self._order:
                if sign not in block and other not in block:
                    continue
                if len(block) > SHORT:
                    self.effort.spend(cost * len(block))
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break
                # A processor that was wrong puts the block back, not always the same one.
                block = blocks[0]

    def _took_headings(self, parent: Element, blocks: list[str]) -> bool:
        """Whether the first block began with headings or rules: Python-Markdown copies what is behind each of them."""
        block, place = blocks[0], 0
        if block.startswith("#"):
            while not self.state.isstate("looselist") and (match := HASHED.match(block, place)):
                SubElement(parent, f"h{len(match[1])}").text = match[2].strip()
                place = match.end()
        elif not ("\n#" in block and HashHeaderProcessor.RE.search(block)):
            # One with a hash anywhere comes first.
            while match := UNDERLINED.match(block, place) or RULE.match(block, place):
                if match.re is RULE:
                    SubElement(parent, "hr")
                else:
                    SubElement(parent, "h1" if match[2] else "h2").text = match[1].strip()
                place = match.end()
        if place:
            blocks[:1] = [block[place:]] if place < len(block) else []
        return place > 0
