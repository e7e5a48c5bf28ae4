"""share-message-long: a share message that its network would cut or refuse.

What it finds: a `share_message` that with a space and the link passes 280 on X (which counts 23 for an address and 2
    for an emoji), 300 on Bluesky, or 500 on Mastodon and Threads.
Why it matters: readers who share it meet a box that cannot be sent, and give up.
What to do: shorten it by as much as the message says, or write a shorter one for that network alone.
"""

from collections.abc import Iterator, Mapping

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.document import AnyDocument
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.core.url import Address
from plugins.sharing.config import SharingConfig
from plugins.sharing.weight import ANY_ADDRESS, LENGTHS, LIMITS, LINK_LENGTH, at_most

NAME = "share-message-long"
SENTENCE = "Treinta frascos de agua amarilla, una profesora que no se conformó con la respuesta del municipio"
EXAMPLE = Example(
    f"share_message: {SENTENCE}, {SENTENCE.lower()}, y una radio que leyó al aire los análisis que nadie quiso mostrar",
    f'share_message: "{SENTENCE} #AguaLimpia"',
)
NETWORK_NAMES = {"x": "X", "bluesky": "Bluesky", "mastodon": "Mastodon", "threads": "Threads"}
TOO_LONG = translatable("Too long for {network} by {over}: with the link it counts {count}, and {limit} is the most.")
SHORTEN = translatable("Shorten the message.")
SHORTEN_FOR_X = translatable(
    "Shorten the message, or write a shorter one for X alone. X counts 23 for an address and 2 for an emoji."
)
SHORTEN_FOR = translatable(
    "Shorten the message, or write a shorter one for {network} alone. The address of the page takes {address} of them."
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """What X and Mastodon refuse in the messages of `entry`: for them every address is of one length."""
    for key, text in entry.share_message.items():
        network = key or ("" if entry.share_message.get("x") else "x")
        # A short text is known to be short at once.
        if network in ANY_ADDRESS and at_most(text) + 1 + LINK_LENGTH > LIMITS[network]:
            count = length_with_link(network, text, "")
            if count > LIMITS[network]:
                at = entry.source.at("share_message", key)
                hint = Text(SHORTEN if network != "x" else SHORTEN_FOR_X)
                yield _too_long(network, count, text, at, hint)


def find_in_site(site: Site) -> Iterator[Diagnostic]:
    """What the networks refuse that count the address of the page as it is written."""
    siteurl = site.config.norms.siteurl
    if not siteurl:
        return
    config, _ = SharingConfig.from_settings(site.config.settings)
    offered = [network for network in LIMITS if network in config.networks and network != "x"]
    for document in site.examinees():
        if document.share_message:
            path = site.paths[document.path]
            longest = max(map(len, document.share_message.values()))
            # Percent-encoding makes three signs of one.
            if not path.isascii() or longest + 1 + len(siteurl) + 3 * len(path) > LIMITS["bluesky"]:
                yield from _in_document(document, Address(siteurl).absolute(path), offered)


def _in_document(document: AnyDocument, url: str, offered: list[str]) -> Iterator[Diagnostic]:
    for network, key in _sent(document.share_message, offered):
        text = document.share_message[key]
        count = length_with_link(network, text, url)
        # Where the text is too long for X by more, that has been said, and is enough.
        said = length_with_link("x", text, url) - LIMITS["x"] if not key and not document.share_message.get("x") else 0
        if count - LIMITS[network] > max(said, 0):
            marks = document.marks
            span = marks.get(f"share_message.{key}") or marks.get("share_message") or Span()
            values: dict[str, str | int] = {"network": NETWORK_NAMES[network], "address": len(url)}
            hint = Text(SHORTEN) if key else Text(SHORTEN_FOR, values)
            yield _too_long(network, count, text, Location(document.path, span), hint)


def _sent(message: Mapping[str, str], offered: list[str]) -> Iterator[tuple[str, str]]:
    """Each network that `find` does not know of, and the key of the text that is shared there."""
    for network in LIMITS:
        if message.get(network) and network not in ANY_ADDRESS:
            yield network, network
        elif not message.get(network) and message.get("") and network in offered:
            yield network, ""


def length_with_link(network: str, text: str, url: str) -> int:
    """What `network` counts for `text`, a space and the link to `url`."""
    length = LENGTHS[network]
    link = LINK_LENGTH if network in ANY_ADDRESS else length(url)
    return length(text.strip()) + (link and 1 + link)


def _too_long(network: str, count: int, text: str, at: Location, hint: Text) -> Diagnostic:
    limit = LIMITS[network]
    values: dict[str, str | int] = {
        "network": NETWORK_NAMES[network],
        "over": count - limit,
        "count": count,
        "limit": limit,
    }
    return Diagnostic(at, NAME, Severity.ERROR, Text(TOO_LONG, values), hint, text)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "sharing", entry=find, site=find_in_site, scope="alone")
