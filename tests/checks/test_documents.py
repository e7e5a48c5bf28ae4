"""What is wrong among documents: categories, campaigns, addresses, translations."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from plugins.checks.rules import (
    address_taken,
    campaign_unknown,
    category_spelling,
    category_unknown,
    tag_spelling,
    translation_repeated,
)
from plugins.core.diagnostic import Edit, Fix, Location, Span
from plugins.core.document import packed
from tests.checks.reading import document, names, said
from tests.factory import campaign, experience, page, post, site, taxonomy

TAXONOMY = taxonomy({"es": "Proyectos", "en": "Projects"}, {"es": "Opinión"})


def test_an_unlisted_category_is_an_error_that_names_the_nearest() -> None:
    made = post(categories=("Proyecto",), places=packed({"categories": Span(4, 13, 4, 21)}))
    [found] = category_unknown.find(site(made, taxonomy=TAXONOMY))
    assert names([found]) == [("category-unknown", "error")]
    assert said(found) == "There is no category “Proyecto”. Did you mean “Proyectos”?"
    assert found.location == Location(made.path, Span(4, 13, 4, 21))


def test_each_category_of_a_list_has_its_own_place() -> None:
    marks = {"categories": Span(4), "categories.0": Span(5, 4, 5, 8), "categories.1": Span(6, 4, 6, 9)}
    made = post(categories=("opinion", "Deportes"), places=packed(marks))
    [found] = category_unknown.find(site(made, taxonomy=TAXONOMY))
    assert found.location.span == marks["categories.1"]
    assert "Write one of these: Proyectos, Opinión." in said(found)


def test_a_category_may_be_written_in_any_language_and_case() -> None:
    made = site(post(categories=("projects", "OPINION")), taxonomy=TAXONOMY)
    assert list(category_unknown.find(made)) == []


def test_a_category_without_a_name_in_the_posts_language_is_an_error() -> None:
    made = site(post("clean-water", lang="en", categories=("Opinión",)), taxonomy=TAXONOMY)
    [found] = category_unknown.find(made)
    assert "has no name in this language (English)" in said(found)
    assert "Projects" in said(found)


def test_without_a_taxonomy_every_category_is_known() -> None:
    assert list(category_unknown.find(site(post(categories=("Lo que sea",))))) == []


def test_with_a_taxonomy_spellings_are_its_business() -> None:
    made = site(post("a", categories=("Opinión",)), post("b", categories=("opinion",)), taxonomy=TAXONOMY)
    assert list(category_spelling.find(made)) == []


def test_the_rarer_of_two_spellings_is_a_warning() -> None:
    posts = [post(f"p{number}", categories=("Proyectos",)) for number in range(3)]
    [found] = category_spelling.find(site(*posts, post("otro", categories=("proyecto",))))
    assert names([found]) == [("category-spelling", "warning")]
    assert found.location.path == "posts/otro.md"
    assert "“proyecto” is called “Proyectos”" in said(found)


def test_spellings_of_different_languages_are_different_categories() -> None:
    made = site(post(categories=("Agua",)), post("x", lang="pt", categories=("agua",)))
    assert list(category_spelling.find(made)) == []


def test_case_accent_and_plural_make_no_other_category() -> None:
    counts = Counter({"Elecciones": 3, "elección": 1, "Derechos humanos": 2, "Derecho Humano": 1, "Opinión": 1})
    assert category_spelling.usual_spellings(counts) == {
        "Elecciones": "Elecciones",
        "elección": "Elecciones",
        "Derechos humanos": "Derechos humanos",
        "Derecho Humano": "Derechos humanos",
        "Opinión": "Opinión",
    }


def test_names_that_are_only_alike_stay_apart() -> None:
    counts = Counter({"Red": 1, "Reforma": 1, "Redes sociales": 1, "Agua y salud": 1, "Agua": 1})
    assert all(name == usual for name, usual in category_spelling.usual_spellings(counts).items())


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.integers(1, 9), max_size=8))
def test_a_usual_spelling_is_its_own_usual_spelling(counts: dict[str, int]) -> None:
    usual = category_spelling.usual_spellings(Counter(counts))
    assert set(usual) == set(counts)
    assert all(usual[name] == name for name in usual.values())


def test_an_unknown_campaign_is_an_error_that_names_the_nearest() -> None:
    made = document("campaign: 2026-aqua\n")
    [found] = campaign_unknown.find(site(made, campaign("2026-agua"), campaign("2020-voto")))
    assert names([found]) == [("campaign-unknown", "error")]
    assert said(found) == "There is no campaign `2026-aqua`. Did you mean `2026-agua`?"
    assert found.location.span == Span(5, 11, 5, 20)


def test_a_campaign_is_known_by_its_group_and_in_any_language() -> None:
    ours = (post(campaign="agua"), experience(campaign="agua"), post("x", lang="en", campaign="agua"))
    assert list(campaign_unknown.find(site(*ours, campaign("agua")))) == []


def test_a_campaign_that_is_held_back_is_only_a_warning() -> None:
    held = {"campaigns/2026-agua.en.md": "draft"}
    [found] = campaign_unknown.find(site(post(campaign="2026-agua"), held=held))
    assert names([found]) == [("campaign-unknown", "warning")]


def test_a_site_without_campaigns_says_what_to_write() -> None:
    [found] = campaign_unknown.find(site(post(campaign="agua")))
    assert "file name without its ending" in said(found)


def test_two_documents_with_one_address_are_an_error_at_the_second() -> None:
    first = page("agua", permalink="/agua/")
    second = post("otra", permalink="/agua/", places=packed({"permalink": Span(3, 12, 3, 18), "slug": Span(4)}))
    [found] = address_taken.find(site(first, second))
    assert names([found]) == [("address-taken", "error")]
    assert found.location == Location(second.path, Span(3, 12, 3, 18))
    assert f"`{first.path}`" in said(found) and "`/agua/`" in said(found)


def test_addresses_that_differ_only_by_case_are_one_address() -> None:
    [found] = address_taken.find(site(page("a", permalink="/Agua/"), page("b", permalink="/agua/")))
    assert found.location == Location("pages/b.md")


def test_the_slug_is_pointed_at_when_it_makes_the_address() -> None:
    made = site(page("agua"), post("b", permalink="/agua/", places=packed({"slug": Span(2, 7, 2, 11)})))
    [found] = address_taken.find(made)
    assert found.location.span == Span(2, 7, 2, 11)


def test_two_members_of_a_group_in_one_language_are_an_error_that_names_both() -> None:
    first, second = post("a", group="g"), post("b", group="g", places=packed({"ref": Span(5, 6, 5, 7)}))
    [found] = translation_repeated.find(site(first, second, post("c", group="g", lang="en", path="posts/c.md")))
    assert names([found]) == [("translation-repeated", "error")]
    assert found.location == Location(second.path, Span(5, 6, 5, 7))
    assert first.path in said(found) and "Español" in said(found)


def test_a_page_and_a_post_of_one_group_are_no_translations() -> None:
    assert list(translation_repeated.find(site(post("a", group="g"), page("a", group="g")))) == []


def test_the_fix_of_a_category_keeps_its_quotes() -> None:
    quoted = post(categories=("Proyecto",), places=packed({"categories": Span(4, 13, 4, 23)}))
    [found] = category_unknown.find(site(quoted, taxonomy=TAXONOMY))
    assert found.fix == Fix((Edit(Span(4, 14, 4, 22), "Proyectos"),), is_safe=True)


def test_what_is_only_near_is_no_safe_fix_and_what_is_written_otherwise_none() -> None:
    near = post(categories=("Proyctos",), places=packed({"categories": Span(4, 13, 4, 21)}))
    escaped = post("x", categories=("Proyecto",), places=packed({"categories": Span(4, 13, 4, 28)}))
    folded = post("y", categories=("Proyecto",), places=packed({"categories": Span(4, 13, 5, 11)}))
    found = list(category_unknown.find(site(near, escaped, folded, taxonomy=TAXONOMY)))
    assert [(one.location.path, one.fix is not None and one.fix.is_safe) for one in found] == [
        (near.path, False),
        (escaped.path, False),
        (folded.path, False),
    ]
    assert [one.fix is None for one in found] == [False, True, True]


def test_a_name_that_would_need_quotes_of_its_own_is_not_written_by_a_machine() -> None:
    terms = taxonomy({"es": "Proyectos: agua"})
    written = post(categories=("Proyecto: agua",), places=packed({"categories": Span(4, 13, 4, 29)}))
    [found] = category_unknown.find(site(written, taxonomy=terms))
    assert found.fix is None and "“Proyectos: agua”" in said(found)


def test_of_thousands_of_tags_the_slips_are_found_at_once() -> None:
    counts = Counter({f"palabra{number} {'abcdefghij'[number % 10] * 8}": 2 for number in range(4000)})
    counts |= Counter({f"rareza{number} {'klmnopqrst'[number % 10] * 8}": 1 for number in range(4000)})
    counts |= Counter({"transparencia": 3, "trasparencia": 1})
    assert tag_spelling.usual_tags(counts) == {"trasparencia": "transparencia"}


def test_tags_with_commas_have_a_place_each() -> None:
    made = document('tags: " agua ,,luz,  Agua pública "\n')
    line = '01234 " agua ,,luz,  Agua pública "'
    places = [made.marks[f"tags.{number}"] for number in range(3)]
    assert [line[at.column - 1 : at.end_column - 1] for at in places] == ["agua", "luz", "Agua pública"]
    assert "tags.0" not in document('tags: "agua, \\"luz\\""\n').marks
    assert "tags.0" not in document("tags: >\n  agua,\n  luz\n").marks
