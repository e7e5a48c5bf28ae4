"""The front pages."""

from tests.site.building import Built

CARDS = "//main//article//*[self::h2 or self::h3]/a"


def test_the_highlighted_posts_come_first_and_then_the_latest(plaza: Built) -> None:
    home = plaza.page("/")
    posts = [url for url in home.all(f"{CARDS}/@href") if url.startswith(("/posts/", "/arboles/"))]
    assert posts == ["/posts/fuente/", "/posts/mercado/", "/posts/bus/", "/posts/biblioteca/"]


def test_no_document_stands_twice_on_a_front_page(plaza: Built) -> None:
    for path in ("/", "/en/", "/pt/"):
        urls = plaza.page(path).all(f"{CARDS}/@href")
        assert len(urls) == len(set(urls)), path


def test_a_front_page_shows_campaigns_and_experiences_of_its_language(plaza: Built) -> None:
    urls = plaza.page("/").all(f"{CARDS}/@href")
    assert "/campanas/plaza/" in urls
    assert {"/experiencias/cabildo/", "/experiencias/huerto/", "/experiencias/radio/"} <= set(urls)
    english = plaza.page("/en/").all(f"{CARDS}/@href")
    assert english and all(url.startswith("/en/") for url in english)


def test_a_front_page_without_campaigns_has_no_heading_for_them(plaza: Built) -> None:
    assert "Campañas" in plaza.page("/").all("//main//h2")
    assert "Campanhas" not in plaza.page("/pt/").main


def test_a_card_shows_cover_title_intro_category_and_date(plaza: Built) -> None:
    card = "//main//article[.//a[@href='/posts/fuente/']]"
    home = plaza.page("/")
    assert home.all(f"{card}//img/@src") == ["/images/fuente.png"]
    assert home.all(f"{card}//a[@href='/categorias/proyectos/']") == ["Proyectos"]
    assert "Tres vecinas y un fontanero jubilado" in home.one(card)
    assert home.all(f"{card}//time") == ["2 de marzo de 2026"]


def test_the_name_of_the_site_is_the_one_main_heading(plaza: Built) -> None:
    for path in ("/", "/en/", "/pt/"):
        assert plaza.page(path).all("//h1") == ["La Plaza"]
