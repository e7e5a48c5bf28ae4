"""Lists: posts, campaigns, experiences, categories, tags, years; their pages and addresses."""

import pytest

from tests.site.building import Built

CARDS = "//main//article//h2/a/@href"
PAGES = "//main//nav//a[@rel='{}']/@href"


def listed(plaza: Built, *paths: str) -> list[str]:
    return [url for path in paths for url in plaza.page(path).all(CARDS)]


def test_all_posts_stand_in_the_list_newest_first_two_on_a_page(plaza: Built) -> None:
    paths = ("/posts/", "/posts/pagina/2/", "/posts/pagina/3/")
    assert [len(plaza.page(path).all(CARDS)) for path in paths] == [2, 2, 1]
    assert listed(plaza, *paths) == [
        "/posts/fuente/",
        "/posts/mercado/",
        "/posts/bus/",
        "/posts/biblioteca/",
        "/arboles/",
    ]
    assert not plaza.has("/posts/pagina/1/") and not plaza.has("/posts/pagina/4/")


def test_the_pages_of_a_list_bear_the_word_of_their_language(plaza: Built) -> None:
    assert plaza.has("/en/posts/page/2/") and not plaza.has("/en/posts/pagina/2/")
    assert listed(plaza, "/en/posts/", "/en/posts/page/2/") == [
        "/en/posts/fountain/",
        "/en/posts/the-library-bus/",
        "/en/posts/what-the-crier-said/",
    ]
    assert listed(plaza, "/pt/posts/") == ["/pt/posts/fonte/", "/pt/posts/onibus/"]
    assert not plaza.has("/pt/posts/pagina/2/")


def test_each_page_of_a_list_leads_to_the_one_before_and_the_one_after(plaza: Built) -> None:
    first, second, third = (plaza.page(path) for path in ("/posts/", "/posts/pagina/2/", "/posts/pagina/3/"))
    assert (first.all(PAGES.format("prev")), first.all(PAGES.format("next"))) == ([], ["/posts/pagina/2/"])
    assert (second.all(PAGES.format("prev")), second.all(PAGES.format("next"))) == (["/posts/"], ["/posts/pagina/3/"])
    assert (third.all(PAGES.format("prev")), third.all(PAGES.format("next"))) == (["/posts/pagina/2/"], [])
    assert second.all("//main//nav//*[@aria-current='page']") == ["2"]


def test_a_page_of_a_list_is_its_own_canonical_address_and_says_its_number(plaza: Built) -> None:
    page = plaza.page("/posts/pagina/2/")
    assert page.one("//link[@rel='canonical']/@href") == "https://example.org/posts/pagina/2/"
    assert "Página 2 de 3" in page.main
    assert page.one("//title") != plaza.page("/posts/").one("//title")


@pytest.mark.parametrize(
    ("path", "urls"),
    [
        ("/campanas/", ["/campanas/plaza/"]),
        ("/en/campaigns/", ["/en/campaigns/square/"]),
        ("/en/experiences/", ["/en/experiences/town-meeting/"]),
        ("/pt/experiencias/", ["/pt/experiencias/radio-na-despensa/"]),
        ("/categorias/proyectos/", ["/posts/fuente/", "/posts/biblioteca/"]),
        ("/categorias/opinion/", ["/arboles/"]),
        ("/en/categories/projects/", ["/en/posts/fountain/", "/en/posts/the-library-bus/"]),
        ("/pt/categorias/reportagens/", ["/pt/posts/onibus/"]),
        ("/etiquetas/agua/", ["/posts/fuente/"]),
        ("/en/tags/barrio/", ["/en/posts/the-library-bus/"]),
        ("/pt/etiquetas/agua/", ["/pt/posts/fonte/"]),
        ("/archivo/2025/", ["/posts/biblioteca/", "/arboles/"]),
        ("/en/archive/2026/", ["/en/posts/fountain/"]),
        ("/pt/arquivo/2026/", ["/pt/posts/fonte/", "/pt/posts/onibus/"]),
    ],
)
def test_a_list_holds_what_belongs_to_it_and_nothing_else(plaza: Built, path: str, urls: list[str]) -> None:
    assert listed(plaza, path) == urls


def test_experiences_are_listed_newest_first_whatever_the_precision_of_their_dates(plaza: Built) -> None:
    assert listed(plaza, "/experiencias/", "/experiencias/pagina/2/") == [
        "/experiencias/radio/",
        "/experiencias/huerto/",
        "/experiencias/cabildo/",
    ]


def test_lists_of_one_tag_and_of_one_year_break_into_pages_too(plaza: Built) -> None:
    assert listed(plaza, "/etiquetas/barrio/", "/etiquetas/barrio/pagina/2/") == [
        "/posts/fuente/",
        "/posts/mercado/",
        "/posts/bus/",
    ]
    assert listed(plaza, "/archivo/2026/pagina/2/") == ["/posts/bus/"]


@pytest.mark.parametrize(
    ("path", "terms"),
    [
        ("/categorias/", ["Proyectos", "Crónicas", "Opinión"]),
        ("/en/categories/", ["Projects", "Opinion"]),
        ("/pt/categorias/", ["Projetos", "Reportagens"]),
        ("/etiquetas/", ["agua", "árboles", "barrio", "libros", "mercado", "transporte"]),
        ("/archivo/", ["2026", "2025"]),
        ("/pt/arquivo/", ["2026"]),
    ],
)
def test_an_index_names_every_term_that_has_posts_and_how_many(plaza: Built, path: str, terms: list[str]) -> None:
    page = plaza.page(path)
    assert page.all("//main//li/a") == terms
    for term, url in zip(terms, page.all("//main//li/a/@href"), strict=True):
        count = len(plaza.page(url).all(CARDS)) + (plaza.has(f"{url}pagina/2/") and 1)
        assert f"{count} publica" in page.one(f"//main//li[a='{term}']") or path.startswith("/en/")


def test_a_category_without_posts_in_a_language_has_no_page_there(plaza: Built) -> None:
    assert not plaza.has("/en/categories/reportage/")
    assert not plaza.has("/pt/categorias/opinion/") and not plaza.has("/pt/categorias/opiniao/")


def test_a_category_says_what_it_is_about(plaza: Built) -> None:
    assert "Lo que hacemos." in plaza.page("/categorias/proyectos/").main
    assert "What we do." in plaza.page("/en/categories/projects/").main


def test_a_year_leads_to_the_years_beside_it(plaza: Built) -> None:
    assert plaza.page("/archivo/2026/").all("//main//nav//a[.='2025']/@href") == ["/archivo/2025/"]


def test_the_404_page_leads_on_in_every_language_and_is_found_by_nobody(plaza: Built) -> None:
    page = plaza.page("/404.html")
    assert {"/", "/en/", "/pt/"} <= set(page.all("//main//a/@href"))
    assert page.one("//meta[@name='robots']/@content") == "noindex"
    assert not page.all("//link[@rel='canonical']")
    assert page.all("//main//a[@href='/en/']/@lang") == ["en"]
    # A server answers with it at any depth: relative addresses would break.
    own = [url for url in page.all("//@href | //@src") if "://" not in url and not url.startswith("#")]
    assert own and all(url.startswith("/") for url in own)
