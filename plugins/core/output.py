"""The plan: every file of the site as one `Output`, a path and a pure function of its inputs."""

from collections.abc import Callable
from typing import Any, Protocol

from msgspec import Struct

from plugins.core.diagnostic import Location


class Inputs(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """Everything a renderer may see, as a tree of plain values without cycles.

    Fingerprints are made of its values without the names of its fields, which change with the code alone.
    """


class RenderContext(Protocol):
    """What a renderer may ask for: all of it named by the inputs, so that rendering stays pure."""

    def template(self, name: str, lang: str, view: Inputs) -> str:
        """The template `name` in the language `lang`, filled with the fields of `view`."""

    def body(self, digest: str) -> str:
        """The HTML of a body, with its reference marks."""

    def file(self, path: str, digest: str) -> bytes:
        """The bytes of a source file (content- or theme-relative) whose digest is `digest`."""


Render = Callable[[Any, RenderContext], bytes]


class Listed(Struct, frozen=True):
    """That a page stands in the sitemap: its absolute address, hreflang alternates, and last change (ISO 8601)."""

    url: str
    alternates: tuple[tuple[str, str], ...] = ()
    changed: str = ""


def given(inputs: Inputs) -> Callable[[], Inputs]:
    """The `make` of inputs that are there already."""
    return lambda: inputs


class Output(Struct, frozen=True):
    """One published file. `path` is relative to the output folder, with `/`.

    `make` gives its inputs when they are asked for: most builds ask for few. `wave` is 1 for assets,
    2 for pages and feeds, 3 for products of the whole site. `origin` is the place in a source that an
    error about this output should name. `listed` gives its line of the sitemap.

    `reads` are the documents (by path) that it shows whole, `shows` those of which it shows a card or
    a link; everything else in its inputs follows from the structure of the site (`plugins.core.record`).
    `template` is the only one that its renderer may ask for, in `lang`. Outputs whose `near` follow each other show
    much of the same: they are made one after the other, so that it is worked out once.
    """

    path: str
    make: Callable[[], Inputs]
    render: Render
    wave: int = 2
    origin: Location | None = None
    listed: Callable[[], Listed | None] | None = None
    reads: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    template: str = ""
    lang: str = ""
    near: str = ""

    @property
    def inputs(self) -> Inputs:
        """Everything its renderer may see."""
        return self.make()
