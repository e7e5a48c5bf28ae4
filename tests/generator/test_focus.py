"""Outputs that are asked for by name are what they are in the whole plan."""

from functools import cache
from importlib import import_module

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from plugins.core.document import AnyDocument
from plugins.core.output import Output
from plugins.core.room import Room
from plugins.core.site import Asset, Site
from plugins.generator.plan import make_plan
from tests.factory import campaign, experience, media, moment, page, picture, post, site

ROOMS: tuple[Room, ...] = tuple(
    import_module(f"plugins.{name}").ROOM for name in ("assets", "pictures", "pages", "redirects", "feeds", "sitemap")
)


@cache
def plaza() -> Site:
    """Two languages, lists of several pages, permalinks, former addresses, pictures."""
    documents: list[AnyDocument] = [
        post(
            f"p{at}",
            lang="en" if at % 3 == 0 else "es",
            tags=("agua", "Río")[: at % 3],
            categories=("Proyectos", "Prensa")[: 1 + at % 2],
            campaign="mar" if at % 4 == 0 else "",
            date=moment(f"202{at % 4}-03-{at % 28 + 1:02}T09:00:00-03:00"),
            permalink="/mapa.html" if at == 7 else "/posts/pagina/" if at == 8 else "/a/b/" if at == 9 else "",
            redirect_from=(f"/viejo-{at}", f"/viejo-{at}/", f"/{at}.html") if at % 5 == 0 else (),
            single_image=(picture(),) if at % 2 else (),
        )
        for at in range(30)
    ]
    documents += [experience(f"e{at}", topics=("agua", "voto")[: at % 3]) for at in range(5)]
    documents += [campaign("mar"), campaign("sol"), page("acerca"), page("about", lang="en", group="acerca")]
    assets = [Asset("theme/site.css", "d", ("css/a.css",))]
    return site(*documents, media=[media()], assets=assets, theme_files={"css/a.css": "d"}, pagination=4)


@cache
def plan() -> dict[str, Output]:
    return {one.path: one for one in make_plan(plaza(), ROOMS)[0] if one.wave < 3}


def same(one: Output, other: Output) -> bool:
    def told(output: Output) -> tuple[object, ...]:
        listed = output.listed() if output.listed else None
        more = (output.reads, output.shows, output.template, output.lang, output.wave, output.origin)
        return (output.path, output.inputs, output.render, listed, *more)

    return told(one) == told(other)


@given(st.data())
def test_a_room_gives_what_is_wanted_and_nothing_else(data: st.DataObject) -> None:
    wanted = data.draw(st.sets(st.sampled_from(sorted(plan())), max_size=6))
    focused = structs.replace(plaza(), focus=frozenset(wanted), kept=plaza().kept if data.draw(st.booleans()) else {})
    for room in ROOMS:
        found = list(room.outputs(focused)) if room.outputs else []
        assert {one.path for one in found} <= wanted
        for one in found:
            assert same(one, plan()[one.path])
    assert {one.path for one in make_plan(focused, ROOMS)[0]} == wanted
