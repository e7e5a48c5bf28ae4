"""Footnotes beside a list in a division of their class that a writer wrote, which Python-Markdown takes for theirs."""

from contextlib import suppress
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnotePostTreeprocessor


class Duplicates(FootnotePostTreeprocessor):
    """Gives each note a way back to every mark that names it."""

    def handle_duplicates(self, parent: Element) -> None:
        """Called by Python-Markdown."""
        for item in list(parent):
            holder = Element("ol")
            holder.append(item)
            # An item that is no note has no such id, and its links lead elsewhere.
            with suppress(ValueError, KeyError, IndexError):
                super().handle_duplicates(holder)


class Footnotes(FootnoteExtension):
    """Python-Markdown's, with `Duplicates` in the place of its own."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        super().extendMarkdown(md)
        md.treeprocessors.register(Duplicates(self), "footnote-duplicate", 15)
