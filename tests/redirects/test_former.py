"""Redirects from former addresses."""

from plugins.core.diagnostic import Location, Span
from plugins.core.document import packed
from plugins.redirects import ROOM
from plugins.redirects.former import RedirectPage, outputs
from tests.factory import Context, page, post, site


def test_a_document_that_never_moved_has_none() -> None:
    assert list(outputs(site(post(), page()))) == []


def test_each_former_address_leads_to_the_document() -> None:
    ours = post(title="Agua & luz", redirect_from=("/2018/agua", "/viejo.html"))
    found = list(outputs(site(ours, siteurl="https://ejemplo.org/sitio")))
    assert [output.path for output in found] == ["2018/agua/index.html", "viejo.html"]
    expected = RedirectPage(
        lang="es",
        title="Agua & luz",
        target="/sitio/posts/agua-limpia/",
        canonical="https://ejemplo.org/sitio/posts/agua-limpia/",
    )
    assert [output.inputs for output in found] == [expected, expected]


def test_the_page_is_rendered_in_the_language_of_the_document() -> None:
    (output,) = outputs(site(page("about", lang="en", redirect_from=("/about-us/",))))
    context = Context()
    assert output.render(output.inputs, context) == b"layouts/redirect.html in en"
    assert context.asked == [("layouts/redirect.html", "en", output.inputs)]


def test_the_same_address_with_and_without_its_slash_is_one_page() -> None:
    found = outputs(site(post(redirect_from=("/agua", "/agua/", "/agua/index.html"))))
    assert [output.path for output in found] == ["agua/index.html"]


def test_two_documents_that_claim_one_address_are_both_in_the_plan_so_that_it_can_say_so() -> None:
    ours = site(post("uno", redirect_from=("/x/",)), post("dos", redirect_from=("/x/",)))
    assert [output.path for output in outputs(ours)] == ["x/index.html", "x/index.html"]


def test_an_error_about_it_names_the_line_of_the_former_address() -> None:
    line = Span(7, 3, 7, 9)
    (_, second) = outputs(site(post(redirect_from=("/a/", "/b/"), places=packed({"redirect_from.1": line}))))
    assert second.origin == Location("posts/agua-limpia.md", line)


def test_a_single_address_may_be_written_without_a_list() -> None:
    line = Span(7, 16, 7, 20)
    (output,) = outputs(site(post(redirect_from=("/a/",), places=packed({"redirect_from": line}))))
    assert output.origin == Location("posts/agua-limpia.md", line)


def test_a_redirect_is_no_page_that_a_search_engine_lists() -> None:
    assert ROOM.outputs is not None
    assert {output.listed for output in ROOM.outputs(site(post(redirect_from=("/a/",))))} == {None}
