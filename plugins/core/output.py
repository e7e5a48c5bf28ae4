"""The plan: every file of the site as one `Output`, a path and a pure function of its inputs."""

from collections.abc import Callable
from typing import Any, Protocol

from msgspec import Struct

from plugins.core.diagnostic import Location


class Inputs(Struct, frozen=True, kw_only=True, tag=True):
    """Everything a renderer may see, as a tree of plain values without cycles."""


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


class Output(Struct, frozen=True):
    """One published file. `path` is relative to the output folder, with `/`.

    `wave` is 1 for assets, 2 for pages and feeds, 3 for products of the whole site. `origin` is
    the place in a source that an error about this output should name.
    """

    path: str
    inputs: Inputs
    render: Render
    wave: int = 2
    origin: Location | None = None
    listed: Listed | None = None
