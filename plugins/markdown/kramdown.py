"""kramdown's block attributes: a line `{: .class #id}` after a block belongs to that block."""

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import Treeprocessor

ALONE = re.compile(r"\{:[ ]*([^}\n]+?)[ ]*\}")


class BlockAttributes(Treeprocessor):
    """Gives the attributes of a line of their own to the block above it."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            before: Element | None = None
            for child in list(parent):
                match = ALONE.fullmatch((child.text or "").strip()) if child.tag == "p" and not len(child) else None
                if match and before is not None:
                    AttrListTreeprocessor(self.md).assign_attrs(before, match[1])
                    parent.remove(child)
                else:
                    before = child


class BlockAttributesExtension(Extension):
    """Registers `BlockAttributes`, after inline text and before `attr_list`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.treeprocessors.register(BlockAttributes(md), "block_attributes", 9)
