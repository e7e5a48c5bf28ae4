"""HTML blocks with Markdown inside: those that nothing closes keep their text.

Python-Markdown closes only one of several open ones at the end of a text, and drops what the others hold.
"""

from markdown import Extension, Markdown
from markdown.extensions.md_in_html import HTMLExtractorExtra
from markdown.preprocessors import Preprocessor


class _Extractor(HTMLExtractorExtra):
    mdstack: list[str]

    def close(self) -> None:
        super().close()
        for _ in range(len(self.mdstack)):
            if self.mdstack:
                self.handle_endtag(self.mdstack[-1])


class ClosedBlocks(Preprocessor):
    """Takes the HTML blocks out of a text."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        parser = _Extractor(self.md)
        parser.feed("\n".join(lines))
        parser.close()
        return "".join(parser.cleandoc).split("\n")


class ClosedBlocksExtension(Extension):
    """Registers `ClosedBlocks` in the place of Python-Markdown's own."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.preprocessors.register(ClosedBlocks(md), "html_block", 20)
