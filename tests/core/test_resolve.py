"""What a reference leads to."""

from plugins.core.prose import Prose, Reference, Target
from plugins.core.resolve import picture_media, prose, resolve_target, resolve_written
from tests import factory

POST = factory.post("agua", path="posts/2026-03-02-agua.md")
PHOTO = factory.media("images/agua.jpg", width=1600, height=900)
SITE = factory.site(POST, factory.page("acerca"), media=[PHOTO], siteurl="https://ejemplo.org/sub")


def test_a_source_file_leads_to_its_page() -> None:
    found = resolve_target(SITE, "/posts/2026-03-02-agua.md")
    assert (found.site_path, found.document) == ("/posts/agua/", POST)


def test_a_file_leads_to_itself_and_anything_else_is_a_path_to_be_answered() -> None:
    assert resolve_target(SITE, "/images/agua.jpg").media == PHOTO
    other = resolve_target(SITE, "/categorias/agua/")
    assert (other.site_path, other.document, other.media) == ("/categorias/agua/", None, None)


def test_an_address_of_the_front_matter_is_read_beside_the_file_then_from_the_root() -> None:
    found = resolve_written(SITE, POST.path, "images/agua.jpg")
    assert found and found.media == PHOTO
    missing = resolve_written(SITE, POST.path, "images/otra.jpg")
    assert missing and missing.site_path == "/posts/images/otra.jpg"
    assert resolve_written(SITE, POST.path, "https://fotos.example/a.jpg") is None


def test_only_a_picture_of_ours_has_a_file() -> None:
    assert picture_media(SITE, POST.path, factory.picture()) == PHOTO
    assert picture_media(SITE, POST.path, factory.picture("https://fotos.example/a.jpg")) is None


def test_a_body_on_a_page_has_a_target_for_each_reference_in_order() -> None:
    references = (
        Reference("link", "acerca", "/pages/acerca.md", "año"),
        Reference("picture", "agua", "/images/agua.jpg"),
    )
    post = factory.post(body=factory.body("abc", *references))
    made = prose(SITE, post)
    assert made == Prose("abc", (Target("/sub/acerca/#a%C3%B1o"), Target("/sub/images/agua.jpg", 1600, 900)))
    assert prose(SITE, post, "def", absolute=True).targets[0].url == "https://ejemplo.org/sub/acerca/#a%C3%B1o"
