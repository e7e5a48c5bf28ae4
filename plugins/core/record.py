"""What of a document can show where: the reason why an edit of a body leaves all lists alone.

Every field that is not named here is *structure*: it may decide where any document stands, so a change of it makes
the whole plan be looked at again. A field that is forgotten here costs time, never a stale page.
"""

from hashlib import blake2b

import msgspec
from msgspec import Struct

from plugins.core.document import AnyDocument

SIZE = 12
# Shown by the document's own page and by feeds, which show it whole.
OWN = frozenset(
    (
        *("digest", "places", "body", "share_message", "video", "authors", "id"),
        *("end", "hashtag", "goal", "status", "call_to_action", "partners", "figures"),
        *("location", "scope", "methods", "rating", "gallery", "problem", "solution", "users", "results", "lessons"),
        *("replication", "cost", "downloads", "participants", "contacts", "sources"),
    )
)
# Shown by lists, neighbours and redirects as well: see `Card` and `Link` in `plugins.pages.views`.
CARD = frozenset(("title", "intro", "single_image", "entity", "country", "city"))
# Every page's footer names the pages.
EVERYWHERE = {"page": CARD}


class Digests(Struct, frozen=True, array_like=True):
    """`whole` is of the whole document, `card` of what others show of it, `structure` of all that is neither.

    `front` is of the text of its front matter; empty where that is not to be taken for the same.
    """

    structure: bytes
    card: bytes
    whole: bytes
    front: bytes = b""


def digests_of(document: AnyDocument, front: bytes = b"") -> Digests:
    """The digests of `document`, whose front matter has the digest `front`."""
    fields = msgspec.structs.asdict(document)
    card = CARD - EVERYWHERE.get(document.kind, frozenset())
    shown = {name: value for name, value in fields.items() if name in card}
    deciding = {name: value for name, value in fields.items() if name not in card and name not in OWN}
    return Digests(_digest((document.kind, deciding)), _digest(shown), _digest(document), front)


def _digest(value: object) -> bytes:
    return blake2b(msgspec.msgpack.encode(value, order="deterministic"), digest_size=SIZE).digest()
