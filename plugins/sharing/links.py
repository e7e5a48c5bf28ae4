"""Share links: plain addresses that open a network with the message already written."""

from collections.abc import Mapping
from urllib.parse import quote

from msgspec import Struct

from plugins.core.diagnostic import translatable
from plugins.sharing.config import SharingConfig


class ShareLink(Struct, frozen=True):
    """`url` is percent-encoded and only wants HTML's own escaping; `name` is what the reader is shown."""

    network: str
    name: str
    url: str


def share_links(message: Mapping[str, str], title: str, url: str, config: SharingConfig) -> tuple[ShareLink, ...]:
    """A link for each network of `config`, in its order.

    A network's text is its own `message`, or the general one (key ``""``), or the `title`. `url` is absolute.
    """
    common = {"url": encoded(url), "subject": encoded(" ".join(title.split()))}
    # Most networks are given the same text, and encoding it is most of the work.
    parts: dict[str, dict[str, str]] = {}

    def link(network: str) -> ShareLink:
        text = (message.get(network) or message.get("") or title).strip()
        if text not in parts:
            parts[text] = {**common, **_spelt(text)}
        return ShareLink(network, NAMES[network], ADDRESSES[network].format_map(parts[text]))

    return tuple(link(network) for network in config.networks)


def encoded(text: str) -> str:
    """`text` percent-encoded, for any place of an address."""
    # `+` for a space is read as a plus by mailto and by some apps; `%20` is not.
    # A half surrogate pair cannot be encoded: it becomes `?` and the rest is kept.
    return quote(text, safe="", errors="replace")


def _spelt(text: str) -> dict[str, str]:
    """`text`, and the same as the body of a mail: in RFC 6068 lines end in CR LF, and a subject has none."""
    whole, lines = encoded(text), text.splitlines()
    if len(lines) == 1:
        return {"text": whole, "body": f"{whole}%0D%0A"}
    return {"text": whole, "body": encoded("\r\n".join([*lines, ""]))}


# Facebook and LinkedIn read title and picture from the page itself and drop any text;
# WhatsApp and Bluesky take one text, in which they find the address themselves.
ADDRESSES = {
    "x": "https://x.com/intent/tweet?text={text}&url={url}",
    "facebook": "https://www.facebook.com/sharer/sharer.php?u={url}",
    "whatsapp": "https://wa.me/?text={text}%20{url}",
    "telegram": "https://t.me/share/url?url={url}&text={text}",
    "bluesky": "https://bsky.app/intent/compose?text={text}%20{url}",
    "linkedin": "https://www.linkedin.com/sharing/share-offsite/?url={url}",
    "email": "mailto:?subject={subject}&body={body}%0D%0A{url}",
}

NAMES = {
    "x": "X",
    "facebook": "Facebook",
    "whatsapp": "WhatsApp",
    "telegram": "Telegram",
    "bluesky": "Bluesky",
    "linkedin": "LinkedIn",
    "email": translatable("Email"),
}
"""What readers call each network; all but the last are the same in every language."""
