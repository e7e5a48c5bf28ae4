"""Whatever bytes a content file holds, reading it ends with findings at places that exist, never with a traceback."""

from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plugins.checks.rules import RULES as CHECKS
from plugins.core.diagnostic import Diagnostic, Span
from plugins.core.prose import OPEN, Target, resolve
from plugins.front_matter.rules import Rules
from plugins.front_matter.taxonomy import read_taxonomy
from plugins.generator.entries import Desk, Read, read_entry
from plugins.markdown.render import Renderer
from plugins.markdown.words import Words
from tests.front_matter.texts import POST, contents

LANGUAGES = ("es", "en", "pt")
PATHS = ("posts/2026-03-02-agua.md", "experiences/2012-01-plaza.en.md", "campaigns/agua-en.markdown", "pages/.md")
RULES = Rules(LANGUAGES, "es", ZoneInfo("America/Santiago"))
MANY = settings(
    max_examples=2000,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def desk() -> Desk:
    return Desk(RULES, Renderer(), {lang: Words() for lang in LANGUAGES}, CHECKS, {*PATHS, "campaigns/agua.md"})


DESK = desk()
SOUND = read_entry(PATHS[0], POST.encode(), desk())


def spans(read: Read) -> list[Span]:
    facts = read.entry.facts
    seen = [found.location.span for found in read.diagnostics]
    seen += [picture.span for picture in facts.pictures]
    seen += [video.span for video in facts.videos]
    seen += [markup.span for markup in facts.markup]
    return seen + [link.span for link in facts.broken_links]


def lies_inside(span: Span, text: str) -> bool:
    """Columns may go one past the end of a line, lines one past the last."""
    lines = [*text.split("\n"), ""]
    begins = (span.line, span.column) <= (span.end_line, span.end_column)
    inside = 1 <= span.line <= span.end_line <= len(lines)
    return (
        begins
        and inside
        and all(
            1 <= column <= len(lines[line - 1]) + 2
            for line, column in ((span.line, span.column), (span.end_line, span.end_column))
        )
    )


def said(found: Diagnostic) -> str:
    return found.message.said(str) + (found.hint.said(str) if found.hint else "")


@MANY
@given(contents, st.sampled_from(PATHS))
@example(b"", PATHS[0])
@example(b"---\n---", PATHS[0])
@example(b"---\ndate: 0001-01-01 00:00 +1400\ntitle: x\n---\n", PATHS[0])
@example(b"---\nrating: {votes: 1, average: nan}\n---\n", PATHS[1])
@example(b"---\ntitle: x\n---\n![](data:x) ![a](http://[x) <img src='http://[x'>", PATHS[0])
@example("---\ntitle: x\u2028y\u2028z: a\nfoo: b\n---\n".encode(), PATHS[0])
def test_no_bytes_end_in_a_traceback(content: bytes, path: str) -> None:
    read = read_entry(path, content, DESK)
    text = read.entry.source.text
    assert [span for span in spans(read) if not lies_inside(span, text)] == []
    assert all(said(found) for found in read.diagnostics)
    document = read.entry.document
    if document is None:
        assert any(found.is_error for found in read.diagnostics)
        return
    assert document.slug and document.title
    assert document.date is None or document.date.order.tzinfo
    targets = [Target("/x/", 1, 1)] * len(document.body.references)
    assert all(OPEN not in resolve(html, targets) for html in read.html.values())
    assert {document.body.digest, *(digest for _, _, digest in document.body.sections)} == set(read.html)


@MANY
@given(contents)
def test_no_file_leaves_traces_in_the_next_one(content: bytes) -> None:
    read_entry(PATHS[0], content, DESK)
    assert read_entry(PATHS[0], POST.encode(), DESK).html == SOUND.html


@MANY
@given(contents)
def test_no_taxonomy_ends_in_a_traceback(content: bytes) -> None:
    taxonomy, found = read_taxonomy(content, LANGUAGES)
    assert taxonomy.categories or found
    assert all(found_one.location.span.line >= 1 and said(found_one) for found_one in found)
