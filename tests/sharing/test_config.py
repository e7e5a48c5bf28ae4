import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.diagnostic import Diagnostic, Span
from plugins.sharing.config import NETWORKS, SharingConfig


def said(found: list[Diagnostic]) -> list[str]:
    return [one.message.said(str) for one in found]


def test_without_settings_every_network_is_offered() -> None:
    assert SharingConfig.from_settings({}) == (SharingConfig(NETWORKS, {}), [])


def test_networks_keep_the_order_of_the_settings_and_are_named_once() -> None:
    config, found = SharingConfig.from_settings({"SHARE_NETWORKS": ("email", "x", "email")})
    assert (config.networks, found) == (("email", "x"), [])


def test_no_networks_at_all_is_a_choice() -> None:
    assert SharingConfig.from_settings({"SHARE_NETWORKS": []}) == (SharingConfig(()), [])


def test_an_unknown_network_is_left_out_and_reported_with_the_nearest() -> None:
    config, (found,) = SharingConfig.from_settings({"SHARE_NETWORKS": ["x", "facebok"]})
    assert config.networks == ("x",)
    assert (found.rule, found.location.path, found.location.span) == ("setting-value", "pelicanconf.py", Span())
    assert found.message.said(str) == "`SHARE_NETWORKS`: “facebok” is no network we know."
    assert found.hint is not None
    assert found.hint.said(str) == "Did you mean `facebook`?"


def test_a_name_like_no_network_is_answered_with_the_list() -> None:
    _, (found,) = SharingConfig.from_settings({"SOCIAL_HANDLES": {"orkut": "a"}})
    assert found.hint is not None
    assert "bluesky" in found.hint.said(str)


@pytest.mark.parametrize("written", ["ciudadanoi", "@ciudadanoi", " @ciudadanoi "])
def test_every_spelling_of_a_handle_is_one(written: str) -> None:
    config, found = SharingConfig.from_settings({"SOCIAL_HANDLES": {"x": written}})
    assert (config.handles, found) == ({"x": "ciudadanoi"}, [])


def test_handles_of_the_fediverse_keep_their_server() -> None:
    handles = {"mastodon": "@ana@mastodon.social", "bluesky": "@ana.bsky.social"}
    config, _ = SharingConfig.from_settings({"SOCIAL_HANDLES": handles})
    assert config.handles == {"mastodon": "ana@mastodon.social", "bluesky": "ana.bsky.social"}


@pytest.mark.parametrize("written", ["https://x.com/ciudadanoi", "", "dos nombres", 7, None])
def test_what_is_no_handle_is_reported(written: object) -> None:
    config, found = SharingConfig.from_settings({"SOCIAL_HANDLES": {"x": written}})
    assert config.handles == {}
    assert said(found) == [f"`SOCIAL_HANDLES`: “{written}” is no name on x."]


def test_a_setting_of_another_shape_is_reported_with_an_example() -> None:
    config, found = SharingConfig.from_settings({"SHARE_NETWORKS": "x", "SOCIAL_HANDLES": "ana"})
    assert config == SharingConfig()
    assert said(found) == [
        '`SHARE_NETWORKS` is a list of networks, for example `["x", "email"]`.',
        '`SOCIAL_HANDLES` names a handle for each network, for example `{"x": "ciudadanoi"}`.',
    ]


ANYTHING = st.none() | st.integers() | st.text() | st.lists(st.text() | st.none() | st.lists(st.text()))


@given(ANYTHING, ANYTHING | st.dictionaries(st.text() | st.integers(), ANYTHING))
def test_no_setting_crashes_the_reader(networks: object, handles: object) -> None:
    config, found = SharingConfig.from_settings({"SHARE_NETWORKS": networks, "SOCIAL_HANDLES": handles})
    assert set(config.networks) <= set(NETWORKS)
    assert all(one.message.said(str) and (one.hint is None or one.hint.said(str)) for one in found)
