"""Captions, alternative texts, and pictures that are elsewhere or nowhere."""

import pytest

from plugins.build.mending import chosen, mended
from plugins.checks.rules import alt_missing, caption_missing, picture_missing, picture_remote
from plugins.core.prose import Reference
from tests.checks.reading import document, entry, marked, names, said
from tests.factory import body, experience, media, picture, post, site

COVER = "single_image:\n  - img: /images/agua.jpg\n"


def test_an_empty_caption_is_an_error_at_the_caption_line() -> None:
    made = entry(f"{COVER}    alt: Un vaso\n    caption:\n")
    [found] = caption_missing.find(made)
    assert names([found]) == [("caption-missing", "error")]
    assert found.location.span.line == 8
    assert marked(found, made.source.text) == "caption"
    assert found.offence == "/images/agua.jpg"
    assert "`caption` is empty" in said(found)


def test_quotes_around_nothing_are_an_empty_caption_too() -> None:
    made = entry(f'{COVER}    caption: ""\n')
    [found] = caption_missing.find(made)
    assert marked(found, made.source.text) == '""'


def test_an_absent_caption_is_reported_at_the_picture() -> None:
    made = entry(COVER)
    [found] = caption_missing.find(made)
    assert marked(found, made.source.text) == "/images/agua.jpg"
    assert "has no `caption`" in said(found)


def test_a_cover_written_without_a_list_has_its_places_too() -> None:
    made = entry("single_image:\n  img: /images/agua.jpg\n  caption:\n")
    [found] = caption_missing.find(made)
    assert marked(found, made.source.text) == "caption"


def test_a_cover_written_as_a_bare_address_has_its_place_too() -> None:
    made = entry("single_image: /images/agua.jpg\n")
    [found] = caption_missing.find(made)
    assert marked(found, made.source.text) == "/images/agua.jpg"


def test_pictures_of_a_gallery_are_looked_at_one_by_one() -> None:
    front = "date: 2012\nentity: Unidad\ncountry: Chile\ngallery:\n"
    front += "  - {img: /images/a.jpg, caption: Uno, alt: a}\n  - {img: /images/b.jpg, alt: b}\n"
    made = entry(front, path="experiences/gobierno.md")
    [found] = caption_missing.find(made)
    assert marked(found, made.source.text) == "/images/b.jpg"


def test_a_decorative_picture_needs_neither_caption_nor_alt() -> None:
    made = entry(f"{COVER}    decorative: true\n", "![](/images/orla.png){: .decorative}\n")
    assert [*caption_missing.find(made), *alt_missing.find(made)] == []


def test_a_body_picture_without_a_title_is_a_warning_at_its_address() -> None:
    made = entry(body='Texto.\n\n![Un vaso](/images/agua.jpg)\n\n![Otro](/images/b.jpg "Pie")\n')
    [found] = caption_missing.find(made)
    assert names([found]) == [("caption-missing", "warning")]
    assert marked(found, made.source.text) == "/images/agua.jpg"
    assert '`![…](/images/agua.jpg "…")`' in said(found)
    assert "`{: .decorative}`" in said(found)


def test_neither_alt_nor_caption_is_an_error_at_the_picture() -> None:
    made = entry(f"{COVER}    caption:\n")
    [found] = alt_missing.find(made)
    assert names([found]) == [("alt-missing", "error")]
    assert marked(found, made.source.text) == "/images/agua.jpg"


def test_a_caption_without_alt_is_a_warning() -> None:
    [found] = alt_missing.find(entry(f"{COVER}    caption: Agua de la llave\n"))
    assert names([found]) == [("alt-missing", "warning")]


def test_a_body_picture_without_alt_is_an_error_even_with_a_caption() -> None:
    [found] = alt_missing.find(entry(body='![](/images/agua.jpg "Agua")\n'))
    assert names([found]) == [("alt-missing", "error")]


def test_a_picture_on_another_host_is_a_warning_that_names_the_host() -> None:
    made = entry(
        "single_image:\n  - img: https://i.imgur.com/KCV09aL.jpg\n    caption: Sede\n    alt: Sede\n",
        '![Sede](//fotos.example:8080/a.jpg "Sede")\n',
    )
    front, text = picture_remote.find(made)
    assert names([front, text]) == [("picture-remote", "warning")] * 2
    assert marked(front, made.source.text) == "https://i.imgur.com/KCV09aL.jpg"
    assert "i.imgur.com" in said(front) and "`credit`" in said(front)
    assert "fotos.example" in said(text) and "caption" in said(text)


