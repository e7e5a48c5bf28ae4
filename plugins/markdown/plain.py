"""Blocks that can be nothing but a paragraph, which are most, without asking each block processor."""

import re
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

# What each of them needs to act on a block is in `SPECIAL`; one that is not named here is always asked.
KNOWN = {
    "abbr",
    "code",
    "defindent",
    "deflist",
    "empty",
    "footnote",
    "hashheader",
    "hr",
    "indent",
    "markdown_block",
    "olist",
    "paragraph",
    "quote",
    "reference",
    "setextheader",
    "table",
    "ulist",
}
# The front of a block that may be code, a list, raw HTML or nothing, and the front of a line that may be anything else.
FIRST = re.compile(r"[ ]{0,3}(?:[-_*+#>:\[=\x02\d]|\s|\Z)")
NEXT = re.compile(r"\n[ ]{0,3}[-_*#>:\[=]")


def is_plain(block: str) -> bool:
    """Whether no block processor but that for paragraphs would take `block`."""
    if FIRST.match(block):
        return False
    return "\n" not in block or not ("|" in block or NEXT.search(block))


class Blocks(BlockParser):
    """Python-Markdown's block parser, which gives plain blocks to the last of its processors at once."""

    _order: tuple[BlockProcessor, ...] = ()
    _paragraph: BlockProcessor | None = None

    def parseDocument(self, lines):  # type: ignore[no-untyped-def]
        """Called by Python-Markdown."""
        # Extensions are all there by now.
        self._order = tuple(self.blockprocessors)
        known = len(self._order) == len(KNOWN) and all(name in self.blockprocessors for name in KNOWN)
        self._paragraph = self.blockprocessors["paragraph"] if known else None
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Called by Python-Markdown."""
        while blocks:
            if self._paragraph and is_plain(blocks[0]):
                self._paragraph.run(parent, blocks)
                continue
            for processor in self._order:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break
