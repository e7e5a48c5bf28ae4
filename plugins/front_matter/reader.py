"""From the bytes of a file to a `Source`, whatever the bytes are.

python-frontmatter splits; a BOM, CRLF and lone CR are taken away first, so that lines and columns
count as editors show them. Nothing here raises: what cannot be read is a diagnostic.
"""

import hashlib
import re
from collections.abc import Iterator

import yaml
from frontmatter.default_handlers import YAMLHandler
from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.source import UNPRINTABLE, Source, has_unprintable, span_in
from plugins.front_matter.tree import Composed, compose
from plugins.front_matter.unreadable import no_front_matter, not_closed, not_text, not_yaml

# Jekyll also closes front matter with three full stops.
BOUNDARY = re.compile(r"^(?:-{3,}|\.{3})[ \t]*$", re.MULTILINE)
SPLITTER = YAMLHandler(fm_boundary=BOUNDARY)
# Opening front matter may stand under empty lines, never behind blanks on its own.
OPENING = re.compile(r"(?:[ \t]*\n)*-{3,}[ \t]*$", re.MULTILINE)
# The numbers from 128 to 159 mean signs of Windows in HTML.
ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?")
C1 = range(0x80, 0xA0)
# What ends a line or a page elsewhere stands between two words.
ENDS = "\x0b\x0c\x1c\x1d\x1e\x1f"


class Reading(Struct, frozen=True):
    """A source and what was wrong with it as text."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]


def read(path: str, content: bytes) -> Reading:
    """The source at `path` (relative to the content folder) made of the bytes `content`."""
    digest = hashlib.sha256(content).hexdigest()
    found: list[Diagnostic] = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8-sig", "replace")
        found.append(not_text(path, error))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if has_unprintable(text):
        found += _unprintables(path, text)
        text = UNPRINTABLE.sub("\ufffd", text)
    found += _entities(path, text)
    return _split(path, digest, text, found)


def _unprintables(path: str, text: str) -> Iterator[Diagnostic]:
    for match in UNPRINTABLE.finditer(text):
        yield _unprintable(path, match[0], span_in(text, *match.span()), is_alone=True)


def _entities(path: str, text: str) -> Iterator[Diagnostic]:
    """The same written as HTML entities."""
    for match in ENTITY.finditer(text) if "&" in text and "&#" in text else ():
        code = int(match[1], 16) if match[1] else int(match[2])
        if code not in C1 and code <= 0x10FFFF and UNPRINTABLE.match(chr(code)):
            yield _unprintable(path, chr(code), span_in(text, *match.span()), is_alone=True)


def _unprintable(path: str, sign: str, span: Span, *, is_alone: bool = False) -> Diagnostic:
    """The finding; where the sign `is_alone` at `span`, it can be taken out. Those of Windows stand for quotes."""
    is_lost = is_alone and ord(sign) not in C1
    return Diagnostic(
        Location(path, span),
        "character-unprintable",
        Severity.ERROR,
        Text(
            translatable("There is a control character here (U+{code}) that no page or feed can carry."),
            {"code": f"{ord(sign):04X}"},
        ),
        Text(translatable("Delete it: put the cursor after it and press the backspace key.")),
        sign.encode("unicode_escape").decode(),
        Fix((Edit(span, " " if sign in ENDS else ""),)) if is_lost else None,
    )


def _split(path: str, digest: str, text: str, found: list[Diagnostic]) -> Reading:
    if not OPENING.match(text):
        found.append(no_front_matter(path))
        return Reading(Source(path, digest, text, None, {}, {}, text, 1), tuple(found))
    try:
        front_text, body = SPLITTER.split(text)
    except ValueError:
        found.append(not_closed(path, text))
        return Reading(Source(path, digest, text, None, {}, {}, "", 1), tuple(found))
    start = text.index("\n", text.index("---"))
    first_line = text.count("\n", 0, start) + 1
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    composed = _composed(path, text, front_text, first_line, found)
    front = composed.tree if composed and isinstance(composed.tree, dict) else None
    keys, values = (composed.keys, composed.values) if composed else ({}, {})
    return Reading(Source(path, digest, text, front, keys, values, body, body_line), tuple(found))


def _composed(path: str, text: str, front_text: str, first_line: int, found: list[Diagnostic]) -> Composed | None:
    try:
        composed = compose(front_text, first_line)
    except (yaml.YAMLError, RecursionError) as error:
        found.append(not_yaml(path, text, error, first_line))
        return None
    if not isinstance(composed.tree, dict):
        found.append(not_yaml(path, text, None, first_line))
    found += [_repeated(path, key, span) for key, span in composed.repeated]
    found += [_unprintable(path, sign, span) for sign, span in composed.unprintable]
    return composed


def _repeated(path: str, key: str, span: Span) -> Diagnostic:
    return Diagnostic(
        Location(path, span),
        "field-repeated",
        Severity.ERROR,
        Text(
            translatable("`{field}` is written twice; only one of the two would be published."),
            {"field": key},
        ),
        Text(translatable("Keep the right one and delete the other.")),
        key,
    )