def test_pictures_of_ours_are_not_remote() -> None:
    assert list(picture_remote.find(entry(COVER, "![a](../images/b.jpg)\n"))) == []


def test_an_address_that_only_looks_like_a_host_says_nothing_and_breaks_nothing() -> None:
    assert picture_remote.host_of("https://[a/b.jpg") == ""
    assert picture_remote.host_of("data:image/png;base64,AAAA") == ""


def test_a_picture_on_somebodys_disk_is_missing() -> None:
    made = entry("single_image:\n  - img: C:\\Fotos\\plaza.jpg\n")
    [found] = picture_missing.find_elsewhere(made)
    assert names([found]) == [("picture-missing", "error")]
    assert marked(found, made.source.text) == "C:\\Fotos\\plaza.jpg"


def test_a_picture_pasted_as_data_is_shown_shortened() -> None:
    [found] = picture_missing.find_elsewhere(entry(f"single_image: data:image/png;base64,{'A' * 5000}\n"))
    assert len(said(found)) < 300


def test_a_picture_that_no_file_answers_is_missing_and_the_nearest_is_named() -> None:
    ours = document("single_image:\n  - img: /images/Agua.jgp\n")
    [found] = picture_missing.find(site(ours, media=[media("images/agua.jpg"), media("images/otra.jpg")]))
    assert names([found]) == [("picture-missing", "error")]
    assert said(found) == "There is no picture `/images/Agua.jgp`. Did you mean `/images/agua.jpg`?"
    assert found.location.span.line == 6


def test_a_picture_in_another_folder_is_found_by_its_name() -> None:
    ours = post(single_image=(picture("/img/uploads/2018/agua.jpg"),))
    others = [media(f"images/agua-{number}.jpg") for number in range(900)]
    [found] = picture_missing.find(site(ours, media=[*others, media()]))
    assert "Did you mean `/images/agua.jpg`?" in said(found)


def test_a_site_without_pictures_says_where_they_go() -> None:
    [found] = picture_missing.find(site(post(single_image=(picture(),))))
    assert "Put the picture into the folder `images/`" in said(found)


def test_a_body_picture_that_is_missing_is_reported_at_its_place() -> None:
    ours = document(body="Uno.\n\n![Agua](/images/nada.jpg)\n")
    [found] = picture_missing.find(site(ours))
    assert found.location.span.line == 8


def test_a_picture_beside_its_post_or_on_another_host_is_not_missing() -> None:
    near = post(single_image=(picture("agua.jpg"),))
    far = experience(gallery=(picture("https://fotos.example/a.jpg"),))
    assert list(picture_missing.find(site(near, far, media=[media("posts/agua.jpg")]))) == []


def test_a_document_or_a_paper_is_no_picture() -> None:
    other = post("otro")
    ours = post(
        single_image=(picture(other.path),),
        body=body("d", Reference("picture", "/documents/a.pdf", "/documents/a.pdf")),
    )
    found = list(picture_missing.find(site(ours, other, media=[media("documents/a.pdf")])))
    assert [one.offence for one in found] == [other.path, "/documents/a.pdf"]
    assert all("is no picture" in said(one) for one in found)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("/images/Agua.JPG", "/images/agua.jpg"),
        ("'../images/AGUA.jpg'", "'/images/agua.jpg'"),
        ('"images/Agua.jpg"', '"/images/agua.jpg"'),
        ("/images/aguas.jpg", ""),
        ("/images/otra/agua.jpg", ""),
        ("/images/Doble.jpg", ""),
        (">-\n      /images/Agua.JPG", ""),
    ],
)
def test_an_address_that_differs_by_capitals_alone_is_respelled(written: str, right: str) -> None:
    front = f"single_image:\n  - img: {written}\n    caption: Agua\n    alt: Agua\n"
    files = [media("images/agua.jpg"), media("images/doble.jpg"), media("images/DOBLE.jpg")]
    made = entry(front)
    [found] = picture_missing.find(site(document(front), media=files))
    text = made.source.text
    assert (found.fix is not None) == bool(right)
    after = mended(text.encode(), chosen([found], unsafe=False)).decode()
    assert after == (text.replace(written, right) if right else text)


def test_a_body_picture_is_respelled_and_a_caption_without_quotes_is_not() -> None:
    text = '![Agua](/images/Agua.jpg "El agua")\n\n![Agua](/images/agua.jpg El agua)\n'
    first, second = picture_missing.find(site(document(body=text), media=[media("images/agua.jpg")]))
    assert first.fix is not None and first.fix.edits[0].text == "/images/agua.jpg"
    assert second.fix is None and '`![…](/images/agua.jpg "El agua")`' in said(second)
