"""Settings: each wrong one is a finding that names it, none is a traceback."""

from typing import Any

import pytest

from plugins.generator.config import read_settings

GOOD: dict[str, Any] = {
    "SITEURL": "https://example.org/",
    "SITENAME": "Plaza",
    "LANGUAGES": {"es": ("Español", "es_CL"), "en": ("English", "en_US")},
    "DEFAULT_LANG": "es",
    "TIMEZONE": "America/Santiago",
    "DEFAULT_PAGINATION": 5,
    "FEED_MAX_ITEMS": 3,
}


def test_good_settings_are_read_without_findings() -> None:
    settings, found = read_settings(GOOD, ())
    assert not found
    assert settings.siteurl == "https://example.org"
    assert [language.code for language in settings.languages] == ["es", "en"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITEURL", ""),
        ("SITEURL", "example.org"),
        ("SITEURL", None),
        ("SITEURL", "https://example.org/?a=b"),
        ("LANGUAGES", None),
        ("LANGUAGES", ["es"]),
        ("LANGUAGES", {"es": "Español"}),
        ("LANGUAGES", {"es": ("Español", "es_CL"), 3: 4}),
        ("DEFAULT_LANG", "fr"),
        ("TIMEZONE", "America/Nowhere"),
        ("TIMEZONE", "../etc/passwd"),
        ("DEFAULT_PAGINATION", 0),
        ("DEFAULT_PAGINATION", False),
        ("FEED_MAX_ITEMS", "20"),
        ("TAGLINES", "hola"),
        ("TAGLINES", {"es": 3}),
        ("PROFILES", [1]),
        ("DASK_SCHEDULER", ""),
        ("DASK_SCHEDULER", 8786),
        ("DASK_SCHEDULER", "localhost:8786"),
        ("DASK_SCHEDULER", "tcp://localhost"),
        ("DASK_SCHEDULER", "http://localhost:8786"),
        ("DASK_SCHEDULER", "tcp://local host:8786"),
    ],
)
def test_a_wrong_setting_is_named_with_its_value_and_a_remedy(name: str, value: object) -> None:
    _, found = read_settings({**GOOD, name: value}, ())
    assert found
    assert all(fault.rule == "setting-value" and fault.is_error and fault.hint for fault in found)
    assert name in [fault.message.values["name"] for fault in found]


@pytest.mark.parametrize("value", [None, "tcp://10.0.0.7:8786", "tls://machines.example.org:8786", "tcp://[::1]:8786"])
def test_a_scheduler_is_an_address_or_nothing(value: str | None) -> None:
    settings, found = read_settings({**GOOD, "DASK_SCHEDULER": value}, ())
    assert not found
    assert settings.scheduler == (value or "")
