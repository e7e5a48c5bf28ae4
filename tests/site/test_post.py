"""One post, in each of its languages."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.site.building import Built

MESSAGE = "La fuente volvió a correr & el barrio también: ¿vienes el sábado? 100% agua #Plaza @laplaza"
ADDRESS = "https://example.org/posts/fuente/"
SHARE = "//main//a[contains(@class, 'share-')]"
POSTS = {"es": "/posts/fuente/", "en": "/en/posts/fountain/", "pt": "/pt/posts/fonte/"}


def test_the_cover_carries_text_size_and_a_caption_with_its_credit(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    cover = "(//main//figure)[1]"
    assert page.one(f"{cover}//img/@src") == "/images/fuente.png"
    assert page.one(f"{cover}//img/@alt") == "Una fuente redonda de la que sube un chorro azul."
    assert (page.one(f"{cover}//img/@width"), page.one(f"{cover}//img/@height")) == ("1280", "720")
    caption = page.one(f"{cover}/figcaption")
    for text in ("La fuente, el primer sábado con agua desde 2019.", "Rosa Millán", "CC BY 4.0"):
        assert text in caption


def test_a_picture_in_the_text_is_a_figure_whose_title_is_the_caption(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    figure = "//main/article[1]//figure[.//img[@src='/images/banco.jpg']]"
    assert page.one(f"{figure}/figcaption") == "El banco desde el que se vigiló la obra."
    assert page.one(f"{figure}//img/@width") == "960"
    assert not page.all("//img/@title")


@pytest.mark.parametrize(
    ("path", "label", "url"),
    [
        ("/posts/fuente/", "Proyectos", "/categorias/proyectos/"),
        ("/en/posts/fountain/", "Projects", "/en/categories/projects/"),
        ("/pt/posts/fonte/", "Projetos", "/pt/categorias/projetos/"),
    ],
)
def test_its_category_is_a_label_that_leads_to_the_category_in_its_language(
    plaza: Built, path: str, label: str, url: str
) -> None:
    assert plaza.page(path).all(f"//main/article[1]//header//a[@href='{url}']") == [label]


@pytest.mark.parametrize(
    ("lang", "date"), [("es", "2 de marzo de 2026"), ("en", "March 2, 2026"), ("pt", "2 de março de 2026")]
)
def test_its_date_is_written_as_its_language_writes_dates(plaza: Built, lang: str, date: str) -> None:
    page = plaza.page(POSTS[lang])
    assert page.all("//main/article[1]//header//time") == [date]
    assert page.all("//main/article[1]//header//time/@datetime") == ["2026-03-02T09:00:00-03:00"]


def test_a_date_without_an_hour_is_not_given_one(plaza: Built) -> None:
    page = plaza.page("/arboles/")
    assert page.all("//main/article[1]//header//time/@datetime") == ["2025-06-20"]


def test_a_post_that_was_changed_says_so(plaza: Built) -> None:
    page = plaza.page("/posts/bus/")
    assert "Actualizado el 20 de enero de 2026" in page.main
    assert page.one("//meta[@property='article:modified_time']/@content") == "2026-01-20"


@pytest.mark.parametrize(
    ("lang", "words"), [("es", "1 minuto de lectura"), ("en", "1 minute to read"), ("pt", "1 minuto de leitura")]
)
def test_it_says_how_long_it_takes_to_read(plaza: Built, lang: str, words: str) -> None:
    assert words in plaza.page(POSTS[lang]).main


def shared(plaza: Built, network: str) -> str:
    return plaza.page("/posts/fuente/").one(f"{SHARE}[contains(@class, 'share-{network}')]/@href")


def test_share_links_decode_to_the_whole_message_and_the_address(plaza: Built) -> None:
    assert parse_qs(urlsplit(shared(plaza, "x")).query) == {"text": [MESSAGE], "url": [ADDRESS]}
    assert parse_qs(urlsplit(shared(plaza, "telegram")).query) == {"text": [MESSAGE], "url": [ADDRESS]}
    assert parse_qs(urlsplit(shared(plaza, "whatsapp")).query) == {"text": [f"{MESSAGE} {ADDRESS}"]}
    assert parse_qs(urlsplit(shared(plaza, "bluesky")).query) == {"text": [f"{MESSAGE} {ADDRESS}"]}
    assert parse_qs(urlsplit(shared(plaza, "facebook")).query) == {"u": [ADDRESS]}
    assert parse_qs(urlsplit(shared(plaza, "linkedin")).query) == {"url": [ADDRESS]}


def test_the_mail_link_carries_title_message_and_address(plaza: Built) -> None:
    link = shared(plaza, "email")
    assert link.startswith("mailto:?") and "+" not in link
    fields = dict(part.split("=") for part in link.removeprefix("mailto:?").split("&"))
    assert unquote(fields["subject"]) == "La fuente vuelve a tener agua"
    assert unquote(fields["body"]) == f"{MESSAGE}\r\n\r\n{ADDRESS}"


def test_no_share_link_has_a_fragment_or_a_blank(plaza: Built) -> None:
    for path in POSTS.values():
        links = plaza.page(path).all(f"{SHARE}/@href")
        assert len(links) == 7
        assert not [link for link in links if "#" in link or " " in link]


def test_a_post_without_a_share_message_is_shared_under_its_title(plaza: Built) -> None:
    link = plaza.page("/posts/bus/").one(f"{SHARE}[contains(@class, 'share-x')]/@href")
    assert parse_qs(urlsplit(link).query)["text"] == ["El bus pasa a las diez"]


@pytest.mark.parametrize(("lang", "name"), [("es", "Correo"), ("en", "mail"), ("pt", "mail")])
def test_the_mail_link_is_called_in_the_readers_language(plaza: Built, lang: str, name: str) -> None:
    assert name in plaza.page(POSTS[lang]).one(f"{SHARE}[contains(@class, 'share-email')]")


def test_the_posts_before_and_after_it_are_those_of_its_language_in_order_of_time(plaza: Built) -> None:
    order = ["/posts/fuente/", "/posts/mercado/", "/posts/bus/", "/posts/biblioteca/", "/arboles/"]
    for place, path in enumerate(order):
        page = plaza.page(path)
        assert page.all("//main//a[@rel='prev']/@href") == order[place + 1 : place + 2], path
        assert page.all("//main//a[@rel='next']/@href") == order[max(0, place - 1) : place][:1], path


def test_related_posts_are_those_with_its_tags_category_or_campaign_and_never_itself(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    related = page.all("//main/section//article//h3/a/@href")
    # The campaign and a tag in common, then one tag, then the category alone.
    assert related == ["/posts/bus/", "/posts/mercado/", "/posts/biblioteca/"]
    assert plaza.page("/arboles/").all("//main/section//article//h3/a/@href") == []


def test_it_names_its_campaign_only_in_a_language_that_has_it(plaza: Built) -> None:
    assert plaza.page("/posts/fuente/").all("//main/article[1]//a[@href='/campanas/plaza/']")
    assert plaza.page("/en/posts/fountain/").all("//main/article[1]//a[@href='/en/campaigns/square/']")
    assert not plaza.page("/pt/posts/fonte/").all("//a[contains(@href, 'camp')][not(contains(@href, '://'))]")


def test_its_tags_lead_to_their_pages(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    assert page.all("//main//a[@rel='tag']/@href") == ["/etiquetas/agua/", "/etiquetas/barrio/"]


def test_links_to_source_files_lead_to_their_pages_and_downloads(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    assert page.one("//a[text()='historia del mercado']/@href") == "/posts/mercado/#los-puestos"
    assert page.one("//a[text()='descargarla']/@href") == "/documents/acta.pdf"


def test_a_video_is_a_link_with_a_poster_of_ours_and_no_frame(plaza: Built) -> None:
    page = plaza.page("/posts/mercado/")
    players = [urlsplit(address) for address in page.all("//main//a[@data-embed]/@data-embed")]
    assert [player.netloc + player.path for player in players] == [
        "www.youtube-nocookie.com/embed/3axWZ7mTpVQ",
        "player.vimeo.com/video/76979871",
    ]
    assert parse_qs(players[1].query)["dnt"] == ["1"]
    assert page.all("//main//a[@data-embed]/@href") == [
        "https://www.youtube.com/watch?v=3axWZ7mTpVQ",
        "https://vimeo.com/76979871",
    ]
    assert page.all("//main//a[@data-embed]//img/@src") == ["/images/banco.jpg"]
    assert not page.all("//iframe")


def test_footnotes_tables_and_headings_of_the_text_are_there(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    assert page.all("//main//h2[@id='como-se-encontro']") == ["Cómo se encontró"]
    assert page.all("//main//td") == ["Bomba", "120", "Filtro", "35"]
    assert "Lo dijo dos veces" in page.main


def test_quotes_are_those_of_the_language(plaza: Built) -> None:
    assert "«Busquen la baldosa que suena hueca»" in plaza.page("/posts/fuente/").main
    assert "“Look for the stone that sounds hollow”" in plaza.page("/en/posts/fountain/").main


def test_its_head_says_what_networks_show(plaza: Built) -> None:
    page = plaza.page("/posts/fuente/")
    meta = {name: page.one(f"//meta[@property='{name}']/@content") for name in ("og:type", "og:title", "og:image")}
    assert meta == {
        "og:type": "article",
        "og:title": "La fuente vuelve a tener agua",
        "og:image": "https://example.org/images/fuente.png",
    }
    assert page.one("//meta[@name='description']/@content").startswith("Tres vecinas")
    assert page.one("//meta[@property='article:published_time']/@content") == "2026-03-02T09:00:00-03:00"
