"""Alternative texts that are file names, or that begin by saying that there is a picture; and those that are not."""

import pytest

from plugins.build.mending import chosen, mended
from plugins.checks.rules import alt_file_name, alt_image_of, alt_long, alt_repeated
from plugins.core.alike import alike
from tests.checks.reading import entry, marked

COVER = "single_image:\n  - img: {0}\n    alt: {1}\n    caption: El agua llegó.\n"
FILE_NAMES = (
    "IMG_2034.jpg",
    "IMG_2034",
    "img-2034",
    "IMG-20190801-WA0007",
    "DSC00012",
    "DSC_0012.JPG",
    "_MG_1234",
    "P1010203",
    "PXL_20260402_181502123",
    "20260402_181502",
    "WhatsApp Image 2019-08-01 at 10.11.12",
    "WhatsApp Image 2019-08-01 at 10.11.12.jpeg",
    "Captura de pantalla 2019-03-02 a las 10.32.11.png",
    "Screenshot_20260402-181502",
    "Screen Shot 2019-03-02 at 10.32.11",
    "image001",
    "imagen1",
    "foto2",
    "Sin-título-1",
    "unnamed",
    "plaza-2.JPG",
    "plaza.jpeg",
    "1234567_8901234_n",
    "3f2a9c41d0e84b7f9a",
    "2019-08-01 10.22.33",
)
TEXTS = (
    "Foto",
    "G20",
    "COP27 en Bonn",
    "Ley 20.285",
    "12.345.678-9",
    "2026",
    "1.100 árboles",
    "F-16",
    "EE. UU.",
    "Web 2.0",
    "No+AFP",
    "v2.1.3",
    "www.ejemplo.org",
    "acta.pdf",
    "El formato .jpg",
    "Captura de pantalla del portal con un error",
    "Screenshot of the portal",
    "Plaza",
    "imagen institucional",
    "Sin título",
    "Decada",
    "3000",
)


@pytest.mark.parametrize("alt", FILE_NAMES)
def test_it_is_the_name_of_a_file(alt: str) -> None:
    made = entry(COVER.format("/images/agua.jpg", f"'{alt}'"), f'![{alt}](/images/otra.jpg "Pie")\n')
    front, body = alt_file_name.find(made)
    assert (marked(front, made.source.text), marked(body, made.source.text)) == (f"'{alt}'", alt)


@pytest.mark.parametrize("alt", TEXTS)
def test_it_is_no_name_of_a_file(alt: str) -> None:
    assert list(alt_file_name.find(entry(COVER.format("/images/agua.jpg", f"'{alt}'")))) == []


@pytest.mark.parametrize(
    ("address", "alt"),
    [
        ("/images/plaza-de-armas.jpg", "plaza-de-armas"),
        ("/images/Plaza_de_Armas.png", "Plaza_de_Armas"),
        ("https://fotos.example/Mapa%20del%20barrio.png", "Mapa del barrio.png"),
        ("plaza-2.jpg", "plaza-2"),
    ],
)
def test_an_alt_that_its_own_file_is_called_is_its_name(address: str, alt: str) -> None:
    assert [one.offence for one in alt_file_name.find(entry(COVER.format(address, alt)))] == [alt]


@pytest.mark.parametrize(
    ("address", "alt"),
    [
        ("/images/plaza.jpg", "plaza"),
        ("/images/plaza-de-armas.jpg", "Plaza de Armas"),
        ("/images/covid-19.jpg", "COVID-19"),
        ("/images/COVID-19.jpg", "COVID-19"),
        ("/images/G-20.jpg", "G-20"),
        ("/images/Wi-Fi.jpg", "Wi-Fi"),
    ],
)
def test_a_word_may_be_what_its_file_is_called(address: str, alt: str) -> None:
    assert list(alt_file_name.find(entry(COVER.format(address, alt)))) == []


@pytest.mark.parametrize(
    ("alt", "right"),
    [
        ("Foto de una plaza", "Una plaza"),
        ("Imagen de la plaza llena", "La plaza llena"),
        ("Una foto de Ana Ruiz en la plaza", "Ana Ruiz en la plaza"),
        ("fotografía de árboles", "Árboles"),
        ("Fotografia del congreso", "El congreso"),
        ("FOTO DE ÁRBOLES", "ÁRBOLES"),
        ("Image of a crowd", "A crowd"),
        ("A photo of the mayor", "The mayor"),
        ("Picture of élan", "Élan"),
        ("Imagem de uma fila", "Uma fila"),
        ("Foto do prefeito", "O prefeito"),
        ("Foto da praça", "A praça"),
        ("foto dos vizinhos", "Os vizinhos"),
        ("Imagem das ruas", "As ruas"),
        ("Foto de foto de la plaza", "Foto de la plaza"),
    ],
)
def test_the_words_that_say_nothing_are_deleted(alt: str, right: str) -> None:
    for before, after in ((COVER.format("/a.jpg", alt), ""), ("", f"![{alt}](/a.jpg)\n")):
        made = entry(before, after)
        found = list(alt_image_of.find(made))
        fixes = chosen(found, unsafe=True)
        assert not chosen(found, unsafe=False)
        assert mended(made.source.text.encode(), fixes).decode() == made.source.text.replace(alt, right)


@pytest.mark.parametrize(
    "alt",
    [
        "Foto y video del acto",
        "Fotos pegadas en un muro",
        "Fotógrafos de prensa",
        "Foto de familia de los presidentes",
        "Foto de 1973",
        "Fotografía de archivo con un tranvía",
        "Imagen de la Virgen en procesión",
        "Imagen de San Cayetano",
        "Imagen satelital del valle",
        "Imagen de satélite del valle",
        "La foto de la portada",
        "Imagen institucional",
        "Foto de",
        "Photo of the year",
        "Photo booth in a square",
        "Picture frames",
        "Imaging of a brain",
        "Foto da semana",
    ],
)
def test_these_words_say_something(alt: str) -> None:
    assert list(alt_image_of.find(entry(COVER.format("/a.jpg", alt)))) == []


@pytest.mark.parametrize("alt", ["Foto de «la plaza»", "Foto de [algo] rojo"])
def test_what_begins_with_a_sign_is_left_to_its_writer(alt: str) -> None:
    [found] = alt_image_of.find(entry(COVER.format("/a.jpg", alt)))
    assert found.fix is None


def test_words_over_two_lines_are_left_to_their_writer() -> None:
    [found] = alt_image_of.find(entry(COVER.format("/a.jpg", ">\n      Foto\n      de una plaza")))
    assert found.fix is None


def test_signs_are_counted_as_readers_see_them() -> None:
    assert list(alt_long.find(entry(COVER.format("/a.jpg", "👩🏽‍🚒" * 125)))) == []
    [found] = alt_long.find(entry(COVER.format("/a.jpg", "a" * 126)))
    assert found.message.values == {"count": 126, "limit": 125}


def test_a_file_name_that_is_repeated_is_one_offence_each_and_no_repetition() -> None:
    made = entry(COVER.format("/a.jpg", "foto1"), "![foto1](/b.jpg)\n\n![foto1](/c.jpg)\n")
    assert len(list(alt_file_name.find(made))) == 3
    assert list(alt_repeated.find(made)) == []


def test_texts_are_alike_whatever_their_case_accents_and_signs() -> None:
    assert alike("¡Árboles, en la plaza!", "arboles en la plaza")
    assert not alike("", "")
    assert not alike("…", "!")
    assert not alike("Un árbol", "Un árbol en la plaza de noche")
    assert alike("日本", "日本。")
    assert alike("«¡¡¡¡¡¡¡¡Agua»", "agua")
