"""Languages: what exists is linked, what does not exist is said and never made up."""

from urllib.parse import urlsplit

import pytest

from tests.site.building import SITEURL, Built, Page

SWITCH = "//header//nav[.//*[@aria-current='true']]"


def alternates(page: Page) -> dict[str, str]:
    return dict(zip(page.all("//link[@hreflang]/@hreflang"), page.all("//link[@hreflang]/@href"), strict=True))


def test_the_switch_leads_to_each_translation_in_its_own_words(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    assert page.all(f"{SWITCH}//a/@href") == ["/en/posts/fountain/", "/pt/posts/fonte/"]
    assert page.all(f"{SWITCH}//a") == ["English", "Português"]
    assert page.all(f"{SWITCH}//a/@lang") == page.all(f"{SWITCH}//a/@hreflang") == ["en", "pt"]


def test_translations_belong_together_by_ref_when_their_files_are_called_differently(plaza: Built) -> None:
    assert plaza.page("/posts/biblioteca/").all(f"{SWITCH}//a/@href") == ["/en/posts/the-library-bus/"]
    assert plaza.page("/en/posts/the-library-bus/").all(f"{SWITCH}//a/@href") == ["/posts/biblioteca/"]


def test_the_switch_says_which_translation_is_missing(plaza: Built) -> None:
    page = plaza.page("/posts/bus/")
    assert page.all(f"{SWITCH}//a/@href") == ["/pt/posts/onibus/"]
    assert page.one(f"{SWITCH}//li[span[@lang='en']]") == "English (sin traducir)"


@pytest.mark.parametrize(
    ("path", "words"), [("/posts/mercado/", "Solo en español"), ("/en/posts/what-the-crier-said/", "Only in English")]
)
def test_a_page_of_one_language_says_so_and_leads_nowhere(plaza: Built, path: str, words: str) -> None:
    page = plaza.page(path)
    assert words in page.one(SWITCH)
    assert not page.all(f"{SWITCH}//a") and not alternates(page)


def test_no_page_is_made_for_a_missing_translation(plaza: Built) -> None:
    found = {name for name in plaza.files if name.endswith("index.html") and "posts/" in name}
    assert {name.removesuffix("/index.html") for name in found} == {
        *("posts", "posts/pagina/2", "posts/pagina/3", "en/posts", "en/posts/page/2", "pt/posts"),
        *("posts/fuente", "posts/mercado", "posts/bus", "posts/biblioteca"),
        *("en/posts/fountain", "en/posts/the-library-bus", "en/posts/what-the-crier-said"),
        *("pt/posts/fonte", "pt/posts/onibus"),
    }
    assert not plaza.has("/pt/campanhas/") and not plaza.has("/en/contacto/") and not plaza.has("/en/contact/")


def test_every_page_is_in_the_language_of_its_address(plaza: Built) -> None:
    for page in plaza.every_document:
        first = page.path.split("/")[1]
        assert page.lang == (first if first in ("en", "pt") else "es"), page.path


def test_every_alternate_names_this_page_back(plaza: Built) -> None:
    several = [page for page in plaza.every_page if alternates(page)]
    assert len(several) > 20
    for page in several:
        found = alternates(page)
        assert found[page.lang] == page.one("//link[@rel='canonical']/@href")
        for lang, url in found.items():
            other = plaza.page(urlsplit(url).path)
            assert alternates(other) == found, (page.path, url)
            assert lang == "x-default" or other.lang == lang


def test_the_default_language_is_the_one_for_everybody_else(plaza: Built) -> None:
    for page in plaza.every_page:
        found = alternates(page)
        assert found.get("x-default") == found.get("es"), page.path


def test_the_head_and_the_switch_name_the_same_translations(plaza: Built) -> None:
    # Only the first page of a list has counterparts; from the others the switch leads back to it.
    for page in plaza.every_page:
        if page.path == "/404.html" or "/pagina/" in page.path or "/page/" in page.path:
            assert not alternates(page)
            continue
        there = {urlsplit(url).path for lang, url in alternates(page).items() if lang not in (page.lang, "x-default")}
        assert set(page.all(f"{SWITCH}//a/@href")) == there, page.path


def test_canonical_addresses_are_absolute_and_each_pages_own(plaza: Built) -> None:
    for page in plaza.every_page:
        expected = [] if page.path == "/404.html" else [SITEURL + page.path]
        assert page.all("//link[@rel='canonical']/@href") == expected


def test_menus_list_only_what_exists_in_that_language(plaza: Built) -> None:
    menu = "//body/header//nav[not(.//*[@aria-current='true'])]//a/@href"
    assert plaza.page("/").all(menu) == ["/posts/", "/campanas/", "/experiencias/"]
    assert plaza.page("/en/").all(menu) == ["/en/posts/", "/en/campaigns/", "/en/experiences/"]
    assert plaza.page("/pt/").all(menu) == ["/pt/posts/", "/pt/experiencias/"]
    footer = "//body/footer//nav//a/@href"
    assert plaza.page("/").all(footer) == ["/acerca/", "/contacto/", "/categorias/", "/etiquetas/", "/archivo/"]
    assert plaza.page("/en/").all(footer) == ["/en/about/", "/en/categories/", "/en/tags/", "/en/archive/"]
    assert plaza.page("/pt/").all(footer) == ["/pt/sobre/", "/pt/categorias/", "/pt/etiquetas/", "/pt/arquivo/"]


def test_the_menu_says_where_the_reader_is(plaza: Built) -> None:
    assert plaza.page("/campanas/").all("//body/header//a[@aria-current='page']/@href") == ["/campanas/"]


def test_a_page_never_shows_another_languages_documents_as_its_own(plaza: Built) -> None:
    foreign = {"es": ("fountain", "fonte"), "en": ("La fuente", "A fonte"), "pt": ("La fuente", "The fountain")}
    for page in plaza.every_page:
        if page.lang != "es" or page.path != "/404.html":
            assert not [word for word in foreign[page.lang] if word in page.main], page.path


def test_dates_and_numbers_are_those_of_the_language(plaza: Built) -> None:
    assert "marzo de 2012" in plaza.page("/experiencias/cabildo/").main
    assert "March 2012" in plaza.page("/en/experiences/town-meeting/").main
    assert "10 de maio de 2021" in plaza.page("/pt/experiencias/radio-na-despensa/").main
    assert "4,5" in plaza.page("/experiencias/cabildo/").main
    assert "1 vote" in plaza.page("/en/experiences/town-meeting/").main


@pytest.mark.parametrize(("lang", "locale"), [("es", "es_CL"), ("en", "en_US"), ("pt", "pt_BR")])
def test_networks_are_told_the_language(plaza: Built, lang: str, locale: str) -> None:
    path = "/" if lang == "es" else f"/{lang}/"
    assert plaza.page(path).one("//meta[@property='og:locale']/@content") == locale
