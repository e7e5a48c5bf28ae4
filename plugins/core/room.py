"""A room: what one folder of `plugins/` brings to the site."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markdown import Extension
from msgspec import Struct

from plugins.core.diagnostic import Diagnostic
from plugins.core.output import Output
from plugins.core.rule import Rule
from plugins.core.site import Site


class Room(Struct, frozen=True):
    """`settings` are the names it reads, `configure` says what is wrong with them.

    `outputs` is its part of the plan; `products` is what needs the rest of the plan.
    """

    name: str
    settings: tuple[str, ...] = ()
    configure: Callable[[Mapping[str, Any]], tuple[object, list[Diagnostic]]] | None = None
    rules: tuple[Rule, ...] = ()
    markdown: tuple[Callable[[], Extension], ...] = ()
    outputs: Callable[[Site], Iterable[Output]] | None = None
    products: Callable[[Site, tuple[Output, ...]], Iterable[Output]] | None = None
