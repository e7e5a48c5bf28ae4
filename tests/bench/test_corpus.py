"""The corpus: the same each time, and content of which Pregón has nothing to say."""

import struct
from pathlib import Path

from plugins.build.command import run
from plugins.build.outcome import Session
from tools.bench.content import taxonomy, write_content
from tools.bench.corpus import FREE, documents, post
from tools.bench.picture import SIZE, picture
from tools.bench.words import LANGUAGES, TAGS

ROOT = Path(__file__).parents[2]
POSTS = 30


def test_two_corpora_are_equal_to_the_byte() -> None:
    assert [one.text() for one in documents(POSTS)] == [one.text() for one in documents(POSTS)]
    assert picture(3) == picture(3) != picture(4)


def test_posts_are_in_three_languages_in_equal_parts_and_one_in_ten_is_translated() -> None:
    posts = [one for one in documents(POSTS) if one.kind == "post"]
    assert [sum(one.lang == lang for one in posts) for lang in LANGUAGES] == [10, 10, 10]
    stems = [one.path.partition(".")[0] for one in posts]
    assert sum(stems.count(stem) > 1 for stem in stems) == POSTS / 10


def test_nobody_links_to_a_post_that_may_be_deleted() -> None:
    free = {post(number, 300).path.removeprefix("posts/") for number in range(300) if number % 7 == FREE}
    bodies = "".join(one.body for one in documents(300))
    assert ".md)" in bodies
    assert not [path for path in free if f"({path})" in bodies]


def test_there_are_about_two_hundred_tags_and_eight_categories() -> None:
    assert sum(len(set(tags)) for tags in TAGS.values()) == 198
    assert taxonomy().count("  - es:") == 8


def test_a_picture_is_a_png_of_its_size() -> None:
    found = picture(0)
    assert found.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", found[16:24]) == SIZE


def test_the_check_has_nothing_to_say(tmp_path: Path) -> None:
    write_content(tmp_path / "content", documents(POSTS))
    session = Session("check", lang="en")
    places = {"PATH": str(tmp_path / "content"), "OUTPUT_PATH": str(tmp_path / "output")}
    assert run(session, ROOT / "pelicanconf.py", places) == 0
    assert session.outcome is not None
    assert session.outcome.diagnostics == ()
    assert session.outcome.site is not None
    shelf = session.outcome.site.shelves["pt"]
    assert all((shelf.posts, shelf.campaigns, shelf.experiences, shelf.pages))
