"""share-message-long: a share message that its network would cut or refuse.

What it finds: a general `share_message` over X's limit with the link, and a message for one network over its own.
Why it matters: readers who share it meet a box that cannot be sent, and give up.
Example: a `share_message` of 270 characters: with a space and the link, which counts 23, it is 294 for X.
What to do: shorten it by as much as the message says, or write a shorter one for that network alone.
"""

from collections.abc import Callable, Iterator, Mapping

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Rule
from plugins.sharing.weight import LENGTHS, LIMITS, LINK_LENGTH, at_most

NAME = "share-message-long"

NETWORK_NAMES = {"x": "X", "bluesky": "Bluesky", "mastodon": "Mastodon", "threads": "Threads"}
TOO_LONG = translatable("Too long for {network} by {over}: with the link it counts {count}, and {limit} is the most.")
SHORTEN = translatable("Shorten the message.")
SHORTEN_FOR_X = translatable(
    "Shorten the message, or write a shorter one for X alone. X counts 23 for an address and 2 for an emoji."
)


def find(message: Mapping[str, str], span_of: Callable[[str], Span], path: str, url: str) -> Iterator[Diagnostic]:
    """What is too long in `message`, whose keys are networks and ``""`` for the general text.

    `span_of` says where the text of a key stands; `url` is the absolute address that will be added, empty when
    it is not known.
    """
    for key, text in message.items():
        # The general text is held to X's limit, the shortest, unless X has a text of its own.
        network = key or "x"
        if network not in LIMITS or (not key and message.get("x")):
            continue
        if at_most(text) + 1 + max(LINK_LENGTH, at_most(url)) <= LIMITS[network]:
            continue
        count = length_with_link(network, text, url)
        if count > LIMITS[network]:
            yield _too_long(network, count, text, Location(path, span_of(key)))


def length_with_link(network: str, text: str, url: str) -> int:
    """What `network` counts for `text`, a space and the link. X and Mastodon count any link the same."""
    length = LENGTHS[network]
    link = LINK_LENGTH if network in {"x", "mastodon"} else length(url)
    return length(text.strip()) + (link and 1 + link)


def _too_long(network: str, count: int, text: str, at: Location) -> Diagnostic:
    limit = LIMITS[network]
    values: dict[str, str | int] = {
        "network": NETWORK_NAMES[network],
        "over": count - limit,
        "count": count,
        "limit": limit,
    }
    hint = Text(SHORTEN_FOR_X if network == "x" else SHORTEN)
    return Diagnostic(at, NAME, Severity.ERROR, Text(TOO_LONG, values), hint, offence=text)


def find_in(entry: Entry) -> Iterator[Diagnostic]:
    """What is too long in the share message of one file, whose address is not known yet."""

    def span_of(network: str) -> Span:
        return entry.source.span("share_message", network) if network else entry.source.span("share_message")

    yield from find(entry.share_message, span_of, entry.source.path, "")


RULE = Rule(name=NAME, severity=Severity.ERROR, entry=find_in)
