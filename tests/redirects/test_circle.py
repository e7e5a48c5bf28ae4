"""A former address at which a document stands is none: the document stays, and nothing redirects."""

from plugins.core.diagnostic import Severity
from plugins.redirects.circle import circles
from plugins.redirects.former import outputs
from plugins.redirects.redirect_loop import find
from tests.factory import page, post, site


def test_a_site_without_former_addresses_has_no_circles() -> None:
    assert circles(site(post(), page())) == {}


def test_the_address_of_the_document_itself_is_left_out_however_it_is_written() -> None:
    ours = site(post("agua", redirect_from=("/posts/agua", "/agua/", "/posts/agua/index.html")))
    assert [output.path for output in outputs(ours)] == ["agua/index.html"]
    assert [found.severity for found in find(ours)] == [Severity.WARNING, Severity.WARNING]


def test_two_documents_that_redirect_from_each_other_are_errors_and_both_stay() -> None:
    ours = site(page("a", redirect_from=("/b/", "/c/")), page("b", redirect_from=("/a",)))
    assert [output.path for output in outputs(ours)] == ["c/index.html"]
    assert [(found.location.path, found.severity) for found in find(ours)] == [
        ("pages/a.md", Severity.ERROR),
        ("pages/b.md", Severity.ERROR),
    ]


def test_one_that_redirects_from_the_address_of_another_is_the_business_of_the_plan() -> None:
    ours = site(page("a", redirect_from=("/b/",)), page("b"))
    assert [output.path for output in outputs(ours)] == ["b/index.html"]
    assert list(find(ours)) == []
