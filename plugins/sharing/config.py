"""The settings of this room: which networks a page can be shared on, and the site's own names there."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

NETWORKS = ("x", "facebook", "whatsapp", "telegram", "bluesky", "linkedin", "email")
"""Every network with a share link, in the order of the page."""

PRESENCES = (
    "x", "facebook", "telegram", "bluesky", "linkedin", "mastodon", "threads", "instagram", "youtube",
)  # fmt: skip
"""Every network on which the site can have a name of its own."""

SETTINGS_FILE = "pelicanconf.py"
HANDLE = re.compile(r"@?(?P<name>[\w.-]+(?:@[\w.-]+)?)")


class SharingConfig(Struct, frozen=True):
    """`networks` in the order in which they are shown; `handles` by network, without `@` at their front."""

    networks: tuple[str, ...] = NETWORKS
    handles: dict[str, str] = {}

    @classmethod
    def from_settings(cls, settings: Mapping[str, object]) -> tuple["SharingConfig", list[Diagnostic]]:
        """Read `SHARE_NETWORKS` and `SOCIAL_HANDLES`; what is wrong is left out and reported."""
        networks, odd_networks = _networks(settings.get("SHARE_NETWORKS", NETWORKS))
        handles, odd_handles = _handles(settings.get("SOCIAL_HANDLES", {}))
        return cls(networks, handles), [*odd_networks, *odd_handles]


def _networks(value: object) -> tuple[tuple[str, ...], list[Diagnostic]]:
    if not isinstance(value, list | tuple):
        wanted = translatable("`{setting}` is a list of networks, for example `{example}`.")
        values = {"setting": "SHARE_NETWORKS", "example": '["x", "email"]'}
        return NETWORKS, [_fault(Text(wanted, values), "SHARE_NETWORKS")]
    names = [name for name in value if name in NETWORKS]
    odd = [_unknown("SHARE_NETWORKS", name, NETWORKS) for name in value if name not in NETWORKS]
    return tuple(dict.fromkeys(names)), odd


def _handles(value: object) -> tuple[dict[str, str], list[Diagnostic]]:
    if not isinstance(value, Mapping):
        wanted = translatable("`{setting}` names a handle for each network, for example `{example}`.")
        example = '{"x": "ciudadanoi"}'
        return {}, [_fault(Text(wanted, {"setting": "SOCIAL_HANDLES", "example": example}), "SOCIAL_HANDLES")]
    handles: dict[str, str] = {}
    odd: list[Diagnostic] = []
    for network, written in value.items():
        match = HANDLE.fullmatch(written.strip()) if isinstance(written, str) else None
        if network not in PRESENCES:
            odd.append(_unknown("SOCIAL_HANDLES", network, PRESENCES))
        elif match is None:
            odd.append(_no_handle(network, written))
        else:
            handles[network] = match["name"]
    return handles, odd


def _unknown(setting: str, name: object, known: Iterable[str]) -> Diagnostic:
    message = translatable("`{setting}`: “{name}” is no network we know.")
    nearest = get_close_matches(str(name).lower(), known, 1)
    hint = Text(translatable("Did you mean `{nearest}`?"), {"nearest": nearest[0]}) if nearest else None
    listed = Text(translatable("Known are: {known}."), {"known": ", ".join(known)})
    return _fault(Text(message, {"setting": setting, "name": str(name)}), f"{setting} {name}", hint or listed)


def _no_handle(network: object, written: object) -> Diagnostic:
    message = translatable("`SOCIAL_HANDLES`: “{handle}” is no name on {network}.")
    hint = translatable("Write the name alone, without the address of the network, for example `ciudadanoi`.")
    values = {"handle": str(written), "network": str(network)}
    return _fault(Text(message, values), f"SOCIAL_HANDLES {written}", Text(hint))


def _fault(message: Text, offence: str, hint: Text | None = None) -> Diagnostic:
    """`offence` is the setting and, behind a blank, what is wrong in it: the place is found by it."""
    return Diagnostic(Location(SETTINGS_FILE), "setting-value", Severity.ERROR, message, hint, offence)
