"""kramdown: escapes, and a line `{: .class #id}` right under a block, or right above one, that belongs to it."""

import re
from bisect import bisect
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

LINE = re.compile(r"\{:(?!:)(?P<attributes>[^}\n]+)\}[ ]*")
ALONE = re.compile(r"\{:(?P<above>\^?)[ ]*(?P<attributes>[^}\n]*[^}\n ])[ ]*\}")
LEADING = re.compile(r"\s*\{:(?P<attributes>[^}\n]+)\}[ ]*")
# Signs before which a backslash disappears, besides Python-Markdown's own.
ESCAPED = "\"':<$|"


class ApartAttributes(Preprocessor):
    """Makes such a line a block of its own; `{:^` marks one that belongs to the block under it."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        if not any(line.startswith("{:") for line in lines):
            return lines
        out: list[str] = []
        for place, line in enumerate(lines):
            match = LINE.fullmatch(line) if line.startswith("{:") else None
            if match is None:
                out.append(line)
                continue
            above = place > 0 and lines[place - 1].strip()
            under = place + 1 < len(lines) and lines[place + 1].strip()
            out += ["", line if above or not under else f"{{:^{match['attributes']}}}", ""]
        return out


class BlockAttributes(Treeprocessor):
    """Gives the attributes of a line of their own to the block above or under it."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            if parent.tag == "li":
                self._item(parent)
            found = [(child, _alone(child)) for child in parent]
            blocks = [place for place, (_, match) in enumerate(found) if match is None]
            if len(blocks) == len(found):
                continue
            for place, (child, match) in enumerate(found):
                if match is None:
                    continue
                under = bisect(blocks, place)
                owner = under if match["above"] else under - 1
                if 0 <= owner < len(blocks):
                    AttrListTreeprocessor(self.md).assign_attrs(found[blocks[owner]][0], match["attributes"])
                    parent.remove(child)

    def _item(self, item: Element) -> None:
        """`- {: .class} text` is the attributes of the item."""
        holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
        match = LEADING.match(holder.text or "")
        if match:
            AttrListTreeprocessor(self.md).assign_attrs(item, match["attributes"])
            holder.text = (holder.text or "")[match.end() :]


def _alone(child: Element) -> re.Match[str] | None:
    return ALONE.fullmatch((child.text or "").strip()) if child.tag == "p" and not len(child) else None


class KramdownExtension(Extension):
    """Registers `ApartAttributes` behind fences and raw HTML, `BlockAttributes` between inline text and `attr_list`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.ESCAPED_CHARS += [sign for sign in ESCAPED if sign not in md.ESCAPED_CHARS]
        md.preprocessors.register(ApartAttributes(md), "apart_attributes", 16)
        md.treeprocessors.register(BlockAttributes(md), "block_attributes", 9)
