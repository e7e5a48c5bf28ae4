"""One file at a time: read, rendered, parsed, checked by the rules that look at one file."""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from markdown import Extension
from msgspec import Struct, structs

from plugins.checks.silences import may_silence, silences
from plugins.core.diagnostic import Diagnostic
from plugins.core.document import AnyDocument, Picture, Video
from plugins.core.entry import Entry, FrontPicture
from plugins.core.norms import Norms
from plugins.core.rule import Rule
from plugins.core.silence import Silence
from plugins.core.source import Source
from plugins.front_matter.naming import kind_of, parse_name
from plugins.front_matter.reader import read
from plugins.front_matter.rules import Rules
from plugins.front_matter.unreadable import RULE as UNREADABLE
from plugins.generator.crowds import thinned
from plugins.markdown.locate import without_code
from plugins.markdown.render import Rendered, Renderer
from plugins.markdown.words import Words

if TYPE_CHECKING:
    from plugins.front_matter.document import Parsed
    from plugins.front_matter.schema import AnyFields

SIZE = 12
ANCHOR = re.compile(r"(?<=\s)&([\w-]+)")
USUAL = Norms()


class Desk(Struct, frozen=True):
    """What reading a file needs: rules of the site, the Markdown renderer, words per language, checks."""

    rules: Rules
    renderer: Renderer
    words: Mapping[str, Words]
    checks: Sequence[Rule]
    siblings: Container[str]
    norms: Norms = Norms()


def desk_of(
    rules: Rules,
    words: Mapping[str, Words],
    checks: Sequence[Rule],
    markdown: Sequence[Callable[[], Extension]],
    siblings: Container[str],
    norms: Norms = USUAL,
    bodies: bool = True,
) -> Desk:
    """A desk; unlike itself, what it is made of can travel. `markdown` makes the rooms' extensions.

    Without `bodies` no HTML is made.
    """
    renderer = Renderer(tuple(make() for make in markdown), bodies=bodies)
    return Desk(rules, renderer, words, checks, siblings, norms)


class Read(Struct, frozen=True):
    """A file with its HTML (by digest) and every finding about it alone; `front` is the digest of its front matter."""

    entry: Entry
    html: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]
    front: bytes = b""
    silences: tuple[Silence, ...] = ()


class Earlier(Struct, frozen=True):
    """What an earlier reading of a file made of front matter in which nothing was wrong."""

    document: AnyDocument
    front: bytes


def read_entry(path: str, content: bytes, desk: Desk, known: Earlier | None = None) -> Read:
    """Everything that can be known of the file at `path` by itself; what is `known` of its front matter is taken."""
    reading = read(path, content, desk.norms.limits)
    source = reading.source
    name = parse_name(path, desk.rules.languages, desk.siblings)
    words = desk.words[_language(source, name.lang, desk.rules)]
    rendered = desk.renderer.render(source, words, tabs=kind_of(source.front, name) == "experience")
    front = blake2b(source.head.encode(), digest_size=SIZE).digest() if source.head else b""
    found = [*reading.diagnostics, *rendered.diagnostics]
    if known is not None and known.front == front and front and not found:
        entry = _entry_again(source, known.document, rendered, desk.norms)
    else:
        # What validates takes long to import: the everyday edit is one of the text below.
        from plugins.front_matter.document import parse

        parsed = parse(source, name, desk.rules, rendered.body)
        lost = any(fault.rule == UNREADABLE for fault in reading.diagnostics) or bool(rendered.diagnostics)
        entry = _entry(source, parsed, rendered, lost, desk.norms)
        found = [*reading.diagnostics, *parsed.diagnostics, *rendered.diagnostics]
    for rule in desk.checks:
        if rule.entry:
            found += rule.entry(entry)
    careful = _careful(source, found) if reading.is_text else [structs.replace(one, fix=None) for one in found]
    told = tuple(thinned(careful, desk.norms.limits.findings))
    return Read(entry, rendered.html, told, front, _silences(source))


def _careful(source: Source, found: list[Diagnostic]) -> list[Diagnostic]:
    """`found`, with the writer asked about repairs of front matter in which one text stands for several fields."""
    names = ANCHOR.findall(source.head) if "&" in source.head and "*" in source.head else ()
    if not any(f"*{name}" in source.head for name in names):
        return found
    return [
        structs.replace(one, fix=structs.replace(one.fix, is_safe=False))
        if one.fix and any(edit.span.line < source.body_line for edit in one.fix.edits)
        else one
        for one in found
    ]


def _silences(source: Source) -> tuple[Silence, ...]:
    return silences(source, without_code(source.body, comments=True)) if may_silence(source.text) else ()


def _language(source: Source, from_name: str, rules: Rules) -> str:
    written = (source.front or {}).get("lang")
    if isinstance(written, str) and written in rules.languages:
        return written
    return from_name or rules.default_lang


def _entry(source: Source, parsed: "Parsed", rendered: Rendered, lost: bool, norms: Norms) -> Entry:
    """A file whose text is `lost`, whole or in part, becomes no document."""
    fields = parsed.fields
    return Entry(
        source,
        parsed.kind,
        parsed.lang,
        fields.title if fields else "",
        tuple(_pictures(fields)) if fields else (),
        {network: text for network, text in (fields.share_message or {}).items() if text} if fields else {},
        Video(url=fields.video.url, title=fields.video.title) if fields and fields.video else None,
        rendered.facts,
        None if lost else parsed.document,
        norms,
    )


def _entry_again(source: Source, document: AnyDocument, rendered: Rendered, norms: Norms) -> Entry:
    """The entry of a file whose front matter made `document` before."""
    return Entry(
        source,
        document.kind,
        document.lang,
        document.title,
        tuple(
            FrontPicture((key, number), picture)
            for key in ("single_image", "gallery")
            for number, picture in enumerate(getattr(document, key, ()))
        ),
        document.share_message,
        document.video,
        rendered.facts,
        structs.replace(document, digest=source.digest, body=rendered.body),
        norms,
    )


def _pictures(fields: "AnyFields") -> Iterator[FrontPicture]:
    # Pydantic is slow to say that a model has no such field.
    written = vars(fields)
    for key in ("single_image", "gallery"):
        for number, picture in enumerate(written.get(key) or ()):
            yield FrontPicture((key, number), Picture(**picture.model_dump()))
