"""Line breaks between the blocks of a tree, as Python-Markdown sets them, without a call for each question."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import PrettifyTreeprocessor

CODE = ("code", "pre")


class Pretty(PrettifyTreeprocessor):
    """Python-Markdown's step; `Engine.is_block_level` knows each tag after the first time."""

    def _prettifyETree(self, elem: Element) -> None:
        if len(elem) and elem.tag not in CODE and self.md.is_block_level(elem.tag):
            is_block = self.md.is_block_level
            text = elem.text
            if (not text or not text.strip()) and is_block(elem[0].tag):
                elem.text = "\n"
            for child in elem:
                if is_block(child.tag):
                    if len(child):
                        self._prettifyETree(child)
                        continue
                    # Most have no elements in them; only what stands behind them is looked at.
                    tail = child.tail
                    if not tail or not tail.strip():
                        child.tail = "\n"
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"
