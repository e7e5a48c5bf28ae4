"""One file at a time: read, rendered, parsed, checked by the rules that look at one file."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from markdown import Extension
from msgspec import Struct

from plugins.core.diagnostic import Diagnostic
from plugins.core.document import Picture, Video
from plugins.core.entry import Entry, FrontPicture
from plugins.core.room import Rule
from plugins.core.source import Source
from plugins.front_matter.document import Parsed, Rules, parse
from plugins.front_matter.naming import parse_name
from plugins.front_matter.reader import read
from plugins.front_matter.schema import AnyFields
from plugins.front_matter.unreadable import RULE as UNREADABLE
from plugins.markdown.render import Rendered, Renderer
from plugins.markdown.words import Words


class Desk(Struct, frozen=True):
    """What reading a file needs: rules of the site, the Markdown renderer, words per language, checks."""

    rules: Rules
    renderer: Renderer
    words: Mapping[str, Words]
    checks: Sequence[Rule]
    siblings: Container[str]


def desk_of(
    rules: Rules,
    words: Mapping[str, Words],
    checks: Sequence[Rule],
    markdown: Sequence[Callable[[], Extension]],
    siblings: Container[str],
) -> Desk:
    """A desk; unlike itself, what it is made of can travel. `markdown` makes the rooms' extensions."""
    return Desk(rules, Renderer(tuple(make() for make in markdown)), words, checks, siblings)


class Read(Struct, frozen=True):
    """A file with its HTML (by digest) and every finding about it alone."""

    entry: Entry
    html: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def read_entry(path: str, content: bytes, desk: Desk) -> Read:
    """Everything that can be known of the file at `path` by itself."""
    reading = read(path, content)
    source = reading.source
    name = parse_name(path, desk.rules.languages, desk.siblings)
    words = desk.words[_language(source, name.lang, desk.rules)]
    rendered = desk.renderer.render(source, words)
    parsed = parse(source, name, desk.rules, rendered.body)
    lost = any(fault.rule == UNREADABLE for fault in reading.diagnostics) or bool(rendered.diagnostics)
    entry = _entry(source, parsed, rendered, lost)
    found = [*reading.diagnostics, *parsed.diagnostics, *rendered.diagnostics]
    for rule in desk.checks:
        if rule.entry:
            found += rule.entry(entry)
    return Read(entry, rendered.html, tuple(found))


def _language(source: Source, from_name: str, rules: Rules) -> str:
    written = (source.front or {}).get("lang")
    if isinstance(written, str) and written in rules.languages:
        return written
    return from_name or rules.default_lang


def _entry(source: Source, parsed: Parsed, rendered: Rendered, lost: bool) -> Entry:
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
    )


def _pictures(fields: AnyFields) -> Iterator[FrontPicture]:
    for key in ("single_image", "gallery"):
        for number, picture in enumerate(getattr(fields, key, None) or ()):
            yield FrontPicture((key, number), Picture(**picture.model_dump()))
