"""A document in place of another is the site that would be made of all of them."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from plugins.core.document import AnyDocument
from plugins.core.replaced import replaced
from tests.factory import campaign, experience, moment, page, post, site, taxonomy


def documents() -> list[AnyDocument]:
    found: list[AnyDocument] = [
        post(
            f"p{at}",
            group=f"p{at - at % 2}",
            lang="en" if at % 2 else "es",
            tags=("Agua", "agua", "río")[: at % 4],
            categories=("Proyectos", "Prensa")[: 1 + at % 2],
            campaign=("mar", "sea", "")[at % 3],
            date=moment(f"202{at % 3}-03-{at % 5 + 1:02}T09:00:00-03:00"),
        )
        for at in range(12)
    ]
    found += [experience("e0", campaign="mar"), experience("e1", topics=("agua",)), campaign("mar"), page("acerca")]
    return [*found, campaign("sea", lang="en", group="mar"), page("about", lang="en", group="acerca")]


@given(st.sets(st.integers(0, 17), min_size=1, max_size=4), st.booleans())
def test_new_texts_stand_where_the_old_ones_stood(chosen: set[int], with_taxonomy: bool) -> None:
    categories = taxonomy({"es": "Proyectos", "en": "Projects"}) if with_taxonomy else None
    before = documents()
    new = [structs.replace(one, intro="Otra.") if at in chosen else one for at, one in enumerate(before)]
    made = replaced(site(*before, taxonomy=categories), {new[at].path: new[at] for at in chosen})
    wanted = site(*new, taxonomy=categories)
    assert made == wanted
    assert [list(made.documents), list(made.campaigns), list(made.members)] == [
        list(wanted.documents),
        list(wanted.campaigns),
        list(wanted.members),
    ]
