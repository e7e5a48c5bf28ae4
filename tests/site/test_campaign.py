"""One campaign and what belongs to it."""

from tests.site.building import Built

CARDS = "//main/section//article//h3/a/@href"


def test_it_gathers_its_posts_and_its_sheets(plaza: Built) -> None:
    assert plaza.page("/campanas/plaza/").all(CARDS) == ["/posts/fuente/", "/posts/bus/", "/experiencias/cabildo/"]


def test_in_another_language_it_gathers_what_exists_there(plaza: Built) -> None:
    assert plaza.page("/en/campaigns/square/").all(CARDS) == ["/en/posts/fountain/"]


def test_it_says_what_it_asks_for_with_whom_and_until_when(plaza: Built) -> None:
    page = plaza.page("/campanas/plaza/")
    for text in (
        "#Plaza",
        "En marcha",
        "Que la fuente corra y que el último bus pase.",
        "Junta de vecinos",
        "10 de enero de 2026",
        "diciembre de 2026",
    ):
        assert text in page.main, text
    assert page.all("//main//a[@href='https://radio.example/']") == ["Radio Plaza"]


def test_no_number_stands_without_its_source(plaza: Built) -> None:
    page = plaza.page("/campanas/plaza/")
    for number, unit, source in (("1.840", "firmas", "Recuento propio"), ("14", "puestos", "Municipalidad")):
        parent = page.one(f"//main//*[*[normalize-space()='{number}']]")
        assert unit in parent and source in parent


def test_its_call_leads_to_a_part_of_a_page_of_ours(plaza: Built) -> None:
    urls = set(plaza.page("/campanas/plaza/").all("//main//a[normalize-space()='Lee cómo se encontró']/@href"))
    assert urls == {"/posts/fuente/#como-se-encontro"}


def test_a_campaign_begins_on_the_day_it_says_whatever_its_file_is_called(plaza: Built) -> None:
    # The file is called 2026-plaza.md, and the campaign starts on the tenth of January.
    for path in ("/campanas/plaza/", "/en/campaigns/square/"):
        published = plaza.page(path).all("//meta[@property='article:published_time']/@content")
        assert published in ([], ["2026-01-10"]), path
