"""A room: what one folder of `plugins/` brings to the site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from markdown import Extension
from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, Severity
from plugins.core.entry import Entry
from plugins.core.output import Output
from plugins.core.site import Site


class Rule(Struct, frozen=True):
    """One kind of mistake, named by the offence. `entry` looks at one file, `site` at all documents together.

    `alone` says that what `site` finds about a document follows from that document and the structure of the site
    (`plugins.core.record`); such a rule iterates `Site.examinees()`.
    """

    name: str
    severity: Severity
    entry: Callable[[Entry], Iterator[Diagnostic]] | None = None
    site: Callable[[Site], Iterator[Diagnostic]] | None = None
    alone: bool = False


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
