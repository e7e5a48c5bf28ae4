"""How long each network says a text is."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.sharing.addresses import addresses
from plugins.sharing.domains import TOP_LEVEL_DOMAINS
from plugins.sharing.weight import LENGTHS, LIMITS, at_most, grapheme_length, mastodon_length, weighted_length
from tests.sharing.conforming import ADDRESSES
from tests.sharing.conforming import LENGTHS as CONFORMING
from tests.sharing.weighed import WEIGHED

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(("text", "length"), WEIGHED)
def test_a_message_is_as_long_as_x_says(text: str, length: int) -> None:
    assert weighted_length(text) == length


@pytest.mark.parametrize(("text", "length"), CONFORMING)
def test_every_kind_of_the_conformance_data_is_as_long_as_x_says(text: str, length: int) -> None:
    assert weighted_length(text) == length


@pytest.mark.parametrize(("text", "length", "found"), ADDRESSES)
def test_addresses_are_those_that_x_finds(text: str, length: int, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in addresses(text)] == found
    assert weighted_length(text) == length


@pytest.mark.parametrize("text", ["™\u200d🇨🇱", "👍\u200d🇨🇱🇧🇷"])
def test_nothing_is_joined_to_a_flag(text: str) -> None:
    assert weighted_length(text) == 3 + 2 * text.count("🇱") + 2 * text.count("🇷")


@pytest.mark.parametrize("emoji", ["❤️‍🔥", "🧑🏽‍🤝‍🧑🏿", "🫶🏾", "🐦‍⬛", "🧑‍🧑‍🧒", "🏳️‍⚧️", "🥷"])
def test_emoji_newer_than_the_list_of_twitter_text_count_2_as_they_do_on_x(emoji: str) -> None:
    assert weighted_length(emoji) == 2


def test_every_end_of_a_domain_makes_an_address() -> None:
    assert [domain for domain in TOP_LEVEL_DOMAINS if weighted_length(f"https://x.{domain}/a/b") != 23] == []


def test_a_short_address_of_x_ends_with_its_code() -> None:
    text = "https://t.co/abcDEF-no"
    assert [text[found.start : found.end] for found in addresses(text)] == ["https://t.co/abcDEF"]
    assert list(addresses("https://t.co/" + "a" * 41)) == []


def test_a_domain_that_the_dns_cannot_hold_is_no_address() -> None:
    assert len(list(addresses("https://" + "a" * 63 + ".com"))) == 1
    assert list(addresses("https://" + "a" * 64 + ".com")) == []
    assert list(addresses("https://" + "ü" * 60 + ".com")) == []
    assert list(addresses("https://example.com/" + "a" * 4100)) == []


@pytest.mark.parametrize(
    "text", ["a." * 2000, "中." * 2000, "https://a.com/" + "(a" * 3000, "ab." * 500, "-" * 5000 + ".com"]
)
def test_a_text_made_to_be_slow_is_counted_all_the_same(text: str) -> None:
    assert weighted_length(text) > 0


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("año", 3), ("e\u0301", 1), (FAMILY, 1), ("🇨🇱🇧🇷", 2), ("👍🏽!", 2), ("한국", 2), ("1️⃣", 1)],
)
def test_bluesky_counts_what_a_reader_sees_as_one_sign(text: str, length: int) -> None:
    assert grapheme_length(text) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Mira https://example.org/una/direccion/muy/larga?con=todo#fin ya", 5 + 23 + 3),
        ("example.org no cuenta 23", 24),
        ("Gracias @ana@mastodon.social", len("Gracias @ana")),
        ("Gracias @ana.b-c@red.ejemplo.cl!", len("Gracias @ana.b-c!")),
        ("ana@example.org", 15),
        ("@ana y @leo", 11),
        (f"{FAMILY}año", 4),
    ],
)
def test_mastodon_counts_an_address_23_and_a_mention_without_its_server(text: str, length: int) -> None:
    assert mastodon_length(text) == length


def test_every_network_with_a_limit_has_a_count() -> None:
    assert set(LENGTHS) == set(LIMITS)


ODD_PIECES = ("©", "\ufe0f", "\u200d", "#Agua", "@ana", "xn--", "t.co/x", "\n", "\ud800")
PIECES = st.lists(
    st.sampled_from(
        (
            "https://",
            "example.org",
            ".cl",
            "/a",
            "?b=c",
            "(d)",
            " ",
            ".",
            "ñ",
            "e\u0301",
            "中",
            FAMILY,
            "🇨🇱",
            "👍🏽",
            "❤️",
        )
    )
    | st.sampled_from(ODD_PIECES)
).map("".join)


@settings(deadline=None)
@given(st.text(st.characters()) | PIECES)
def test_any_text_has_a_length_and_its_composed_form_the_same(text: str) -> None:
    assert all(count(text) >= 0 for count in LENGTHS.values())
    assert weighted_length(text) == weighted_length(unicodedata.normalize("NFC", text))


@settings(deadline=None)
@given(PIECES)
def test_addresses_stand_in_order_and_do_not_overlap(text: str) -> None:
    place = 0
    for found in addresses(text):
        assert place <= found.start < found.end <= len(text)
        place = found.end


@settings(deadline=None)
@given(PIECES, PIECES)
def test_a_space_separates_what_is_counted(first: str, second: str) -> None:
    # Each behind a space: for X an address such as «ñandu.cl» loses its first letter where a text begins with it.
    assert weighted_length(f" {first} {second}") == weighted_length(f" {first}") + weighted_length(f" {second}")


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x24F, exclude_characters=".", exclude_categories=["Cs"])))
def test_letters_of_european_languages_count_one_each(text: str) -> None:
    assert weighted_length(text) == len(unicodedata.normalize("NFC", text))


@settings(deadline=None)
@given(st.text(st.characters()) | PIECES)
def test_no_network_counts_more_than_the_first_guess(text: str) -> None:
    assert max(count(text) for count in LENGTHS.values()) <= at_most(text)
