"""What bodies are written in: Python-Markdown's own extensions, and those that make it read what kramdown reads."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from markdown import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from plugins.markdown import attributes
from plugins.markdown.blocks import ClosedBlocksExtension
from plugins.markdown.engine import Engine
from plugins.markdown.fences import IndentedFencesExtension
from plugins.markdown.kramdown import KramdownExtension
from plugins.markdown.lists import ListIndentsExtension
from plugins.markdown.notes import Footnotes


def engine(more: tuple[Extension, ...] = ()) -> Engine:
    """Python-Markdown as bodies need it, with the extensions of other rooms."""
    ours = (ClosedBlocksExtension(), KramdownExtension(), IndentedFencesExtension(), ListIndentsExtension())
    # The highlighter that comes with fences, which only another room can want, takes as long to import as all the rest.
    with nullcontext() if more else _without("pygments"):
        from markdown.extensions.fenced_code import FencedCodeExtension
    made = Engine(extensions=[FencedCodeExtension(), *_extra(), *ours, *more], output_format="html")
    attributes.register(made)
    return made


@contextmanager
def _without(library: str) -> Iterator[None]:
    """In the block, `library` cannot be imported; one that was imported before stays."""
    if library in sys.modules:
        yield
        return
    sys.modules[library] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[library]


def _extra() -> tuple[Extension, ...]:
    """`extra` and `sane_lists`; for a name Python-Markdown would read the description of every installed package."""
    return (
        # Validators take no colon in an id.
        Footnotes(SEPARATOR="-"),
        AttrListExtension(),
        DefListExtension(),
        TableExtension(use_align_attribute=True),
        AbbrExtension(),
        MarkdownInHtmlExtension(),
        SaneListExtension(),
    )
