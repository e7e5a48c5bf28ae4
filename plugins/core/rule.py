"""A rule: one kind of mistake, with what its page says and the example that is its test."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, Severity
from plugins.core.entry import Entry
from plugins.core.site import Site

Part = Literal["front", "body", "file", "settings", "template", "command"]
Repair = Literal["no", "safe", "unsafe"]
Scope = Literal["alone", "together"]
Topic = Literal[
    "fields", "titles", "sharing", "pictures", "text", "links", "videos", "documents", "files", "comments", "settings"
]


class Example(Struct, frozen=True):
    """A piece of a file in which the rule finds something, and the same put right; shown on its page, and its test.

    `part` says what it is: lines of front matter (they take the place of the same fields of a sound document), the
    `body`, a whole `file` at `path`; or lines of the `settings`, of a `template`, or a `command`, which are only shown
    here, and tested elsewhere. `path` decides the type of the document; `right_path` is another name for the file put
    right. `beside` are other files, by path: a text, or for a picture its size and what is odd about it, as
    `tests/checks/examples.py` draws it; those that are `replaced` are not there any more when it
    is put right. `also` are rules that find something in what is wrong too.
    """

    wrong: str
    right: str
    part: Part = "front"
    path: str = "posts/2026-03-02-agua-limpia.md"
    right_path: str = ""
    beside: Mapping[str, str] = {}
    also: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


class Rule(Struct, frozen=True):
    """One kind of mistake, named by the offence. `entry` looks at one file, `site` at all documents.

    `about` is the docstring of its module, with the parts of its page (`plugins.checks.about`), `topic` its place among
    the others. `fix` says what a machine can repair of it. What is `firm` would publish something lost or unsafe: it
    keeps its severity everywhere, and no comment silences it.

    `scope` says what `site` sees: a rule `alone` follows from a document and the structure of the site, and iterates
    `Site.examinees()`; a rule of documents `together` sees their structure and their cards (`plugins.core.record`), and
    nothing else of them.
    """

    name: str
    severity: Severity
    about: str = ""
    example: Example | None = None
    topic: Topic = "text"
    entry: Callable[[Entry], Iterator[Diagnostic]] | None = None
    site: Callable[[Site], Iterator[Diagnostic]] | None = None
    scope: Scope = "together"
    fix: Repair = "no"
    firm: bool = False
