"""What a build remembers: an edit makes exactly those outputs be looked at that can show it."""

from msgspec import structs

from plugins.core.document import AnyDocument
from plugins.core.output import Inputs, Output, given
from plugins.core.record import Digests, digests_of
from plugins.core.site import Site
from plugins.generator.memory import Memory, change_since, decoded, remembered, structure_of
from tests.factory import body, campaign, experience, moment, page, picture, post
from tests.factory import site as site_of

LOOKS = {("", ""): b"1", ("list.html", "es"): b"1"}


def plan() -> tuple[Output, ...]:
    """Two pages and a list that shows them both."""
    make = given(Inputs())
    render = repr
    return (
        Output("one", make, render, reads=("posts/one.md",)),
        Output("two", make, render, reads=("posts/two.md",), shows=("posts/one.md",)),
        Output("list", make, render, shows=("posts/one.md", "posts/two.md"), template="list.html", lang="es"),
    )


def digests(site: Site) -> dict[str, Digests]:
    return {path: digests_of(document) for path, document in site.documents.items()}


def memory() -> tuple[Memory, Site]:
    site = site_of(post("one"), post("two"))
    return remembered(digests(site), site, plan(), LOOKS), site


def changed(**values: object) -> set[str]:
    """The outputs that an edit of the first post makes be looked at."""
    known, site = memory()
    edited = structs.replace(site.documents["posts/one.md"], **values)
    return set(change_since(known, {**digests(site), edited.path: digests_of(edited)}, LOOKS, ()).outputs)


def test_an_edit_of_the_text_touches_only_what_shows_it_whole() -> None:
    assert changed(body=body("other")) == {"one"}


def test_another_title_touches_what_shows_a_card_too() -> None:
    assert changed(title="Otro") == {"one", "two", "list"}


def test_without_an_edit_nothing_is_touched() -> None:
    assert changed() == set()


def test_another_template_touches_its_outputs_and_a_lost_output_itself() -> None:
    known, site = memory()
    looked = {**LOOKS, ("list.html", "es"): b"2"}
    change = change_since(known, digests(site), looked, ["one"])
    assert change.outputs == {"one", "list"}
    assert change.documents == frozenset()


def structure(*documents: AnyDocument) -> bytes:
    site = site_of(*documents)
    return structure_of(site, digests(site), ())


def test_texts_are_no_structure_and_places_are() -> None:
    before = structure(post("one"), post("two"))
    assert (
        structure(post("one", body=body("x"), title="T", intro="I", single_image=(picture(),)), post("two")) == before
    )
    for values in (
        {"tags": ("agua",)},
        {"date": moment("2020-01-01T00:00:00Z")},
        {"highlighted": True},
        {"categories": ("Otra",)},
        {"redirect_from": ("/a/",)},
        {"permalink": "/a/"},
        {"updated": moment()},
        {"draft": True},
    ):
        assert structure(post("one", **values), post("two")) != before
    assert structure(post("one")) != before


def test_the_titles_of_pages_stand_in_every_footer() -> None:
    assert structure(page("acerca")) != structure(page("acerca", title="Otra"))


def test_the_colour_of_a_campaign_and_the_topics_of_an_experience_are_structure() -> None:
    assert structure(campaign("a")) != structure(campaign("a", colour="blue"))
    assert structure(campaign("a")) == structure(campaign("a", status="won"))
    assert structure(experience("a")) != structure(experience("a", topics=("x",)))
    assert structure(experience("a")) == structure(experience("a", entity="Otra"))


def test_what_is_no_memory_is_an_empty_one() -> None:
    assert decoded(None) == Memory()
    assert decoded(b"\xff") == Memory()
    assert decoded(b"\x91\x07") == Memory()
