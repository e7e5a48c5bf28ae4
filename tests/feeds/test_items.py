"""A post as an item."""

from plugins.core.document import Video
from plugins.core.prose import Reference
from plugins.feeds.feed import Enclosure, Film, Photo, RemotePhoto
from plugins.feeds.items import to_item
from tests.factory import body, media, picture, post, site


def test_a_cover_of_ours_is_enclosed_with_its_true_size_and_type() -> None:
    ours = post(single_image=(picture(),))
    item = to_item(site(ours, media=[media(size=4321)]), ours, ())
    assert item.enclosure == Enclosure(url="https://ejemplo.org/images/agua.jpg", size=4321, mime="image/jpeg")
    assert item.photos == (
        Photo(
            url="https://ejemplo.org/images/agua.jpg",
            alt="Un vaso de agua",
            caption="Agua de la llave",
            width=1600,
            height=900,
        ),
    )


def test_a_cover_on_another_host_is_a_link_and_no_enclosure() -> None:
    ours = post(single_image=(picture("https://www.fotos.example/a.jpg"),))
    item = to_item(site(ours), ours, ())
    assert item.enclosure is None
    assert item.photos == (
        RemotePhoto(
            url="https://www.fotos.example/a.jpg",
            host="fotos.example",
            alt="Un vaso de agua",
            caption="Agua de la llave",
        ),
    )


def test_a_file_whose_type_is_unknown_is_not_enclosed() -> None:
    ours = post(single_image=(picture("/images/agua.tiff"),))
    assert to_item(site(ours, media=[media("images/agua.tiff")]), ours, ()).enclosure is None


def test_the_first_picture_of_ours_is_enclosed() -> None:
    ours = post(single_image=(picture("https://fotos.example/a.jpg"), picture("/images/b.png")))
    enclosure = to_item(site(ours, media=[media("images/b.png")]), ours, ()).enclosure
    assert enclosure is not None
    assert (enclosure.url, enclosure.mime) == ("https://ejemplo.org/images/b.png", "image/png")


def test_a_caption_says_whose_picture_it_is() -> None:
    ours = post(single_image=(picture(credit="Ana Díaz", licence="CC BY 4.0"),))
    (photo,) = to_item(site(ours, media=[media()]), ours, ()).photos
    assert photo.caption == "Agua de la llave · Ana Díaz · CC BY 4.0"


def test_a_decorative_picture_has_no_alt() -> None:
    ours = post(single_image=(picture(decorative=True),))
    (photo,) = to_item(site(ours, media=[media()]), ours, ()).photos
    assert photo.alt == ""


def test_a_picture_that_is_nowhere_is_left_out() -> None:
    ours = post(single_image=(picture("/images/perdida.jpg"),))
    assert to_item(site(ours), ours, ()).photos == ()


def test_a_video_names_its_host() -> None:
    ours = post(video=Video(url="https://www.youtube.com/watch?v=abc", title="La marcha"))
    item = to_item(site(ours), ours, ())
    assert item.film == Film(url="https://www.youtube.com/watch?v=abc", host="youtube.com", title="La marcha")


def test_what_the_body_names_gets_an_absolute_address() -> None:
    other = post("otra")
    ours = post(body=body("b", Reference("link", "otra.md", "/posts/otra.md", "fin")))
    assert to_item(site(ours, other), ours, ()).body.targets[0].url == "https://ejemplo.org/posts/otra/#fin"


def test_texts_lose_line_breaks_and_what_xml_cannot_hold() -> None:
    ours = post(title="Agua\x0b \n limpia\x00 💧", authors=("Ana\ufffe",))
    item = to_item(site(ours), ours, ("A\x1fgua",))
    assert (item.title, item.authors, item.categories) == ("Agua limpia 💧", ("Ana",), ("Agua",))
