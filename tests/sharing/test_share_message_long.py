import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.diagnostic import Diagnostic, Severity, Span
from plugins.sharing.share_message_long import NAME, find
from plugins.sharing.weight import LIMITS

URL = "https://example.org/posts/agua-limpia/"


def found_in(message: dict[str, str], url: str = URL) -> list[Diagnostic]:
    return list(find(message, lambda key: Span(len(key) + 1, 1, len(key) + 1, 9), "posts/a.md", url))


def said(message: dict[str, str], url: str = URL) -> list[str]:
    return [found.message.said(str) for found in found_in(message, url)]


def test_256_letters_a_space_and_the_link_are_all_x_takes() -> None:
    assert said({"": "a" * 256}) == []
    assert said({"": "a" * 257}) == ["Too long for X by 1: with the link it counts 281, and 280 is the most."]


def test_the_finding_names_the_place_and_the_offending_text() -> None:
    (found,) = found_in({"x": "a" * 300})
    assert (found.rule, found.severity, found.offence) == (NAME, Severity.ERROR, "a" * 300)
    assert (found.location.path, found.location.span) == ("posts/a.md", Span(2, 1, 2, 9))


def test_an_address_inside_the_message_counts_23_too() -> None:
    long_address = "https://example.org/" + "a" * 300
    assert said({"": f"{'a' * 232} {long_address}"}) == []
    assert len(said({"": f"{'a' * 233} {long_address}"})) == 1


def test_the_general_message_is_not_held_to_x_when_x_has_its_own() -> None:
    assert said({"": "a" * 400, "x": "Corto"}) == []
    assert len(said({"": "a" * 400, "bluesky": "Corto"})) == 1


@pytest.mark.parametrize(
    ("network", "longest"),
    [("x", 256), ("mastodon", 476), ("bluesky", 300 - 1 - len(URL)), ("threads", 500 - 1 - len(URL))],
)
def test_a_message_for_one_network_is_held_to_its_own_limit(network: str, longest: int) -> None:
    assert said({network: "a" * longest}) == []
    assert len(said({network: "a" * (longest + 1)})) == 1


def test_networks_without_a_limit_take_anything() -> None:
    assert said({"whatsapp": "a" * 5000, "email": "a" * 5000, "orkut": "a" * 5000}) == []


def test_an_address_that_is_not_known_yet_is_not_guessed() -> None:
    assert said({"bluesky": "a" * 300}, url="") == []
    assert len(said({"": "a" * 257}, url="")) == 1


def test_every_message_that_is_too_long_is_reported() -> None:
    assert len(said({"": "a" * 600, **{network: "a" * 600 for network in LIMITS if network != "x"}})) == 4


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["", *LIMITS, "email"]), st.text(st.characters())))
def test_no_message_crashes_the_rule_and_braces_are_printed_as_they_are(message: dict[str, str]) -> None:
    assert all(found.message.said(str) and found.hint and found.hint.said(str) for found in found_in(message))
