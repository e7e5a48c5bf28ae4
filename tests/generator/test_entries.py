"""One file: what is known of its front matter is taken, and nothing comes out different."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.checks import ROOM as CHECKS
from plugins.core.norms import Norms
from plugins.front_matter.rules import Rules
from plugins.generator.entries import Desk, Earlier, Read, desk_of, read_entry
from plugins.markdown.words import Words
from plugins.sharing import ROOM as SHARING
from plugins.videos import ROOM as VIDEOS

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.md"))
WORDS = Words(quotes="«»“”", watch="{service}", remote="{host}", table="t", back="b", video="v")
MORE = "\n\n## Más\n\n[Nada](/no/) y ![](/images/agua.jpg) <script>x</script>\n\nhttps://youtu.be/3axWZ7mTpVQ\n"


@pytest.fixture(scope="module")
def desk() -> Desk:
    rules = [rule for room in (CHECKS, SHARING, VIDEOS) for rule in room.rules]
    words = dict.fromkeys(("es", "en", "pt"), WORDS)
    return desk_of(
        Rules(("es", "en", "pt"), "es", ZoneInfo("America/Santiago")), words, rules, (), frozenset(FILES), Norms()
    )


def known(read: Read) -> Earlier:
    document = read.entry.document
    assert document is not None
    return Earlier(document, read.front)


@pytest.mark.parametrize("path", FILES)
def test_a_new_body_under_the_same_front_matter_is_read_as_if_for_the_first_time(path: str, desk: Desk) -> None:
    content = (CONTENT / path).read_bytes()
    before = read_entry(path, content, desk)
    edited = content + MORE.encode()
    again = read_entry(path, edited, desk, known(before))
    assert again == read_entry(path, edited, desk)
    assert again.entry.document != before.entry.document


def test_another_front_matter_is_read_anew(desk: Desk) -> None:
    path = FILES[0]
    content = (CONTENT / path).read_bytes()
    before = read_entry(path, content, desk)
    edited = content.replace(b"title: ", b"title: Otra ", 1)
    again = read_entry(path, edited, desk, known(before))
    assert again == read_entry(path, edited, desk)
    assert again.entry.title != before.entry.title


def test_only_an_experience_is_kept_in_parts(desk: Desk) -> None:
    for path in FILES:
        document = read_entry(path, (CONTENT / path).read_bytes(), desk).entry.document
        assert document is not None
        assert bool(document.body.sections) <= (document.kind == "experience"), path


@pytest.mark.parametrize(
    ("alias", "is_safe"), [("", True), ("share_message: *t\n", False), ("share_message: '*t'\n", False)]
)
def test_a_text_that_stands_for_several_fields_is_for_its_writer_to_repair(
    alias: str, is_safe: bool, desk: Desk
) -> None:
    content = f"---\ntitle: &t El agua volvió al barrio.\ndate: 2026-03-02\n{alias}---\nTexto.\n".encode()
    (found,) = [
        one for one in read_entry("posts/2026-03-02-a.md", content, desk).diagnostics if one.rule == "title-full-stop"
    ]
    assert found.fix is not None and found.fix.is_safe == is_safe


def test_a_file_that_is_no_text_promises_no_repair(desk: Desk) -> None:
    content = "---\ntitle: Señal.\ndate: 2026-03-02\n---\nUn texto\x01 [a] (/b).\n"
    whole = read_entry("posts/2026-03-02-a.md", content.encode(), desk)
    assert sum(one.is_fixable for one in whole.diagnostics) > 1
    broken = read_entry("posts/2026-03-02-a.md", content.encode("latin-1"), desk)
    assert not any(one.is_fixable for one in broken.diagnostics) and len(broken.diagnostics) > 2
