"""What stands around a page."""

from plugins.pages.plan import outputs
from plugins.pages.views import Frame, Page
from tests.factory import moment, page, post, site


def frames() -> dict[str, Frame]:
    """The frame of each page of a small site, by its path."""
    ours = site(post(), post("clean-water", lang="en", group="agua-limpia"), post("sola"), page("acerca"))
    found = {output.path: output.inputs for output in outputs(ours)}
    return {path: view.frame for path, view in found.items() if isinstance(view, Page)}


def test_the_switch_leads_elsewhere_only_where_a_translation_is() -> None:
    found = frames()
    for frame in found.values():
        assert frame.elsewhere is any(entry.url for entry in frame.switch if not entry.current)
        assert [entry.lang for entry in frame.switch if entry.current] == [frame.lang]
    assert found["posts/agua-limpia/index.html"].elsewhere
    assert not found["posts/sola/index.html"].elsewhere


def test_the_menu_marks_the_page_it_stands_on_and_is_shared_by_all_others() -> None:
    found = frames()
    assert [link.current for link in found["posts/index.html"].menu] == [True]
    assert [link.current for link in found["posts/sola/index.html"].menu] == [False]
    assert found["posts/sola/index.html"].menu is found["acerca/index.html"].menu


def test_a_list_lies_near_the_newest_document_it_shows() -> None:
    ours = site(post("nueva", date=moment("2026-03-02")), post("vieja", date=moment("2025-03-02")))
    near = {output.path: output.near for output in outputs(ours)}
    assert near["posts/nueva/index.html"] == near["posts/index.html"] == near["archivo/2026/index.html"]
    assert near["posts/vieja/index.html"] == near["archivo/2025/index.html"] < near["posts/index.html"]
