from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.diagnostic import Diagnostic, Severity
from plugins.sharing.share_message_long import NAME, length_with_link
from plugins.sharing.weight import LIMITS
from tests.checks.stages import outcome, write

URL = "https://plaza.example/posts/agua/"
FAMILY, FLAG, KEYCAP = "👨‍👩‍👧‍👦", "🇨🇱", "1️⃣"
POST = """---
title: Agua limpia para todos
date: 2026-03-02
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
share_message:{0}
---
El agua llegó al barrio el lunes por la mañana.
"""


def found_in(message: str | dict[str, str], folder: Path, **changed: object) -> list[Diagnostic]:
    written = f' "{message}"' if isinstance(message, str) else "".join(
        f'\n  {network or chr(34) * 2}: "{text}"' for network, text in message.items()
    )  # fmt: skip
    found = outcome(write(folder, {"posts/2026-03-02-agua.md": POST.format(written)}), **changed).diagnostics
    return [one for one in found if one.rule == NAME]


def said(message: str | dict[str, str], folder: Path, **changed: object) -> list[tuple[str, int]]:
    """Each network that refuses the message, and by how much it is too long."""
    return [
        (str(one.message.values["network"]), int(one.message.values["over"]))
        for one in found_in(message, folder, **changed)
    ]


def test_256_letters_a_space_and_the_link_are_all_x_takes(tmp_path: Path) -> None:
    assert said("a" * 256, tmp_path) == []
    assert said("a" * 257, tmp_path) == [("X", 1)]


def test_the_finding_names_the_place_and_the_offending_text(tmp_path: Path) -> None:
    (found,) = found_in({"x": "a" * 300}, tmp_path)
    assert (found.rule, found.severity, found.offence) == (NAME, Severity.ERROR, "a" * 300)
    assert (found.location.span.line, found.location.span.column, found.location.span.end_column) == (7, 6, 308)
    assert found.message.said(str) == "Too long for X by 44: with the link it counts 324, and 280 is the most."


def test_an_address_inside_the_message_counts_23_too(tmp_path: Path) -> None:
    address = "https://example.org/" + "a" * 300
    assert said({"x": f"{'a' * 232} {address}"}, tmp_path) == []
    assert said({"x": f"{'a' * 233} {address}"}, tmp_path) == [("X", 1)]


def test_the_general_message_is_not_held_to_a_network_that_has_its_own(tmp_path: Path) -> None:
    own = {"x": "Corto y claro", "bluesky": "Corto y bueno"}
    assert said({"": "a" * 400, **own}, tmp_path) == []
    assert said({"": "a" * 400, "bluesky": own["bluesky"]}, tmp_path) == [("X", 144)]
    assert said({"": "a" * 400, "x": own["x"]}, tmp_path) == [("Bluesky", 400 + 1 + len(URL) - 300)]


def test_bluesky_counts_the_address_of_the_page_as_it_is_written(tmp_path: Path) -> None:
    longest = 300 - 1 - len(URL)
    assert said({"": "é" * longest, "x": "Corto"}, tmp_path) == []
    assert said({"": "é" * (longest + 1), "x": "Corto"}, tmp_path) == [("Bluesky", 1)]


def test_a_long_address_makes_a_message_that_x_takes_too_long_for_bluesky(tmp_path: Path) -> None:
    where = "https://observatorio-de-los-presupuestos.municipales.example"
    (found,) = found_in("a" * 230, tmp_path, PUBLIC_SITEURL=where)
    assert found.message.values["network"] == "Bluesky"
    assert found.hint is not None
    assert found.hint.values["address"] == len(f"{where}/posts/agua/")


def test_what_x_asks_to_shorten_is_not_asked_again_by_a_network_that_asks_less(tmp_path: Path) -> None:
    assert said("a" * 290, tmp_path, PUBLIC_SITEURL="https://a.cl") == [("X", 34)]
    assert said("a" * 290, tmp_path) == [("X", 34)]
    assert (
        said("a" * 290, tmp_path, PUBLIC_SITEURL="https://municipio-abierto.example")
        == [("Bluesky", 36), ("X", 34)][::-1]
    )


