"""What an address in a file means, as Markdown writers, Pelican and Jekyll spell it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.target import content_target, is_external


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("otro.md", ("/posts/otro.md", "")),
        ("otro.md#parte", ("/posts/otro.md", "parte")),
        ("../pages/acerca.md", ("/pages/acerca.md", "")),
        ("/pages/acerca.md", ("/pages/acerca.md", "")),
        ("{filename}/pages/acerca.md", ("/pages/acerca.md", "")),
        ("{static}informe.pdf", ("/posts/informe.pdf", "")),
        ("|filename|/pages/acerca.md", ("/pages/acerca.md", "")),
        ("informe%20final.pdf?x=1#p", ("/posts/informe final.pdf", "p")),
        ("#parte", ("/posts/uno.md", "parte")),
        ("?x", ("/posts/uno.md", "")),
        ("/categorias/agua/", ("/categorias/agua/", "")),
        ("/", ("/", "")),
        ("../../../../fuera.md", ("/fuera.md", "")),
    ],
)
def test_a_target_is_read_beside_the_file_or_from_the_root(written: str, target: tuple[str, str]) -> None:
    assert content_target("posts/uno.md", written) == target


@pytest.mark.parametrize("url", ["https://a.org", "//a.org/x", "mailto:a@b.org", "tel:+56", "JAVASCRIPT:x"])
def test_what_names_its_scheme_or_host_is_elsewhere(url: str) -> None:
    assert is_external(url)


@pytest.mark.parametrize("url", ["a.md", "/a:b", "a/b:c.md", "#x", "", "./a:b", "{static}/a.pdf"])
def test_everything_else_is_here(url: str) -> None:
    assert not is_external(url)


@settings(deadline=None, database=None)
@given(st.text())
def test_a_target_never_leaves_the_content_folder(written: str) -> None:
    target, _ = content_target("posts/uno.md", written)
    assert target.startswith("/")
    assert ".." not in target.split("/")
