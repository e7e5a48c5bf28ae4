"""Every address is made in one place, and a file and its address are two names of one thing."""

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.url import (
    SAFE,
    Address,
    document_path,
    encoded,
    home_path,
    list_path,
    output_path,
    path_fault,
    site_path,
    with_slash,
)
from tests import factory
from tests.factory import ENGLISH, SPANISH

parts = st.text(st.characters(categories=["Ll", "Nd"], include_characters="-_ñá"), min_size=1, max_size=12)
folders = st.lists(parts, max_size=4).map(lambda names: "/" + "".join(f"{name}/" for name in names))
paths = folders | st.builds(
    lambda folder, name: f"{folder}{name}.html", folders, parts.filter(lambda name: name != "index")
)


@settings(deadline=None, database=None)
@given(paths)
def test_the_file_that_answers_a_path_answers_that_path(path: str) -> None:
    assert site_path(output_path(path)) == path


@pytest.mark.parametrize(
    ("path", "file"),
    [("/", "index.html"), ("/en/", "en/index.html"), ("/a/b.html", "a/b.html"), ("/feed.xml", "feed.xml")],
)
def test_a_folder_is_answered_by_its_index(path: str, file: str) -> None:
    assert output_path(path) == file


def test_only_a_whole_name_is_an_index() -> None:
    assert site_path("a/reindex.html") == "/a/reindex.html"


def test_the_default_language_stands_at_the_root() -> None:
    assert (home_path(SPANISH), home_path(ENGLISH)) == ("/", "/en/")


def test_a_list_has_its_words_and_its_page_in_its_language() -> None:
    assert list_path(SPANISH, "categories", "agua") == "/categorias/agua/"
    assert list_path(ENGLISH, "posts", number=2) == "/en/posts/page/2/"
    assert list_path(SPANISH, "tags", "agua", 3) == "/etiquetas/agua/pagina/3/"


def test_each_type_has_its_place() -> None:
    assert document_path(factory.post("agua"), SPANISH) == "/posts/agua/"
    assert document_path(factory.campaign("agua"), ENGLISH) == "/en/campaigns/agua/"
    assert document_path(factory.experience("agua"), SPANISH) == "/experiencias/agua/"
    assert document_path(factory.page("acerca"), SPANISH) == "/acerca/"
    assert document_path(factory.page("about"), ENGLISH) == "/en/about/"


def test_a_permalink_comes_before_the_scheme() -> None:
    assert document_path(factory.post(permalink="/agua"), SPANISH) == "/agua/"
    assert document_path(factory.post(permalink="/agua.html"), SPANISH) == "/agua.html"


@pytest.mark.parametrize(("given_path", "path"), [("/a", "/a/"), ("/a/", "/a/"), ("/a.html", "/a.html"), ("/", "/")])
def test_what_is_no_file_ends_in_a_slash(given_path: str, path: str) -> None:
    assert with_slash(given_path) == path


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/agua/2026/", ""),
        ("/ñandú/", ""),
        ("agua", "agua"),
        ("", "/"),
        ("/a b/", " "),
        ("/a//b/", "//"),
        ("/../b/", "/../"),
        ("/a/.", "/."),
        ("/a?b", "?"),
        ("/a#b", "#"),
        ("/a%20b/", "%"),
        ("/a\\b", "\\"),
        ("/<a>", "<"),
        ("/" + "ñ" * 130, "ñ" * 20),
    ],
)
def test_what_cannot_be_a_path_is_named(path: str, fault: str) -> None:
    assert path_fault(path) == fault


def test_an_absolute_address_is_encoded_and_has_one_slash_between() -> None:
    assert Address("https://ejemplo.org/").absolute("/ñandú/") == "https://ejemplo.org/%C3%B1and%C3%BA/"


def test_a_site_in_a_folder_keeps_the_folder_in_its_paths() -> None:
    address = Address("https://ejemplo.org/campañas/")
    assert address.path("/agua/") == "/campa%C3%B1as/agua/"
    assert Address("https://ejemplo.org").path("/") == "/"


@settings(deadline=None, database=None)
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.characters(max_codepoint=127)) | paths)
def test_a_plain_path_is_spelt_as_any_other(path: str) -> None:
    assert encoded(path) == quote(path, safe=SAFE)
