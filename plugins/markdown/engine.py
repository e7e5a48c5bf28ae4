"""Python-Markdown without the steps that can find nothing in a text: it spends most of its time on asking."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import ETX, STX, Processor, Registry

from plugins.markdown import patterns
from plugins.markdown.effort import ABBREVIATION, SHORT, WALK, Effort
from plugins.markdown.inline import Inline
from plugins.markdown.plain import Blocks
from plugins.markdown.pretty import Pretty
from plugins.markdown.serial import to_html
from plugins.markdown.signs import rare

# A step finds something only in a text with one of its signs. One that is not named here always runs.
SIGNS: dict[str, tuple[str, ...]] = {
    "footnote": ("[^",),
    "footnote-duplicate": ("[^",),
    "indented_fences": ("```", "~~~"),
    "fenced_code_block": ("```", "~~~"),
    "html_block": ("<", "&"),
    "apart_attributes": ("{:",),
    "block_attributes": ("{:",),
    "attr_list": ("{",),
    "unescape": ("\\",),
}
BLANK_LINE = re.compile(r"\n +(?=\n)")
Step = TypeVar("Step", bound=Processor)
Signed = tuple[tuple[Step, tuple[tuple[str, str], ...]], ...]


class Engine(Markdown):
    """A `Markdown` with the same results."""

    def build_parser(self) -> "Engine":
        """Called by Python-Markdown."""
        super().build_parser()
        self.effort = Effort()
        self._levels: dict[object, bool] = {}
        blocks = Blocks(self, self.effort)
        blocks.blockprocessors = self.parser.blockprocessors
        for processor in blocks.blockprocessors:
            processor.parser = blocks
        self.parser = blocks
        self.treeprocessors.register(Inline(self, self.effort), "inline", 20)
        self.treeprocessors.register(Pretty(self), "prettify", 10)
        patterns.register(self, self.effort)
        return self

    def reset(self) -> "Engine":
        """Ready for another body."""
        super().reset()
        self.effort.begin()
        return self

    def is_block_level(self, tag: object) -> bool:
        """Called by Python-Markdown."""
        known = self._levels.get(tag)
        if known is None:
            known = self._levels[tag] = super().is_block_level(tag)
        return known

    def convert(self, source: str) -> str:
        """The HTML of `source`."""
        root = self.finished(source)
        return super().convert(source) if root is None else self.written(root)

    def finished(self, source: str) -> Element | None:
        """The finished tree of `source`; None where only Python-Markdown's own way leads to its HTML."""
        # By these signs Python-Markdown marks its places, and takes them out of a text as its first step.
        if STX in source or ETX in source or not source.strip():
            return None
        self._spend(source)
        self.lines = normalised(source, self.tab_length)
        for before in _needed(self._before, source):
            self.lines = before.run(self.lines)
        self.parser.parseDocument(self.lines)
        root = self.parser.root
        for step in _needed(self._steps, source):
            made = step.run(root)
            root = root if made is None else made
        return root

    def _spend(self, source: str) -> None:
        """Python-Markdown writes a text anew for each piece of code, and looks all over it for each abbreviation."""
        codes = source.count("```") + source.count("~~~") if "```" in source or "~~~" in source else 0
        names = source.count("*[") if "*[" in source else 0
        self.effort.spend((codes + ABBREVIATION * names) * len(source))
        if "|" in source and "`" in source and len(source) > SHORT:
            # In a row of a table each bar is held against each piece of code.
            self.effort.spend(WALK * sum(line.count("|") * line.count("`") for line in source.split("\n")))

    def written(self, root: Element) -> str:
        """The HTML of the finished tree `root`."""
        html = to_html(root)
        html = html[html.index("<div>") + len("<div>") : html.rindex("</div>")].strip()
        for after in self.postprocessors:
            html = after.run(html)
        return html.strip()

    # Extensions are all there at the first use.
    @cached_property
    def _before(self):  # type: ignore[no-untyped-def]
        return tuple(_signed(self.preprocessors))[1:]

    @cached_property
    def _steps(self):  # type: ignore[no-untyped-def]
        return tuple(_signed(self.treeprocessors))


def _signed(steps: Registry[Step]) -> Iterator[tuple[Step, tuple[tuple[str, str], ...]]]:
    signs = {id(steps[name]): signs for name, signs in SIGNS.items() if name in steps}
    for step in steps:
        yield step, tuple((rare(sign), sign) for sign in signs.get(id(step), ("",)))


def _needed(steps: Signed[Step], source: str) -> Iterator[Step]:
    """The steps to which `source` gives something to do, in their order."""
    for step, signs in steps:
        for first, sign in signs:
            if first in source and sign in source:
                yield step
                break


def normalised(source: str, tab_length: int) -> list[str]:
    """The lines of `source` as Python-Markdown's first preprocessor makes them, without its marks."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    source += "\n\n"
    if "\t" in source:
        source = source.expandtabs(tab_length)
    # Blanks at the end of a line are rarer than at its beginning.
    return (BLANK_LINE.sub("\n", source) if " \n" in source and "\n " in source else source).split("\n")
