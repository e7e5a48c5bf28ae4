"""Share links: plain addresses that open a network with the message already written."""

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

from msgspec import Struct

from plugins.core.diagnostic import translatable
from plugins.sharing.config import SharingConfig


class ShareLink(Struct, frozen=True):
    """`url` is percent-encoded and only wants HTML's own escaping; `name` is what the reader is shown."""

    network: str
    name: str
    url: str


class Shared(Struct, frozen=True):
    """What goes out: a text for one network, the page's title and its absolute address."""

    text: str
    title: str
    url: str

    @property
    def text_with_url(self) -> str:
        """For networks that take one text, in which they find the address themselves."""
        return f"{self.text} {self.url}"


def share_links(message: Mapping[str, str], title: str, url: str, config: SharingConfig) -> tuple[ShareLink, ...]:
    """A link for each network of `config`, in its order.

    A network's text is its own `message`, or the general one (key ``""``), or the `title`. `url` is absolute.
    """

    def link(network: str) -> ShareLink:
        text = message.get(network) or message.get("") or title
        return ShareLink(network, NAMES[network], ADDRESSES[network](Shared(text.strip(), title, url)))

    return tuple(link(network) for network in config.networks)


def _address(base: str, **parts: str) -> str:
    # `+` for a space is read as a plus by mailto and by some apps; quote_via keeps `%20`.
    # A half surrogate pair cannot be encoded: it becomes `?` and the rest is kept.
    return base + urlencode(parts, safe="", errors="replace", quote_via=quote)


def _x(shared: Shared) -> str:
    return _address("https://x.com/intent/tweet?", text=shared.text, url=shared.url)


def _facebook(shared: Shared) -> str:
    # Facebook reads title and picture from the page itself and drops any text.
    return _address("https://www.facebook.com/sharer/sharer.php?", u=shared.url)


def _whatsapp(shared: Shared) -> str:
    return _address("https://wa.me/?", text=shared.text_with_url)


def _telegram(shared: Shared) -> str:
    return _address("https://t.me/share/url?", url=shared.url, text=shared.text)


def _bluesky(shared: Shared) -> str:
    return _address("https://bsky.app/intent/compose?", text=shared.text_with_url)


def _linkedin(shared: Shared) -> str:
    # As Facebook.
    return _address("https://www.linkedin.com/sharing/share-offsite/?", url=shared.url)


def _email(shared: Shared) -> str:
    # RFC 6068: line ends in a body are CR LF, and a subject has none.
    body = "\r\n".join([*shared.text.splitlines(), "", shared.url])
    return _address("mailto:?", subject=" ".join(shared.title.split()), body=body)


ADDRESSES: dict[str, Callable[[Shared], str]] = {
    "x": _x,
    "facebook": _facebook,
    "whatsapp": _whatsapp,
    "telegram": _telegram,
    "bluesky": _bluesky,
    "linkedin": _linkedin,
    "email": _email,
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
