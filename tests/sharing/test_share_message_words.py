"""What a share message says: its spaces, its addresses, its names."""

from pathlib import Path

import pytest

from plugins.build.mending import chosen, mended
from plugins.core.diagnostic import Diagnostic
from plugins.sharing.handle_unknown import distance, nearest
from tests.checks.stages import outcome, write

NAME = "posts/2026-03-02-agua.md"
POST = """---
title: Agua limpia para todos
date: 2026-03-02
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
share_message:{0}
---
El agua llegó al barrio el lunes por la mañana.
"""


def found_in(share: str, folder: Path, **changed: object) -> tuple[Diagnostic, ...]:
    return outcome(write(folder, {NAME: POST.format(share)}), **changed).diagnostics


def repaired(share: str, folder: Path, **changed: object) -> str:
    """What is written for the share message once all is repaired that can be, and nothing is found any more."""
    for _ in range(5):
        found = found_in(share, folder, **changed)
        if not found:
            return share
        after = mended(POST.format(share).encode(), chosen(found, unsafe=True)).decode()
        share = after.partition("share_message:")[2].partition("\n---\n")[0]
    raise AssertionError(found)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        (" Buzón:para todas", ' "Buzón: para todas"'),
        (" uno,dos,tres  # nota", " uno, dos, tres  # nota"),
        (' "uno,dos"', ' "uno, dos"'),
        (" 'd''Água:mundo'", " 'd''Água: mundo'"),
        (' Dijo "no":eso', " 'Dijo \"no\": eso'"),
        (" |\n  Uno:dos\n  tres,cuatro", " |\n  Uno: dos\n  tres, cuatro"),
        (" uno dos\n  tres:cuatro", ' "uno dos\n  tres: cuatro"'),
        ("\n  x: uno:dos\n  email: tres,cuatro", '\n  x: "uno: dos"\n  email: tres, cuatro'),
        (" {x: uno:dos}", ' {x: "uno: dos"}'),
    ],
)
def test_the_missing_space_is_put_in_whatever_way_the_message_is_written(
    written: str, right: str, tmp_path: Path
) -> None:
    assert repaired(written, tmp_path) == right


def test_a_message_that_no_quotes_fit_is_left_to_the_writer(tmp_path: Path) -> None:
    (found,) = found_in(' d\'Água "viva":mundo', tmp_path)
    assert (found.rule, found.fix) == ("share-message-spacing", None)


def test_a_part_that_is_written_with_an_escape_is_reported_as_a_whole(tmp_path: Path) -> None:
    (found,) = found_in(' "ni\\xf1o,agua"', tmp_path)
    assert (found.offence, found.fix, found.location.span.column) == ("niño,agua", None, 16)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        (" Firma tú https://plaza.example/firma/ hoy", " Firma tú hoy"),
        (" https://plaza.example firma hoy", " firma hoy"),
        (" Firma hoy (plaza.example/firma).", " Firma hoy."),
        (" Firma hoy WWW.Plaza.Example!", " Firma hoy!"),
        (' "Firma hoy https://plaza.example/posts/m12/,que ya somos 300"', ' "Firma hoy, que ya somos 300"'),
        (' "Firma hoy https://plaza.example/?m=1,2 ya"', ' "Firma hoy ya"'),
        (" Firma (https://plaza.example/). Ya", " Firma. Ya"),
        (" |\n  Firma hoy\n  plaza.example/firma ya", " |\n  Firma hoy\n  ya"),
    ],
)
def test_the_address_is_deleted_with_the_blank_before_it(written: str, right: str, tmp_path: Path) -> None:
    assert repaired(written, tmp_path) == right


@pytest.mark.parametrize(
    "written",
    [
        " https://plaza.example/firma/",
        " Firma:plaza.example",
        ' "Firma aquí:https://plaza.example/agua/ y pasa la voz"',
        ' "Firma aquí: https://plaza.example/agua/ y pasa la voz"',
        " El mapa está en plaza.example ya",
        " See www.plaza.example",
        " O mapa está em (plaza.example) já",
    ],
)
def test_nothing_is_deleted_where_words_depend_on_it(written: str, tmp_path: Path) -> None:
    (found,) = found_in(written, tmp_path)
    assert (found.rule, found.fix) == ("share-message-address", None)


def test_words_that_lead_to_an_address_are_for_the_writer(tmp_path: Path) -> None:
    led, plain = found_in(" El mapa está en plaza.example ya, firma (plaza.example)", tmp_path)
    assert "the words that lead to it" in led.hint.template
    assert plain.hint.template == "Delete the address from the message."


def test_a_site_in_a_folder_owns_what_stands_below_it(tmp_path: Path) -> None:
    siteurl = "https://red.example/agua"
    assert found_in(" Más en https://red.example/luz/ y red.example", tmp_path, PUBLIC_SITEURL=siteurl) == ()
    (found,) = found_in(" Más en red.example/agua/", tmp_path, PUBLIC_SITEURL=siteurl)
    assert found.offence == "red.example/agua/"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("plaza_abierta", ""),
        ("Plaza_Abierta", ""),
        ("plaza", ""),
        ("plaza@red.example", ""),
        ("plazaabierta", "plaza_abierta"),
        ("plaza.abierta", "plaza_abierta"),
        ("plaza_abeirta", "plaza_abierta"),
        ("plaza_abierto", "plaza_abierta"),
        ("plaza@red.exmple", "plaza@red.example"),
        ("plaza_cerrada", ""),
        ("placa", ""),
        ("abierta", ""),
        ("plaza_mayor", ""),
    ],
)
def test_a_name_is_ours_nearly_ours_or_of_somebody_else(written: str, right: str) -> None:
    assert nearest(written, ["plaza_abierta", "plaza@red.example"]) == right


def test_a_name_of_another_network_is_not_looked_for(tmp_path: Path) -> None:
    assert found_in("\n  bluesky: Con @plazaabierta y con otras", tmp_path) == ()
    assert len(found_in("\n  x: Con @plazaabierta y con otras", tmp_path)) == 1


@pytest.mark.parametrize(
    ("one", "other", "steps"), [("", "", 0), ("agua", "agua", 0), ("agua", "auga", 1), ("agua", "ag", 2), ("a", "b", 1)]
)
def test_neighbours_that_change_places_are_one_step(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps
