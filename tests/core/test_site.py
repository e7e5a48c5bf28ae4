"""What belongs together in a site: translations, categories, years, campaigns and their members."""

import random

from plugins.core.document import AnyDocument
from tests import factory
from tests.factory import moment

DAY, LATER, LAST = (moment(f"2026-0{month}-02T09:00:00-03:00") for month in (1, 2, 3))


def slugs(documents: tuple[AnyDocument, ...]) -> list[str]:
    return [document.slug for document in documents]


def test_posts_stand_newest_first_and_equal_instants_by_path() -> None:
    site = factory.site(factory.post("b", date=DAY), factory.post("c", date=LAST), factory.post("a", date=DAY))
    assert slugs(site.shelves["es"].posts) == ["c", "a", "b"]


def test_the_order_in_which_documents_come_changes_nothing() -> None:
    documents = [factory.post(f"p{number}", date=DAY, tags=("agua",)) for number in range(8)]
    shuffled = random.Random(7).sample(documents, len(documents))
    assert factory.site(*documents) == factory.site(*shuffled)


def test_a_document_stands_on_the_shelf_of_its_language_alone() -> None:
    site = factory.site(factory.post("agua"), factory.post("water", lang="en", group="agua"))
    assert slugs(site.shelves["es"].documents) == ["agua"]
    assert slugs(site.shelves["en"].documents) == ["water"]
    assert site.shelves["pt"].documents == ()


def test_translations_share_type_and_group() -> None:
    spanish, english = factory.post("agua"), factory.post("water", lang="en", group="agua")
    page = factory.page("agua", lang="pt")
    site = factory.site(spanish, english, page)
    assert site.siblings(spanish) == {"es": spanish, "en": english} == site.siblings(english)
    assert site.siblings(page) == {"pt": page}


def test_without_a_taxonomy_the_commonest_spelling_names_the_category() -> None:
    site = factory.site(
        factory.post("a", categories=("proyectos",)),
        factory.post("b", categories=("Proyectos",)),
        factory.post("c", categories=("Proyectos", "Agua")),
    )
    groups = site.shelves["es"].categories
    assert [(group.term.name, group.term.slug, len(group.members)) for group in groups] == [
        ("Agua", "agua", 1),
        ("Proyectos", "proyectos", 3),
    ]


def test_a_post_that_names_a_category_twice_is_listed_once() -> None:
    site = factory.site(factory.post("a", categories=("Agua", "agua"), tags=("x", "X")))
    assert [len(group.members) for group in (*site.shelves["es"].categories, *site.shelves["es"].tags)] == [1, 1]


def test_with_a_taxonomy_categories_keep_its_order_and_their_name_in_each_language() -> None:
    taxonomy = factory.taxonomy({"es": "Proyectos", "en": "Projects"}, {"es": "Agua"})
    site = factory.site(
        factory.post("a", categories=("agua", "PROYECTOS", "Otra")),
        factory.post("b", lang="en", categories=("Proyectos", "Agua")),
        taxonomy=taxonomy,
    )
    assert [group.term.name for group in site.shelves["es"].categories] == ["Proyectos", "Agua"]
    assert [group.term.name for group in site.shelves["en"].categories] == ["Projects"]
    assert site.shelves["es"].categories[0].key == site.shelves["en"].categories[0].key


def test_years_are_those_of_the_writers_zone_newest_first() -> None:
    site = factory.site(factory.post("a", date=moment("2025-12-31T23:00:00-03:00")), factory.post("b", date=moment()))
    assert [group.key for group in site.shelves["es"].years] == ["2026", "2025"]


def test_a_campaign_is_named_by_its_group_or_by_the_slug_of_any_translation() -> None:
    spanish = factory.campaign("agua", group="2026-agua")
    english = factory.campaign("water", lang="en", group="2026-agua")
    posts = [factory.post(f"p{name}", campaign=name) for name in ("2026-agua", "agua", "water", "otra")]
    site = factory.site(spanish, english, *posts)
    assert [site.campaign_of(post) for post in posts] == [spanish, spanish, spanish, None]


def test_the_members_of_a_campaign_speak_its_language() -> None:
    spanish = factory.campaign("agua", group="agua")
    english = factory.campaign("water", lang="en", group="agua")
    post = factory.post("a", campaign="agua")
    sheet = factory.experience("b", campaign="agua", lang="en")
    site = factory.site(spanish, english, post, sheet)
    assert site.members == {spanish.path: (post,), english.path: (sheet,)}


def test_every_document_has_its_path() -> None:
    site = factory.site(factory.post("agua"), factory.page("about", lang="en"))
    assert set(site.paths.values()) == {"/posts/agua/", "/en/about/"}
