"""From the bytes of a file to a `Source`, whatever the bytes are.

python-frontmatter splits; a BOM, CRLF and lone CR are taken away first, so that lines and columns
count as editors show them. Nothing here raises: what cannot be read is a diagnostic.
"""

import hashlib
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

import yaml
from frontmatter.default_handlers import YAMLHandler
from msgspec import Struct, structs

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.norms import Limits
from plugins.core.source import UNPRINTABLE, Source, has_unprintable
from plugins.front_matter.characters import unprintable, unprintables
from plugins.front_matter.large import large
from plugins.front_matter.tree import LIMITS, Composed, compose
from plugins.front_matter.unreadable import no_front_matter, not_closed, not_text, not_yaml, utf_16

# Jekyll also closes front matter with three full stops.
BOUNDARY = re.compile(r"^(?:-{3,}|\.{3})[ \t]*$", re.MULTILINE)
SPLITTER = YAMLHandler(fm_boundary=BOUNDARY)
# Opening front matter may stand under empty lines, never behind blanks on its own.
OPENING = re.compile(r"(?:[ \t]*\n)*-{3,}[ \t]*$", re.MULTILINE)


class Reading(Struct, frozen=True):
    """A source and what was wrong with it as text; it `is_text` where its bytes are, and can be repaired then."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]
    is_text: bool = True


def read(path: str, content: bytes, limits: Limits = LIMITS) -> Reading:
    """The source at `path` (relative to the content folder) made of the bytes `content`."""
    digest = hashlib.sha256(content).hexdigest()
    found: list[Diagnostic] = []
    is_text = True
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Reading(Source(path, digest, text_of(content), None, {}, {}, "", 1), (utf_16(path),), is_text=False)
    try:
        text = _with_line_feeds(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        text = text_of(content)
        found.append(not_text(path, error))
        is_text = False
    found += unprintables(path, text)
    if has_unprintable(text):
        text = UNPRINTABLE.sub("\ufffd", text)
    made = _split(path, digest, text, found, limits)
    return made if is_text else structs.replace(made, is_text=False)


def text_of(content: bytes) -> str:
    """The text in the bytes of a file, sign for sign that of its `Source`, but with what no page can carry."""
    return _with_line_feeds(content.decode("utf-8-sig", "replace"))


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _split(path: str, digest: str, text: str, found: list[Diagnostic], limits: Limits) -> Reading:
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
    composed = None
    if len(front_text) * 4 > limits.front_matter_bytes < (size := len(front_text.encode())):
        found.append(large(path, Span(first_line, 1, first_line, 4), size, limits.front_matter_bytes))
    else:
        composed = _composed(path, text, front_text, first_line, found, limits)
    front = composed.tree if composed and isinstance(composed.tree, dict) else None
    keys, values = (composed.keys, composed.values) if composed else ({}, {})
    return Reading(Source(path, digest, text, front, keys, values, body, body_line), tuple(found))


def _composed(
    path: str, text: str, front_text: str, first_line: int, found: list[Diagnostic], limits: Limits
) -> Composed | None:
    try:
        composed = compose(front_text, first_line, limits.front_matter_values)
    except (yaml.YAMLError, RecursionError) as error:
        found.append(not_yaml(path, text, error, first_line))
        return None
    if not isinstance(composed.tree, dict):
        found.append(not_yaml(path, text, None, first_line))
    found += [_repeated(path, key, span) for key, span in composed.repeated]
    found += [unprintable(path, sign, span) for sign, span in composed.unprintable]
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
