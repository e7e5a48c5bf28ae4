"""How long a message is for each network, which all count differently."""

import re
import unicodedata
from collections.abc import Callable, Iterator

import regex

from plugins.core.alike import grapheme_length
from plugins.sharing.addresses import Found, addresses

LIMITS: dict[str, int] = {"x": 280, "bluesky": 300, "mastodon": 500, "threads": 500}
"""The longest message each network takes, its link included, in that network's own count."""

LINK_LENGTH = 23
"""What the networks of `ANY_ADDRESS` count for an address, however long it is."""

ANY_ADDRESS = ("x", "mastodon")

LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""The code points that X counts as one; the others count two (twitter-text, configuration 3)."""

HEAVY = re.compile(f"[^{''.join(f'{chr(first)}-{chr(last)}' for first, last in LIGHT)}]")

# Shown as emoji by themselves, and yet keyboards send a variation selector after them, which X counts as part of them.
STYLED = "⌚⌛◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛔⛪⛲⛳⛵⛺⛽❗⬛⬜⭐⭕🀄🈚🈯"
PICTURE = rf"(?:[©®]\uFE0F|(?![©®])\p{{ExtPict}}(?!\uFE0E)(?:\p{{EMod}}|(?:(?<=[{STYLED}])|(?<!\p{{EPres}}))\uFE0F)?)"
JOINED = r"\u200D(?:(?!\p{RI})\p{EPres}\p{EMod}?|\p{ExtPict}[\uFE0F\p{EMod}])"
FLAG = r"(?:\p{RI}{2}|🏴[\U000E0020-\U000E007E]+\U000E007F)"
EMOJI = regex.compile(rf"{FLAG}|[0-9#*]\uFE0F?\u20E3|{PICTURE}(?:{JOINED})*")

# As in Mastodon's own source: after a letter, a slash or an equals sign it is no mention.
MENTION = regex.compile(r"(?<![=/\w])(?P<user>@[a-z0-9_]+(?:[.\-]+[a-z0-9_]+)*)@\w+(?:[.\-]+\w+)*", regex.IGNORECASE)


def at_most(text: str) -> int:
    """No network counts more than this for `text`, and it is soon known."""
    # A sign counts one or two, an emoji no more than its signs. Every address has a full stop.
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return max(len(text), len(composed) + len(HEAVY.findall(composed))) + LINK_LENGTH * text.count(".")


def weighted_length(text: str) -> int:
    """The length of `text` as X counts it: an address 23, an emoji 2, any other sign 1 or 2."""
    composed = unicodedata.normalize("NFC", text)
    total, rest = _without(composed, addresses(composed))
    pictures = 0
    for part in rest:
        plain, found = EMOJI.subn("", part)
        pictures += found
        total += sum(map(_weight, plain))
    return total + 2 * pictures


def mastodon_length(text: str) -> int:
    """The length of `text` as Mastodon counts it: an address 23, a mention without its server, graphemes otherwise."""
    total, rest = _without(text, (found for found in addresses(text) if not found.is_bare))
    return total + sum(grapheme_length(MENTION.sub(r"\g<user>", part)) for part in rest)


def _weight(sign: str) -> int:
    return 1 if any(first <= ord(sign) <= last for first, last in LIGHT) else 2


def _without(text: str, links: Iterator[Found]) -> tuple[int, list[str]]:
    """What the links count together, and the text between them."""
    total, place, rest = 0, 0, []
    for link in links:
        rest.append(text[place : link.start])
        total, place = total + LINK_LENGTH, link.end
    return total, [*rest, text[place:]]


LENGTHS: dict[str, Callable[[str], int]] = {
    "x": weighted_length,
    "bluesky": grapheme_length,
    "mastodon": mastodon_length,
    "threads": len,
}
"""How each network with a limit counts."""
