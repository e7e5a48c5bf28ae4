"""Which feeds there are, and what stands around their items."""

from plugins.core.output import Output
from plugins.core.taxonomy import Taxonomy
from plugins.feeds import ROOM
from plugins.feeds.channels import outputs
from plugins.feeds.feed import Feed
from tests import factory
from tests.factory import moment, post, site


def feeds(found: list[Output]) -> dict[str, Feed]:
    return {output.path: output.inputs for output in found if isinstance(output.inputs, Feed)}


def test_an_empty_site_has_no_feed() -> None:
    assert list(outputs(site())) == []


def test_a_language_without_posts_has_no_feed() -> None:
    found = feeds(list(outputs(site(post(), factory.page("about", lang="en")))))
    assert not [path for path in found if path.startswith("en/")]


def test_each_language_and_each_of_its_categories_has_a_feed() -> None:
    terms = factory.taxonomy({"es": "Proyectos", "en": "Projects"}, {"es": "Agua", "en": "Water"})
    ours = site(
        post(categories=("Proyectos", "Agua")),
        post("clean-water", lang="en", group="agua-limpia", categories=("Projects",)),
        taxonomy=terms,
    )
    assert set(feeds(list(outputs(ours)))) == {
        "feed.xml",
        "categorias/proyectos/feed.xml",
        "categorias/agua/feed.xml",
        "en/feed.xml",
        "en/categories/projects/feed.xml",
    }


def test_a_feed_holds_posts_of_its_own_language_and_category_alone() -> None:
    ours = site(
        post("uno", categories=("Agua",)),
        post("dos", categories=("Luz",)),
        post("three", lang="en", categories=("Agua",)),
        factory.experience("hoja"),
        factory.campaign("lucha"),
    )
    found = feeds(list(outputs(ours)))
    assert {item.title for item in found["feed.xml"].items} == {"Uno", "Dos"}
    assert [item.title for item in found["categorias/agua/feed.xml"].items] == ["Uno"]
    assert [item.title for item in found["en/categories/agua/feed.xml"].items] == ["Three"]


def test_only_the_newest_posts_stand_in_it_newest_first() -> None:
    days = [post(f"dia-{day}", date=moment(f"2026-03-{day:02}T09:00:00-03:00")) for day in (1, 3, 2)]
    found = feeds(list(outputs(site(*days, feed_items=2))))["feed.xml"]
    assert [item.title for item in found.items] == ["Dia 3", "Dia 2"]


def test_a_category_feed_is_named_after_the_site_and_the_category() -> None:
    found = feeds(list(outputs(site(post(categories=("Agua",))))))
    assert found["feed.xml"].title == "Pregón"
    assert found["categorias/agua/feed.xml"].title == "Pregón — Agua"
    assert found["categorias/agua/feed.xml"].home == "https://ejemplo.org/categorias/agua/"
    assert found["categorias/agua/feed.xml"].url == "https://ejemplo.org/categorias/agua/feed.xml"


def test_it_describes_itself_with_the_tagline_of_its_language_else_with_the_sites_name() -> None:
    ours = site(post(), post("x", lang="en"), taglines={"es": "Se dice."})
    found = feeds(list(outputs(ours)))
    assert found["feed.xml"].description == "Se dice."
    assert found["en/feed.xml"].description == "Pregón"


def test_it_changed_when_its_newest_post_did_and_not_when_it_was_built() -> None:
    ours = site(
        post("a", date=moment("2026-03-01T00:00:00-03:00"), updated=moment("2026-05-01T00:00:00-03:00")),
        post("b", date=moment("2026-04-01T00:00:00-03:00")),
    )
    assert feeds(list(outputs(ours)))["feed.xml"].changed == moment("2026-05-01T00:00:00-03:00")


def test_a_site_in_a_folder_has_its_feeds_there() -> None:
    found = feeds(list(outputs(site(post(), siteurl="https://ejemplo.org/campanas"))))["feed.xml"]
    assert found.url == "https://ejemplo.org/campanas/feed.xml"
    assert found.items[0].url == "https://ejemplo.org/campanas/posts/agua-limpia/"


def test_a_feed_is_no_page_that_a_search_engine_lists() -> None:
    assert {output.listed for output in outputs(site(post()))} == {None}


def test_the_room_brings_its_feeds_in_the_second_wave() -> None:
    assert ROOM.outputs is not None
    assert {output.wave for output in ROOM.outputs(site(post(), taxonomy=Taxonomy()))} == {2}
