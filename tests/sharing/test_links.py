from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.sharing.config import NETWORKS, SharingConfig
from plugins.sharing.links import ADDRESSES, NAMES, share_links

URL = "https://example.org/posts/agua-limpia/"
MESSAGE = "Agua & luz: 100% #AguaLimpia + más 💧\nFírmalo ya"


def links(message: dict[str, str], title: str = "Agua limpia", url: str = URL) -> dict[str, str]:
    return {link.network: link.url for link in share_links(message, title, url, SharingConfig())}


def asked(url: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(url).query, strict_parsing=True).items()}


def test_every_network_has_a_link_in_the_order_of_the_page() -> None:
    assert [link.network for link in share_links({}, "Agua", URL, SharingConfig())] == list(NETWORKS)
    assert set(ADDRESSES) == set(NAMES) == set(NETWORKS)


def test_the_settings_choose_the_networks_and_their_order() -> None:
    made = share_links({}, "Agua", URL, SharingConfig(networks=("email", "x")))
    assert [(link.network, link.name) for link in made] == [("email", "Email"), ("x", "X")]


def test_a_message_with_signs_of_the_address_itself_arrives_whole() -> None:
    made = links({"": MESSAGE})
    assert asked(made["x"]) == {"text": MESSAGE, "url": URL}
    assert asked(made["telegram"]) == {"text": MESSAGE, "url": URL}
    assert asked(made["whatsapp"]) == asked(made["bluesky"]) == {"text": f"{MESSAGE} {URL}"}
    assert asked(made["facebook"]) == {"u": URL}
    assert asked(made["linkedin"]) == {"url": URL}


def test_the_addresses_are_spelt_with_capitals_and_no_plus() -> None:
    assert links({"": "Sí #ya, 100 %"})["x"] == (
        "https://x.com/intent/tweet?text=S%C3%AD%20%23ya%2C%20100%20%25"
        "&url=https%3A%2F%2Fexample.org%2Fposts%2Fagua-limpia%2F"
    )


def test_an_email_has_the_title_as_its_subject_and_the_message_above_the_address() -> None:
    mail = links({"": "Uno\nDos"}, title="Agua\n limpia & luz")["email"]
    assert mail.startswith("mailto:?subject=Agua%20limpia%20%26%20luz&body=Uno%0D%0ADos%0D%0A%0D%0Ahttps%3A%2F%2F")
    assert asked(mail) == {"subject": "Agua limpia & luz", "body": f"Uno\r\nDos\r\n\r\n{URL}"}


@pytest.mark.parametrize(
    ("message", "x", "telegram"),
    [
        ({"x": "Corto", "": "Largo"}, "Corto", "Largo"),
        ({"": "Largo"}, "Largo", "Largo"),
        ({"x": "Corto"}, "Corto", "Título"),
        ({"x": "", "": ""}, "Título", "Título"),
        ({}, "Título", "Título"),
    ],
)
def test_a_network_takes_its_own_message_then_the_general_one_then_the_title(
    message: dict[str, str], x: str, telegram: str
) -> None:
    made = links(message, title="Título")
    assert (asked(made["x"])["text"], asked(made["telegram"])["text"]) == (x, telegram)


def test_an_address_that_is_already_encoded_is_encoded_once_more_and_no_more() -> None:
    url = "https://example.org/caf%C3%A9/?a=b&c=d#fin"
    for made in links({"": "Más"}, url=url).values():
        assert url in "".join(asked(made).values())
        assert "%252525" not in made


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(NETWORKS))
def test_any_message_comes_back_as_it_was(message: str, network: str) -> None:
    made = links({network: message}, title="Título")[network]
    sent = asked(made)
    expected = message.strip() or ""
    if network in {"x", "telegram"}:
        assert sent.get("text", "") == expected
    elif network in {"whatsapp", "bluesky"}:
        assert sent["text"] == f"{expected} {URL}"
    elif network == "email":
        assert sent["body"].splitlines() == [*expected.splitlines(), "", URL]


@given(st.dictionaries(st.sampled_from(["", *NETWORKS]), st.text(st.characters())), st.text(st.characters()))
def test_no_text_breaks_a_link_out_of_its_attribute(message: dict[str, str], title: str) -> None:
    for made in links(message, title).values():
        assert made.isascii()
        assert not set(made) & set(" +\"'<>\\\n\r\t")
        assert made.count("#") == 0


def plain(base: str, **parts: str) -> str:
    """An address whose parts the standard library encodes."""
    return base + urlencode(parts, safe="", errors="replace", quote_via=quote)


@given(st.text(st.characters()), st.text(st.characters()), st.text(st.characters()))
def test_every_address_is_what_the_standard_library_makes_of_its_parts(text: str, title: str, url: str) -> None:
    made = links({"": text}, title, url)
    text = (text or title).strip()
    assert made == {
        "x": plain("https://x.com/intent/tweet?", text=text, url=url),
        "facebook": plain("https://www.facebook.com/sharer/sharer.php?", u=url),
        "whatsapp": plain("https://wa.me/?", text=f"{text} {url}"),
        "telegram": plain("https://t.me/share/url?", url=url, text=text),
        "bluesky": plain("https://bsky.app/intent/compose?", text=f"{text} {url}"),
        "linkedin": plain("https://www.linkedin.com/sharing/share-offsite/?", url=url),
        "email": plain("mailto:?", subject=" ".join(title.split()), body="\r\n".join([*text.splitlines(), "", url])),
    }