def test_a_network_on_which_the_site_is_not_shared_gets_no_general_message(tmp_path: Path) -> None:
    assert said({"": "a" * 299, "x": "Corto"}, tmp_path, SHARE_NETWORKS=("x", "email")) == []
    assert said({"": "a" * 299, "x": "Corto"}, tmp_path, SHARE_NETWORKS=("x", "bluesky")) == [("Bluesky", 33)]


@pytest.mark.parametrize(
    ("network", "longest"),
    [("x", 256), ("mastodon", 476), ("bluesky", 300 - 1 - len(URL)), ("threads", 500 - 1 - len(URL))],
)
def test_a_message_for_one_network_is_held_to_its_own_limit(network: str, longest: int, tmp_path: Path) -> None:
    assert said({network: "a" * longest}, tmp_path) == []
    assert [over for _, over in said({network: "a" * (longest + 1)}, tmp_path)] == [1]


@pytest.mark.parametrize(
    ("network", "text", "count"),
    [
        ("bluesky", FAMILY, 1),
        ("bluesky", "👍🏽", 1),
        ("bluesky", f"{FLAG}🇧🇷{KEYCAP}", 3),
        ("bluesky", "a\u0301e\u0303", 2),
        ("bluesky", "https://es.wikipedia.org/wiki/Agua_(recurso)", 44),
        ("bluesky", "@ana.bsky.social", 16),
        ("mastodon", FAMILY, 1),
        ("mastodon", f"{FLAG}🇧🇷{KEYCAP}👍🏽", 4),
        ("mastodon", "a\u0301e\u0303", 2),
        ("mastodon", "https://es.wikipedia.org/wiki/Agua_(recurso)", 23),
        ("mastodon", "(https://a.cl/b_(c_(d)))", 25),
        ("mastodon", "https://münchen.de/straße", 23),
        ("mastodon", "http://a.cl", 23),
        ("mastodon", "gob.cl/agua", 11),
        ("mastodon", "ftp://gob.cl", 12),
        ("mastodon", "@ana", 4),
        ("mastodon", "@ana@red.example", 4),
        ("mastodon", "@ana@red.example.", 5),
        ("mastodon", "ana@red.example", 15),
        ("mastodon", "hola@ana@red.example", 20),
        ("mastodon", "https://masto.social/@ana@otra.social", 23),
        ("threads", FAMILY, 7),
        ("threads", "https://gob.cl/agua", 19),
        ("x", FAMILY, 2),
        ("x", "gob.cl/agua", 23),
        ("x", "@ana@red.example", 16),
    ],
)
def test_each_network_counts_in_its_own_way(network: str, text: str, count: int) -> None:
    link = 23 if network in {"x", "mastodon"} else len(URL)
    assert length_with_link(network, text, URL) == count + 1 + link


def test_networks_without_a_limit_take_anything(tmp_path: Path) -> None:
    assert said({"whatsapp": "a" * 5000, "email": "a" * 5000, "telegram": "a" * 5000}, tmp_path) == []


def test_every_message_that_is_too_long_is_reported(tmp_path: Path) -> None:
    found = said(dict.fromkeys(["", *LIMITS], "a" * 600), tmp_path)
    assert [network for network, _ in found] == ["X", "Bluesky", "Mastodon", "Threads"]


def test_a_draft_is_held_to_what_can_be_known_of_it(tmp_path: Path) -> None:
    post = POST.format(f" {'a' * 290}\ndraft: true")
    found = outcome(write(tmp_path, {"posts/2026-03-02-agua.md": post})).diagnostics
    assert [one.message.values["network"] for one in found] == ["X"]


@settings(deadline=None)
@given(st.sampled_from([*LIMITS]), st.text(st.characters()))
def test_any_message_has_a_length(network: str, text: str) -> None:
    assert length_with_link(network, text, URL) >= 24
